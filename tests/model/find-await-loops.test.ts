import { describe, expect, test } from 'vitest'
import type { AwaitLoop } from '../../src/model/await-loop.ts'
import { findAwaitLoops } from '../../src/model/find-await-loops.ts'
import type { Node } from '../../src/parse/node-types.ts'
import { parseText } from '../../src/parse/parse-text.ts'

/** What a test says of a loop: texts stand for nodes. */
interface Told {
  kind: AwaitLoop['kind']
  label?: string
  /** `const { a, b }`: how the head declares, and its pattern. */
  head?: string
  /** Names of the variables that the head makes. */
  names?: string[]
  source?: string
  bound?: string
  step?: number | null
  owner?: string
  awaits?: string[]
  innerAwaits?: string[]
  exits?: string[]
  continues?: string[]
  throws?: string[]
  yields?: string[]
}

function loopsOf(source: string, filename = 'example.ts'): Required<Told>[] {
  const parsed = parseText(source, filename)
  const textOf = (node: Node): string =>
    parsed.text.slice(node.range[0], node.range[1]).replace(/\s+/g, ' ').replace(/;$/, '')
  return findAwaitLoops(parsed).map((loop) => ({
    kind: loop.kind,
    label: loop.label ?? '',
    head: `${loop.element.declared}${loop.element.pattern ? ` ${textOf(loop.element.pattern)}` : ''}`,
    names: loop.element.variables.map(({ name }) => name),
    source: loop.source ? textOf(loop.source) : '',
    bound: loop.bound ? textOf(loop.bound) : '',
    step: loop.step,
    owner: loop.owner.type,
    awaits: loop.awaits.map(textOf),
    innerAwaits: loop.innerAwaits.map(textOf),
    exits: loop.exits.map(textOf),
    continues: loop.continues.map(textOf),
    throws: loop.throws.map(textOf),
    yields: loop.yields.map(textOf),
  }))
}

type Case = readonly [title: string, source: string, told: readonly Told[]]

