import { expect, test } from 'vitest'
import { DEFAULT_OPTIONS } from '../../src/options.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import { answersOf } from '../../src/report/rules.ts'

const LONG = 'in order, because the other end shows what it is sent in the order in which it comes, and nobody has asked for more'

test.each([
  ['a loop over a list', '// one by one\nfor (const id of ids) await send(id)', 'one by one'],
  ['a loop with a condition', '// one by one\nwhile (await next()) await send()', 'one by one'],
  ['loops around of which it is all', '// one by one\nfor (const a of as) for (const b of bs) { for (const c of cs) await send(a, b, c) }', 'one by one'],
  ['a comment in the style of JSDoc', '/**\n * One by one.\n */\nfor (const id of ids) await send(id)', 'One by one.'],
  ['a long comment', `// ${LONG}\nfor (const id of ids) await send(id)`, `${LONG.slice(0, 80)}…`],
  ['a callback', '// sequential: in the background\nids.forEach(async (id) => { await send(id) })', 'sequential: in the background'],
  ['awaits in a line', 'const a = await getA()\n// one by one\nconst b = await getB()\nuse(a, b)', 'one by one'],
])('the reason of %s quotes what its author says', (_, code, said) => {
  const reasons = answersOf(parseText(code, 'a.js'), DEFAULT_OPTIONS).flatMap(({ finding }) => finding.reasons)
  expect(reasons.filter((reason) => reason.code === 'author-says').map(({ message }) => message)).toEqual([
    `A comment gives a reason for the order: "${said}".`,
  ])
})

test('what is said above a loop that does more is not said of the loops in it', () => {
  const code = '// one by one\nfor (const a of as) {\n  await open(a)\n  for (const b of bs) out.push(await load(a, b))\n}'
  const codes = answersOf(parseText(code, 'a.js'), DEFAULT_OPTIONS).map(({ finding }) => finding.reasons[0]?.code)
  expect(codes).toEqual(['author-says', 'nothing-carried'])
})
