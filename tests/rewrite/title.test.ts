import { expect, test } from 'vitest'
import { titleOf } from '../../src/rewrite/title.ts'

test.each(['map-bounded', 'map-all'] as const)('the title of %s names what a failure changes', (form) => {
  const title = titleOf(form, { concurrency: 4 })
  expect(title).toMatch(/later turns have started and may outlive the function/)
  expect(title).toMatch(/the first rejection wins/)
  expect(title).toMatch(/results are lost/)
  expect(title.includes('at most 4')).toBe(form === 'map-bounded')
})

test('the title of the pipeline names that turns start early, and that order is kept', () => {
  const title = titleOf('ordered-pipeline', { concurrency: 4 })
  expect(title).toMatch(/^Fetch ahead with `pMapIterable`, at most 4 at a time, and handle the results in order/)
  expect(title).toMatch(/later turns start before an earlier one fails/)
})
