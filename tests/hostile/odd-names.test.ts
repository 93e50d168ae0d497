import { expect, test } from 'vitest'
import { checkFile } from './check-file.ts'
import { harvestSources, namesIn } from './harvested-sources.ts'

/** Names that every plain object has, so that a look-up by name finds something where nothing was put. */
const INHERITED = ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf']
/** `INTERLEAVE_SHARE=1` tries every name of every source. */
const SHARE = Number(process.env.INTERLEAVE_SHARE ?? 0.02)

test('names that objects inherit are names like others', { timeout: 3_600_000 }, () => {
  const problems: string[] = []
  let tried = 0
  for (const [index, source] of harvestSources().entries()) {
    for (const [at, name] of namesIn(source).entries()) {
      if (((index * 31 + at * 17) % 1000) / 1000 >= SHARE) continue
      const other = INHERITED[(index + at) % INHERITED.length]!
      const renamed = source.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), other)
      tried += 1
      for (const problem of checkFile(renamed, 'a.ts').problems) problems.push(`${name} in\n${renamed}\n${problem}`)
    }
  }
  expect(problems.join('\n\n')).toBe('')
  expect(tried).toBeGreaterThan(100)
})