const CASES: Readonly<Record<string, readonly Case[]>> = {
  kinds: [
    [
      'for-of',
      'for (const x of xs) await f(x)',
      [{ kind: 'for-of', head: 'const x', names: ['x'], source: 'xs', awaits: ['await f(x)'] }],
    ],
    ['for-in', 'for (const key in table) await f(key)', [{ kind: 'for-in', head: 'const key', source: 'table' }]],
    [
      'for-await',
      'for await (const x of xs) await f(x)',
      [{ kind: 'for-await', source: 'xs', awaits: ['await f(x)'] }],
    ],
    ['for-await that awaits nothing itself', 'for await (const x of xs) f(x)', [{ kind: 'for-await', awaits: [] }]],
    [
      'index',
      'for (let i = 0; i < xs.length; i++) await f(xs[i])',
      [{ kind: 'index', head: 'let i', names: ['i'], source: 'xs', bound: 'xs.length', step: 1 }],
    ],
    [
      'index up to a number',
      'for (let i = 1; i <= count; i += 1) await f(i)',
      [{ kind: 'index', source: '', bound: 'count', step: 1 }],
    ],
    [
      'index by a longer sum',
      'for (let i = 0; i < n; i = i + 5) await f(i)',
      [{ kind: 'index', bound: 'n', step: 5 }],
    ],
    ['index that falls', 'for (let i = n; i > 0; i--) await f(i)', [{ kind: 'index', bound: '0', step: -1 }]],
    ['index that falls by a number', 'for (let i = n; i >= 0; i -= 2) await f(i)', [{ kind: 'index', step: -2 }]],
    [
      'index by a step that is not known',
      'for (let i = 0; i < n; i += size) await f(i)',
      [{ kind: 'index', step: null }],
    ],
    [
      'index with a second name',
      'for (let i = 0, n = xs.length; i < n; i++) await f(xs[i])',
      [{ kind: 'index', head: 'let i', bound: 'n', step: 1 }],
    ],
    [
      'index assigned in the head',
      'let i\nfor (i = 0; i < xs.length; i++) await f(xs[i])',
      [{ kind: 'index', head: 'assigned i', names: [], source: 'xs' }],
    ],
    [
      'a for that follows a list',
      'for (let node = first; node; node = node.next) await f(node)',
      [{ kind: 'condition', source: '' }],
    ],
    [
      'a for whose name is set anew',
      'for (let page = 1; page < last; page = await nextAfter(page)) show(page)',
      [{ kind: 'condition' }],
    ],
    ['a for without end', 'for (;;) await tick()', [{ kind: 'condition', awaits: ['await tick()'] }]],
    [
      'counter',
      'let i = 0\nwhile (i < xs.length) { await f(xs[i]); i++ }',
      [
        {
          kind: 'counter',
          head: 'assigned i',
          source: 'xs',
          bound: 'xs.length',
          step: 1,
          awaits: ['await f(xs[i])'],
        },
      ],
    ],
    [
      'a while whose state is asked for anew',
      "while (state !== 'ready') { await rest(); state = await ask() }",
      [{ kind: 'condition' }],
    ],
    ['a counter that moves first', 'while (i < xs.length) { i++; await f(xs[i]) }', [{ kind: 'condition' }]],
    [
      'queue',
      'while (queue.length) { const x = queue.shift(); await f(x) }',
      [{ kind: 'queue', source: 'queue', head: 'none', names: [] }],
    ],
    [
      'queue of this, compared',
      'while (this.rest.length > 0) await f(this.rest.pop())',
      [{ kind: 'queue', source: 'this.rest' }],
    ],
    [
      'queue that is a set',
      'while (open.size > 0) { const [first] = open; open.delete(first); await close(first) }',
      [{ kind: 'queue', source: 'open' }],
    ],
    ['a set that others empty', 'while (open.size > 0) await tick()', [{ kind: 'condition' }]],
    ['while', 'while (await more()) use()', [{ kind: 'condition', awaits: ['await more()'] }]],
    ['do-while', 'do { x = await f(x) } while (x)', [{ kind: 'condition', awaits: ['await f(x)'] }]],
    [
      'do-while that asks in its test',
      'do step()\nwhile (await more())',
      [{ kind: 'condition', awaits: ['await more()'] }],
    ],
    [
      'reduce',
      'xs.reduce(async (acc, x) => { const a = await acc; a.push(await f(x)); return a }, [])',
      [
        {
          kind: 'reduce',
          head: 'parameter x',
          names: ['x'],
          source: 'xs',
          awaits: ['await acc', 'await f(x)'],
          exits: [],
          owner: 'ArrowFunctionExpression',
        },
      ],
    ],
    [
      'reduce by a function expression, with destructuring and a default',
      'xs.reduce(async function (acc, { id } = none) { return [...(await acc), await f(id)] }, [])',
      [{ kind: 'reduce', head: 'parameter { id }', names: ['id'], owner: 'FunctionExpression' }],
    ],
    ['a reduce that awaits nothing', 'xs.reduce(async (acc, x) => f(acc, x), 0)', []],
    ['a reduce that is not async', 'const sum = async () => xs.reduce((a, x) => a + x, await start())', []],
    [
      'then-chain',
      'xs.reduce((p, x) => p.then(() => f(x)), Promise.resolve())',
      [{ kind: 'then-chain', head: 'parameter x', source: 'xs', awaits: [] }],
    ],
    [
      'then-chain with a body',
      'xs.reduce((p, x) => { return p.then(() => f(x)) }, Promise.resolve())',
      [{ kind: 'then-chain' }],
    ],
    ['a then of something else', 'xs.reduce((p, x) => q.then(() => f(x)), Promise.resolve())', []],
    [
      'from-async',
      'Array.fromAsync(xs, async (x) => await f(x))',
      [{ kind: 'from-async', head: 'parameter x', source: 'xs', awaits: ['await f(x)'], exits: [] }],
    ],
    ['from-async whose mapper only calls', 'Array.fromAsync(xs, (x) => f(x))', [{ kind: 'from-async', awaits: [] }]],
    ['from-async without a mapper', 'Array.fromAsync(xs)', []],
    ['from-async of another class', 'Bytes.fromAsync(xs, async (x) => await f(x))', []],
    [
      "from-async of a name of the file's own",
      'import { Array } from "./array.ts"\nArray.fromAsync(xs, async (x) => await f(x))',
      [],
    ],
  ],

  heads: [
    [
      'an object pattern',
      'for (const { id, tags: [first, ...rest] } of xs) await f(id)',
      [{ kind: 'for-of', head: 'const { id, tags: [first, ...rest] }', names: ['id', 'first', 'rest'] }],
    ],
    [
      'an array pattern',
      'for (const [key, value] of map) await f(key)',
      [{ kind: 'for-of', head: 'const [key, value]', names: ['key', 'value'] }],
    ],
    ['let', 'for (let x of xs) await f(x)', [{ kind: 'for-of', head: 'let x' }]],
    ['var', 'function* g() {}\nfor (var x of xs) await f(x)', [{ kind: 'for-of', head: 'var x', names: ['x'] }]],
    ['a name from before', 'let x\nfor (x of xs) await f(x)', [{ kind: 'for-of', head: 'assigned x', names: [] }]],
    [
      'a property',
      'for (this.current of xs) await f()',
      [{ kind: 'for-of', head: 'assigned this.current', names: [] }],
    ],
  ],

  awaits: [
    ['in the source of a for-of: none of its own', 'for (const x of await xs()) f(x)', []],
    ['in the init of a for: none of its own', 'for (let i = await first(); i < n; i++) f(i)', []],
    [
      'in the test and update of a for',
      'for (let i = 0; i < (await n()); i += await step()) f(i)',
      [{ kind: 'index', awaits: ['await n()', 'await step()'] }],
    ],
    ['in a default of the head alone: left as it is', 'for (const { a = await b } of xs) f(a)', []],
    [
      'of nested functions',
      'for (const x of xs) { run(async () => { await f(x) }); async function g() { await h(x) } }',
      [],
    ],
    [
      'of a class made in the turn',
      'for (const x of xs) { make(class { async go() { await f(x) } static { later(async () => await f(x)) } }) }',
      [],
    ],
    [
      'of an inner loop are not charged to the outer',
      'for (const x of xs) { await f(x); for (const y of x.ys) { await g(y) } }',
      [
        { kind: 'for-of', source: 'xs', awaits: ['await f(x)'], innerAwaits: ['await g(y)'] },
        { kind: 'for-of', source: 'x.ys', awaits: ['await g(y)'], innerAwaits: [] },
      ],
    ],
    [
      'an outer loop that only holds an awaiting one is none',
      'for (const x of xs) for (const y of x.ys) await g(y)',
      [{ kind: 'for-of', source: 'x.ys' }],
    ],
    [
      'in the source of an inner loop belong to the outer',
      'for (const x of xs) for (const y of await g(x)) out.push(y)',
      [{ kind: 'for-of', source: 'xs', awaits: ['await g(x)'], innerAwaits: [] }],
    ],
    [
      'in the init of an inner for belong to the outer, those of its test to itself',
      'for (const x of xs) for (let i = await g(x); await more(i); ) i = f(i)',
      [
        { kind: 'for-of', awaits: ['await g(x)'], innerAwaits: ['await more(i)'] },
        { kind: 'condition', awaits: ['await more(i)'] },
      ],
    ],
    [
      'in a callback loop inside a loop',
      'for (const x of xs) await x.ys.reduce(async (p, y) => { await p; await g(y) }, null)',
      [
        { kind: 'for-of', awaits: ['await x.ys.reduce(async (p, y) => { await p; await g(y) }, null)'] },
        { kind: 'reduce', source: 'x.ys', awaits: ['await p', 'await g(y)'] },
      ],
    ],
    [
      'under every kind of statement',
      'for (const x of xs) { if (a) { await b } else try { await c } catch { await d } finally { await e } }',
      [{ kind: 'for-of', awaits: ['await b', 'await c', 'await d', 'await e'] }],
    ],
    [
      'an inner for await counts as one',
      'for (const x of xs) { for await (const y of x) f(y) }',
      [{ kind: 'for-await', source: 'x' }],
    ],
  ],

  owners: [
    ['the program', 'for (const x of xs) await f(x)', [{ kind: 'for-of', owner: 'Program' }]],
    [
      'a function',
      'async function f() { for (const x of xs) await g(x) }',
      [{ kind: 'for-of', owner: 'FunctionDeclaration' }],
    ],
    [
      'an async arrow',
      'const f = async () => { for (const x of xs) await g(x) }',
      [{ kind: 'for-of', owner: 'ArrowFunctionExpression' }],
    ],
    [
      'a method',
      'class A { async m() { for (const x of xs) await g(x) } }',
      [{ kind: 'for-of', owner: 'FunctionExpression' }],
    ],
    [
      'a private static method',
      'class A { static async #m() { for (const x of xs) await g(x) } }',
      [{ kind: 'for-of', owner: 'FunctionExpression' }],
    ],
    [
      'an arrow in a getter',
      'class A { get all() { return (async () => { for (const x of this.xs) await g(x) })() } }',
      [{ kind: 'for-of', owner: 'ArrowFunctionExpression', source: 'this.xs' }],
    ],
    [
      'a field',
      'class A { load = async () => { for (const x of xs) await g(x) } }',
      [{ kind: 'for-of', owner: 'ArrowFunctionExpression' }],
    ],
    [
      'a method of an object',
      'const a = { async m() { for (const x of xs) await g(x) } }',
      [{ kind: 'for-of', owner: 'FunctionExpression' }],
    ],
    [
      'an async generator',
      'async function* f() { for (const x of xs) yield await g(x) }',
      [{ kind: 'for-of', yields: ['yield await g(x)'] }],
    ],
  ],

  exits: [
    ['break', 'for (const x of xs) { await f(x); if (x) break }', [{ kind: 'for-of', exits: ['break'] }]],
    [
      'a break of an inner switch is none',
      'for (const x of xs) { switch (await f(x)) { case 1: g(); break; default: h() } }',
      [{ kind: 'for-of', exits: [] }],
    ],
    [
      'a break of an inner loop is none',
      'for (const x of xs) { for (const y of ys) { if (y) break }; await f(x) }',
      [{ kind: 'for-of', exits: [] }],
    ],
    [
      'a labelled break out of both, from within a switch',
      'all: for (const x of xs) { await f(x); for (const y of ys) { switch (await g(y)) { case 1: break all } } }',
      [
        { kind: 'for-of', label: 'all', exits: ['break all'] },
        { kind: 'for-of', label: '', exits: ['break all'] },
      ],
    ],
    [
      'a break out of a labelled block of the turn is none',
      'for (const x of xs) { part: { if (x) break part; await f(x) } }',
      [{ kind: 'for-of', exits: [] }],
    ],
    [
      'continue, and continue of the outer loop',
      'outer: for (const x of xs) { await f(x); for (const y of ys) { if (y) continue outer; if (x) continue; await g(y) } }',
      [
        { kind: 'for-of', exits: [], continues: ['continue outer'] },
        { kind: 'for-of', exits: ['continue outer'], continues: ['continue'] },
      ],
    ],
    [
      'return, of the function only',
      'async function f() { for (const x of xs) { if (await g(x)) return x; h(() => { return 1 }) } }',
      [{ kind: 'for-of', exits: ['return x'] }],
    ],
    [
      'a return in an inner loop leaves the outer',
      'async function f() { for (const x of xs) { await g(x); for (const y of ys) return y } }',
      [{ kind: 'for-of', exits: ['return y'] }],
    ],
    [
      'a return of a callback ends its turn only',
      'xs.reduce(async (p, x) => { const a = await p; if (!x) return a; return g(a, x) }, null)',
      [{ kind: 'reduce', exits: [] }],
    ],
    [
      'throw, unless the turn catches it',
      'for (const x of xs) { try { await f(x); if (a) throw b } catch (e) { if (c) throw e }; if (d) throw x }',
      [{ kind: 'for-of', throws: ['throw e', 'throw x'] }],
    ],
    [
      'a throw in a try without a handler leaves',
      'for (const x of xs) { try { await f(x); throw x } finally { g() } }',
      [{ kind: 'for-of', throws: ['throw x'] }],
    ],
  ],
}

describe.each(Object.entries(CASES))('%s', (_area, cases) => {
  test.each(cases.map((one) => [...one] as const))('%s', (_title, source, told) => {
    const found = loopsOf(source)
    expect(found.map(({ kind }) => kind)).toEqual(told.map(({ kind }) => kind))
    expect(found).toMatchObject(told)
  })
})

test('reads JavaScript of scripts as of modules', () => {
  const source = 'exports.all = async (xs) => { for (var i = 0; i < xs.length; i++) await f(xs[i]) }'
  expect(loopsOf(source, 'example.cjs')).toMatchObject([{ kind: 'index', head: 'var i', names: ['i'] }])
})

test('finds loops in source order, and the same ones when asked again', () => {
  const parsed = parseText('while (await a()) b()\nfor (const x of xs) await f(x)', 'example.js')
  const loops = findAwaitLoops(parsed)
  expect(loops.map(({ kind }) => kind)).toEqual(['condition', 'for-of'])
  expect(findAwaitLoops(parsed)).toBe(loops)
})
