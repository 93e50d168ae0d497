import { expect, test } from 'vitest'
import { answersOf, rewritesOf } from '../report/answer-source.ts'

const START = 'export function isFree(names: string[], used: Set<string>, limit: number) {\n'

function main(body: string): string {
  return `${START}  const wanted = names.filter((name) => /^a/.test(name))\n${body}\n}\n`
}

test('stages go where the only mention of their array is', () => {
  const source = main('  if (wanted.some((name) => used.has(name))) return 1 // taken\n  return 0')
  expect(rewritesOf('no-eager-chain', source)).toEqual({
    'merged-predicate': `${START}  if (names.some((name) => /^a/.test(name) && used.has(name))) return 1 // taken\n  return 0\n}\n`,
  })
})

test('a comment above them is kept above the statement that they go to', () => {
  const source = main('\n  return wanted.some((name) => used.has(name))').replace('  const', '  // Only those with an a.\n  const')
  expect(rewritesOf('no-eager-chain', source)['merged-predicate']).toBe(
    `${START}  // Only those with an a.\n  return names.some((name) => /^a/.test(name) && used.has(name))\n}\n`,
  )
})

test('ends of lines are kept', () => {
  const source = main('\n  return limit > 1 && wanted.every((name) => used.has(name))').replaceAll('\n', '\r\n')
  expect(rewritesOf('no-eager-chain', source)['merged-predicate']).toBe(
    `${START}  return limit > 1 && names.every((name) => !/^a/.test(name) || used.has(name))\n}\n`.replaceAll('\n', '\r\n'),
  )
})

test.each([
  ['what they read is changed in between', '  names.pop()\n  return wanted.some((name) => used.has(name))'],
  ['something unknown runs in between', '  refresh()\n  return wanted.some((name) => used.has(name))'],
  ['something runs before, in the same statement', '  return refresh() && wanted.some((name) => used.has(name))'],
  ['a failure would be handled', '  try {\n    return wanted.some((name) => used.has(name))\n  } catch {\n    return false\n  }'],
  ['the name of the source means something else', '  {\n    const names = used\n    return wanted.some((name) => names.has(name))\n  }'],
  ['the name of the source is that of the element', '  for (const names of wanted) {\n    if (used.has(names)) break\n  }'],
  ['the array is used again', '  return wanted.some((name) => used.has(name)) && wanted.length'],
])('stages stay where %s', (_, body) => {
  expect(answersOf('no-eager-chain', main(body)).flatMap(({ offers }) => offers.rewrites)).toEqual([])
})

test('stages stay where their array has a written type', () => {
  const source = main('  return wanted.some((name) => used.has(name))').replace('const wanted', 'const wanted: readonly string[]')
  expect(answersOf('no-eager-chain', source)[0]!.offers).toEqual({ rewrites: [], refused: 'unsupported-form' })
})
