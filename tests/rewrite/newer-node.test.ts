import { expect, test } from 'vitest'
import { printedByNewerNode } from './newer-node.ts'

test('a program runs where iterators have methods', async () => {
  const source = 'const ages: Set<number> = new Set([3, 8])\nprint(ages.values().map((age) => age + 1).toArray())\nprint(1)'
  expect(await printedByNewerNode(source)).toEqual([[4, 9], 1])
})
