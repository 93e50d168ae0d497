import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../house/source-files.ts'
import { countErrors, newErrors, projectOf } from './count-errors.ts'

test('a project that the compiler has nothing to say about stays one when everything is rewritten', () => {
  const { paths, options } = projectOf(join(ROOT, 'tests/fixtures/typed-project/tsconfig.json'))
  const errors = countErrors(paths, options)
  expect(errors.before).toEqual([])
  expect(newErrors(errors)).toEqual([])
  expect(errors.changed).toBeGreaterThan(1)
})
