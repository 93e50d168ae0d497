import { expect, test } from 'vitest'
import { scratch } from '../cli/scratch.ts'
import { FILES, jscodeshift } from '../codemods/run-jscodeshift.ts'

test('the transform runs when jscodeshift compiles it with Babel, as it does by default', () => {
  const directory = scratch(FILES)
  expect(jscodeshift(directory, '--parser=tsx').counts).toMatchObject({ errors: 0, ok: 5 })
})
