import { writeFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { readSourceFiles } from '../house/source-files.ts'
import { mutantsOf } from './mutants.ts'

/** Where the list is to be written, for `run.mjs`. */
const LIST = process.env.INTERLEAVE_MUTANTS

test('every place that makes a reason can be switched off', () => {
  const names: string[] = []
  for (const { path, text } of readSourceFiles(['src/verdict/*.ts'])) {
    const mutants = mutantsOf(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))
    for (const [index, { start, end, instead }] of mutants.entries()) {
      const changed = text.slice(0, start) + instead + text.slice(end)
      const { diagnostics } = ts.transpileModule(changed, { reportDiagnostics: true })
      expect(diagnostics?.map(({ messageText }) => messageText), `${path}#${index}`).toEqual([])
      names.push(`${path}#${index} ${mutants[index]!.code} line ${mutants[index]!.line}`)
    }
  }
  expect(names.length).toBeGreaterThan(50)
  if (LIST) writeFileSync(LIST, names.join('\n'))
})
