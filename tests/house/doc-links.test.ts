import { expect, test } from 'vitest'
import { PAGES } from './doc-fences.ts'
import { findDeadLinks } from './doc-links.ts'
import { readSourceFiles } from './source-files.ts'

const page = (text: string) => findDeadLinks([{ path: 'docs/a.md', text }])

test.each([
  ['a file that is not there', '[it](nowhere.md)', 'docs/a.md: nowhere.md'],
  ['a file beside, not above', '[it](README.md)', 'docs/a.md: README.md'],
  ['a heading that is not there', '# Here\n\n[it](#there)', 'docs/a.md: #there'],
  ['a heading in a block of code', '```sh\n# there\n```\n\n[it](#there)', 'docs/a.md: #there'],
])('a link to %s is found', (_, text, dead) => {
  expect(page(text)).toEqual([dead])
})

test.each([
  ['a file above', '[it](../README.md)'],
  ['a folder', '[it](../examples/squares)'],
  ['a heading, by the anchor that GitHub makes', '# What `--max` does, and why?\n\n[it](#what---max-does-and-why)'],
  ['the second of two headings', '# It\n\n# It\n\n[it](#it-1)'],
  ['another site', '[it](https://example.org/a)'],
])('a link to %s is none', (_, text) => {
  expect(page(text)).toEqual([])
})

test('every link of every page leads somewhere', () => {
  expect(findDeadLinks(readSourceFiles(PAGES))).toEqual([])
})
