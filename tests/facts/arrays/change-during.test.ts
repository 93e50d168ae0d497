import { describe, expect, test } from 'vitest'
import { changeDuring } from '../../../src/facts/arrays/change-during.ts'
import { holderOf } from '../../../src/facts/arrays/holder.ts'
import { firstCopy } from './first-copy.ts'

type Case = readonly [title: string, holder: string, may: string, source: string]

const f = (body: string) => `function f(users: Set<string>, log: (x: unknown) => void) { ${body} }`

const CASES: readonly Case[] = [
  ['a new Set', 'fresh', 'no', 'for (const x of [...new Set(names)]) await save(x)'],
  ['keys of a new Map', 'fresh', 'no', 'for (const x of [...new Map(pairs).keys()]) save(x)'],
  ['a local Set, and unknown calls', 'local', 'no', f('const seen = new Set<string>(); for (const x of [...seen]) log(x)')],
  ['a local Set that grew before', 'local', 'no', f("const seen = new Set<string>(); seen.add('a'); for (const x of [...seen]) log(x)")],
  ['a local Set that the body changes', 'local', 'yes', f('const seen = new Set<string>(); for (const x of [...seen]) seen.delete(x)')],
  [
    'a local Set that a callee changes',
    'shared',
    'yes',
    f('const seen = new Set<string>(); const drop = (x: string) => { seen.delete(x) }; for (const x of [...seen]) drop(x)'),
  ],
  [
    'a local Set that a closure changes, which an unknown call may reach',
    'shared',
    'unknown',
    f('const seen = new Set<string>(); log(() => seen.clear()); for (const x of [...seen]) log(x)'),
  ],
  ['a local Set that was handed out', 'shared', 'unknown', f('const seen = new Set<string>(); log(seen); for (const x of [...seen]) log(x)')],
  ['a local Set that is handed out afterwards', 'local', 'no', f('const seen = new Set<string>(); for (const x of [...seen]) log(x); log(seen)')],
  [
    'a local Set that is handed out in the next turn of an outer loop',
    'shared',
    'unknown',
    f('const seen = new Set<string>(); while (users.size) { for (const x of [...seen]) log(x); log(seen) }'),
  ],
  ['a local Set that is given back', 'local', 'no', f('const seen = new Set<string>(); for (const x of [...seen]) log(x); return seen')],
  ['a local Set under a second name', 'shared', 'yes', f('const seen = new Set<string>(); const s = seen; for (const x of [...seen]) s.delete(x)')],
  ['a parameter, and nothing else', 'shared', 'no', f("let all = ''; for (const x of [...users]) all += x")],
  ['a parameter, and an unknown call', 'shared', 'unknown', f('for (const x of [...users]) log(x)')],
  ['a parameter that the body changes', 'shared', 'yes', f('for (const x of [...users]) users.delete(x)')],
  ['a parameter, and a list that grows', 'shared', 'no', f('const out: string[] = []; for (const x of [...users]) out.push(x)')],
  ['a parameter, and a Set that may be the same', 'shared', 'unknown', f('for (const x of [...users]) other.users.delete(x)')],
  ['a parameter during an await', 'shared', 'unknown', 'async function f(users: Set<string>, p: Promise<void>) { for (const x of [...users]) await p }'],
  ['a property that a method changes', 'shared', 'yes', 'class A { items = new Set(); f() { for (const x of [...this.items]) this.items.delete(x) } }'],
  ['another property', 'shared', 'no', 'class A { a = new Set(); b = new Set(); f() { for (const x of [...this.a]) this.b.add(x) } }'],
  ['parts of the elements', 'shared', 'no', 'function f(xs: { n: number }[]) { for (const x of [...xs]) x.n = 1 }'],
  ['what elements hold, which may be the source', 'shared', 'unknown', 'function f(xs: Node[]) { for (const x of [...xs]) x.list.push(x) }'],
  ['a generator that only computes', 'unknown', 'no', 'function* g() { yield 1; yield 2 }\nfor (const x of [...g()]) save(x)'],
  [
    'a generator that reads what the body writes',
    'unknown',
    'yes',
    'let limit = 3\nfunction* g() { for (let i = 0; i < limit; i++) yield i }\nfor (const x of [...g()]) limit = x',
  ],
  [
    'a generator that prints, and a body that prints',
    'unknown',
    'unknown',
    'function* g() { console.log(1); yield 1 }\nfor (const x of [...g()]) console.log(x)',
  ],
  ['a callback that only computes', 'shared', 'no', f('return [...users].some((x) => x.length > 3)')],
  ['a callback that changes the source', 'shared', 'yes', f('[...users].forEach((x) => users.delete(x))')],
  ['what nothing is known of, and a pure callback', 'shared', 'no', 'function f(xs) { return [...xs].some((x) => x > 3) }'],
  ['what nothing is known of, and effects', 'shared', 'unknown', 'function f(xs) { for (const x of [...xs]) console.log(x) }'],
]

describe('who holds a collection, and whether it may change', () => {
  test.each(CASES)('%s', (_, holder, may, text) => {
    const { source, code, region } = firstCopy(text)
    const collection = source.type === 'CallExpression' && source.callee.type === 'MemberExpression' ? source.callee.object : source
    expect([holderOf(collection, code, region), changeDuring(source, [code], region).may]).toEqual([holder, may])
  })
})
