import { expect, test } from 'vitest'
import { isAwaited, valueUseOf } from '../../src/facts/effects/value-use.ts'
import type { Node } from '../../src/parse/node-types.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import { walk } from '../../src/parse/walk.ts'

/** `f()` is the call that is asked about. */
const CASES: readonly (readonly [source: string, use: string])[] = [
  ['f()', 'discarded'],
  ['await f()', 'discarded, awaited'],
  ['void f()', 'discarded'],
  ['f().catch(log)', 'discarded'],
  ['await f().catch(log).finally(done)', 'discarded, awaited'],
  ['ready && (await f())', 'discarded, awaited'],
  ['if (await f()) go()', 'used, awaited'],
  ['ready ? await f() : null', 'discarded, awaited'],
  ['await f().finished', 'discarded, awaited'],
  ['const x = await f()', 'discarded, awaited'],
  ['const x = await f(); use(x)', 'used, awaited'],
  ['const { x } = await f()', 'used, awaited'],
  ['x = f()', 'used'],
  ['use(await f())', 'used, awaited'],
  ['use(f())', 'used'],
  ['await use(f())', 'used'],
  ['const size = (await f()).size; use(size)', 'used, awaited'],
  ['const x = (await f()) as X; use(x)', 'used, awaited'],
  ['const x = (await f())!; use(x)', 'used, awaited'],
  ['const x = await f().then(parse); use(x)', 'used, awaited'],
  ['const [a] = await Promise.all([f(), g()]); use(a)', 'used, awaited'],
  ['const run = async () => { return await f() }', 'returned, awaited'],
  ['const run = () => f()', 'returned'],
  ['await new Promise((go) => f(go))', 'discarded'],
  ['const x = await new Promise((go) => f(go)); use(x)', 'used'],
  ['const run = async () => { await f() }', 'discarded, awaited'],
]

test.each(CASES)('%s', (source, use) => {
  const parsed = parseText(source, 'example.ts')
  let call: Node | null = null
  walk(parsed.ast, parsed, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'f') call = node
  })
  expect(valueUseOf(call!, parsed) + (isAwaited(call!, parsed) ? ', awaited' : '')).toBe(use)
})
