import { globSync } from 'tinyglobby'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { readSourceFiles, ROOT } from '../house/source-files.ts'
import type { Case } from './gathered-cases.ts'
import { casesOf } from './gathered-cases.ts'
import { mutantsOf } from './mutants.ts'

/** Every how many-th mutant is tried. */
const EVERY = Number(process.env.INTERLEAVE_EVERY ?? 1)
/** What has to notice that a reason is not given any more. */
const TESTS = globSync(['tests/verdict/*.test.ts', 'tests/shapes/*.test.ts', 'tests/report/answers-in-program.test.ts'], { cwd: ROOT, absolute: true })
const switches: { switchedOff?: string } = globalThis as never

test('the tests of the reason codes notice each reason that is not given any more', async () => {
  for (const path of TESTS.sort()) await import(path)
  const cases = casesOf()
  expect(await firstFailing(cases)).toBe(null)
  const figures = { tried: 0, noticed: 0 }
  const survivors: string[] = []
  for (const { name, code, line } of allMutants().filter((_, index) => index % EVERY === 0)) {
    switches.switchedOff = name
    const isNear = ({ title }: Case): number => Number(title.includes(code))
    const failing = await firstFailing(cases.toSorted((a, b) => isNear(b) - isNear(a)))
    figures.tried += 1
    figures.noticed += failing === null ? 0 : 1
    if (failing === null) survivors.push(`${name} ${code} line ${line}`)
  }
  console.log(`figures: ${JSON.stringify(figures)}`)
  expect(figures.tried).toBeGreaterThan(0)
  expect(survivors).toEqual([])
})

function allMutants() {
  return readSourceFiles(['src/verdict/*.ts']).flatMap(({ path, text }) =>
    mutantsOf(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)).map((mutant, index) => ({ ...mutant, name: `${path}#${index}` })))
}

async function firstFailing(cases: readonly Case[]): Promise<string | null> {
  for (const { title, run } of cases) {
    try {
      await run()
    } catch {
      return title
    }
  }
  return null
}
