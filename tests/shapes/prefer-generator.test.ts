import { describe, expect, test } from 'vitest'
import { outcomesOf } from '../report/answer-source.ts'

type Case = readonly [title: string, expected: readonly string[], source: string]

const RULE = 'prefer-generator'

const SQUARES = `
function squares(n: number): number[] {
  const out: number[] = []
  for (let i = 1; i <= n; i++) out.push(i * i)
  return out
}
`
const NAMES = `
interface Entry { name: string; children: Entry[] }
function namesOf(entry: Entry): string[] {
  const names: string[] = [entry.name]
  return names
}
`.replace('[entry.name]', '[]').replace('return names', 'names.push(entry.name)\n  for (const child of entry.children) names.push(...namesOf(child))\n  return names')

/** A function that makes each value by a call, and a caller that keeps each where others see it. */
const MADE = 'function valuesOf(xs) { const out = []; for (const x of xs) out.push(parse(x)); return out }\n'
const KEEPS = 'function g(state) { for (const value of valuesOf(list)) { state.last = value; if (value.on) break } }'

const PAGES = `
async function rowsOf(url: string): Promise<string[]> {
  const rows: string[] = []
  for (let next: string | null = url; next; ) {
    const page = await (await fetch(next)).json()
    rows.push(...page.rows)
    next = page.next
  }
  return rows
}
`
const FIRST = 'for (const s of squares(1000)) if (s > 50) break\n'

const REPORTED: readonly Case[] = [
  ['a caller that stops early', ['lazy certain'], SQUARES + FIRST],
  ['one that leaves its function', ['lazy certain'], `${SQUARES}const f = (n: number) => { for (const s of squares(n)) if (s > 50) return s }`],
  ['one that leaves a loop around', ['lazy certain'], `${SQUARES}a: for (;;) { for (const s of squares(9)) if (s > 5) continue a }`],
  ['one that takes the first', ['lazy certain'], `${SQUARES}const [first] = squares(1000)`],
  ['by way of a name', ['lazy certain'], `${SQUARES}const all = squares(9)\nfor (const s of all) if (s > 50) break`],
  ['of several callers one', ['lazy certain'], `${SQUARES}${FIRST}const set = new Set(squares(9)), max = Math.max(...squares(3))`],
  ['more that stop early than need an array', ['lazy certain'], `${SQUARES}${FIRST}${FIRST}const n = squares(9).length`],
  ['a tree', ['lazy certain'], `${NAMES}let total = 0\nexport function count(entry: Entry) { for (const name of namesOf(entry)) total += name.length }`],
  ['pages', ['lazy certain'], `${PAGES}async function f() { let n = 0; for (const row of await rowsOf('/a')) n += row.length; return n }`],
  [
    'a method that is private',
    ['lazy certain'],
    `class A {
      #evens(n: number) { const out: number[] = []; for (let i = 0; i < n; i += 2) out.push(i); return out }
      first() { for (const x of this.#evens(10)) return x }
    }`,
  ],
  [
    'an arrow function',
    ['lazy certain'],
    'const evens = (n) => { const out = []; for (let i = 0; i < n; i += 2) { out.push(i) } return out }\nfor (const x of evens(9)) if (x) break',
  ],
  ['what a reading callee of the caller is given', ['lazy certain'], `${SQUARES}for (const s of squares(9)) { if (s > 50) break; report(s) }`],
  [
    'a whole walk, where each value costs something',
    ['lazy possible'],
    `function linesOf(files: string[]) { const out = []; for (const f of files) out.push(f.split('.')); return out }
    for (const line of linesOf(xs)) show(line)`,
  ],
  [
    'a caller whose work so far is seen after a failure',
    ['lazy likely'],
    `${PAGES}class A { n = 0; async f() { for (const row of await rowsOf('/a')) this.n += row.length } }`,
  ],
  [
    'a failure that the caller handles, of what cannot fail',
    ['lazy certain'],
    `${SQUARES}export function f() { try { for (const s of squares(9)) if (s > 50) return s } catch {} }`,
  ],
  ['a caller that waits, of what nobody else has', ['lazy certain'], `${SQUARES}async function f() { for (const s of squares(9)) if (await isLarge(s)) return s }`],
  [
    'a caller that may change what is read, for all that is known',
    ['lazy possible'],
    `${NAMES}export function count(entry: Entry) { for (const name of namesOf(entry)) { if (visit(name)) break } }`,
  ],
  [
    'a caller that keeps elsewhere what a function made of which nothing is known',
    ['lazy possible'],
    `${MADE}${KEEPS}`,
  ],
  [
    'a caller that keeps elsewhere what was read from a file',
    ['lazy likely'],
    `import { readFileSync } from 'node:fs'\n${MADE.replace('parse(x)', 'readFileSync(x)')}${KEEPS}`,
  ],
  [
    'an exported one, of whose callers some are in the file',
    ['lazy possible'],
    `export ${SQUARES.trim()}\n${FIRST}`,
  ],
]

const walker = (body: string, before = '') => `interface Item { on: boolean; size: number; children: Item[] }
${before}function onesOf(items: Item[]): Item[] { const out: Item[] = []; for (const item of items) if (item.on) out.push(item); return out }
export function first(items: Item[]) { ${body} }`

const ONES = 'for (const one of onesOf(items))'

const KEPT: readonly Case[] = [
  ['a name from outside the loop', ['keep: caller-keeps-array'], walker('let one; for (one of onesOf(items)) { if (one.size) break }')],
  ['a change by a function of the file', ['keep: caller-changes-source'], walker(`${ONES} { drop(); if (one.size) break }\nfunction drop() { items.pop() }`)],
  ['a change by another name', ['keep: caller-changes-source'], walker(`${ONES} { const self = one; self.on = false; if (one.size) break }`)],
  ['a change in the next turn', ['keep: caller-changes-source'], walker(`let last: Item | undefined; ${ONES} { if (last) last.on = false; last = one; if (one.size) break }`)],
  [
    'a change of what a function in between reads',
    ['keep: caller-changes-source'],
    `let least = 0\nfunction isLarge(n: number) { return n > least }
    function f(ns: number[]) { const out = []; for (const n of ns) if (isLarge(n)) out.push(n); return out }
    export function g(ns: number[]) { for (const n of f(ns)) { least = n; if (n > 9) break } }`,
  ],
  ['a failure that the caller handles', ['keep: fails-late'], `${PAGES}async function f() { let n = 0; try { for (const r of await rowsOf('/a')) n += r.length } catch { n = -1 } return n }`],
  ['a caller that indexes', ['keep: caller-keeps-array'], `${SQUARES}${FIRST}const last = squares(9)[3]`],
  ['one that measures', ['keep: caller-keeps-array'], `${SQUARES}${FIRST}const size = squares(9).length`],
  ['one that calls a method of arrays', ['keep: caller-keeps-array'], `${SQUARES}${FIRST}squares(9).map(String)`],
  ['one that hands it on', ['keep: caller-keeps-array'], `${SQUARES}${FIRST}keep(squares(9))`],
  ['one that gives it back', ['keep: caller-keeps-array'], `${SQUARES}${FIRST}const f = () => squares(9)`],
  ['one that stores it', ['keep: caller-keeps-array'], `${SQUARES}${FIRST}class A { all = squares(9) }`],
  ['one that walks it twice', ['keep: caller-keeps-array'], `${SQUARES}const all = squares(9)\nfor (const s of all) if (s) break\nfor (const s of all) show(s)`],
  ['one that walks it in a loop', ['keep: caller-keeps-array'], `${SQUARES}const all = squares(9)\nfor (;;) for (const s of all) if (s) break`],
  ['one that walks it later', ['keep: caller-keeps-array'], `${SQUARES}const all = squares(9)\nexport function f() { for (const s of all) if (s) break }`],
  ['one that throws it away', ['keep: caller-discards'], `${SQUARES}${FIRST}squares(9)`],
  ['one that waits for it and other work', ['keep: caller-keeps-array'], `${PAGES}async function f() { const [rows] = await Promise.all([rowsOf('/a'), other()]); for (const r of rows) if (r) break }`],
  ['two that are started, then walked', ['keep: caller-keeps-array'], `${PAGES}async function f() { const a = rowsOf('/a'); const b = rowsOf('/b'); for (const r of await a) show(r); for (const r of await b) show(r) }`],
  ['a failure handled around the call alone', ['keep: caller-keeps-array'], `${SQUARES}let all = []\ntry { all = squares(9) } catch {}\nfor (const s of all) if (s) break`],
  ['a failure of the promise that is handled', ['keep: caller-keeps-array'], `${PAGES}async function f() { for (const r of await rowsOf('/a').catch(() => [])) if (r) break }`],
  ['no caller', ['keep: no-local-caller'], `export ${SQUARES.trim()}`],
  ['a function that is handed on', ['keep: callers-unseen'], `${SQUARES}${FIRST}keep(squares)`],
  ['a method that others may call', ['keep: callers-unseen'], 'class A { all(n) { const out = []; for (let i = 0; i < n; i++) out.push(i); return out } f() { for (const x of this.all(3)) if (x) break } }'],
  ['an array that is looked at', ['keep: array-used'], `${SQUARES.replace('return out', 'if (out.length > 3) return out\n  return out')}${FIRST}`],
  ['one that callbacks fill', ['keep: array-used'], `function f(xs) { const out = []; xs.forEach((x) => { out.push(x) }); return out }\nfor (const x of f(ys)) if (x) break`],
  ['another result at times', ['keep: array-used'], `${SQUARES.replace('return out', 'if (n > 9) return null\n  return out')}${FIRST}`],
  ['all taken at once', ['keep: little-gained'], `${SQUARES}const all = [...squares(9)]`],
  ['a few values', ['keep: little-gained'], `function f(x) { const out = []; out.push(x); if (x.y) out.push(x.y); return out }\nfor (const v of f(z)) if (v) break`],
  ['a tiny whole walk', ['keep: little-gained'], `${SQUARES}for (const s of squares(9)) show(s)`],
  ['a function that waits first, and then has all', ['keep: little-gained'], `async function f(u) { const out = []; const r = await fetch(u); for (const x of r.headers) out.push(x); return out }\nasync function g() { for (const x of await f(1)) show(x) }`],
  ['a function that prints', ['keep: producer-has-effects'], `${SQUARES.replace('out.push', 'console.log(i), i; out.push')}${FIRST}`.replace('for (let i = 1; i <= n; i++) console.log(i), i; out.push(i * i)', 'for (let i = 1; i <= n; i++) { console.log(i); out.push(i * i) }')],
  ['one that counts', ['keep: producer-has-effects'], `let made = 0\n${SQUARES.replace('out.push(i * i)', '{ made++; out.push(i * i) }')}${FIRST}`],
  ['one that changes its argument', ['keep: producer-has-effects'], `function f(xs) { const out = []; while (xs.length) out.push(xs.pop()); return out }\nfor (const x of f(ys)) if (x) break`],
  ['one that calls for an effect', ['keep: producer-has-effects'], `${SQUARES.replace('out.push(i * i)', '{ notify(i); out.push(i * i) }')}${FIRST}`],
  ['one that holds something open', ['keep: holds-resource'], `function f(xs) { const out = []; try { for (const x of xs) out.push(x) } finally { close() } return out }\nfor (const x of f(ys)) if (x) break`],
  ['the same by `using`', ['keep: holds-resource'], `function f(p) { using file = open(p); const out = []; for (const x of file) out.push(x); return out }\nfor (const x of f(ys)) if (x) break`],
  ['one that fails in the middle', ['keep: fails-late'], `${SQUARES.replace('out.push(i * i)', '{ if (i > 99) throw new Error(); out.push(i * i) }')}${FIRST}`],
  ['one that gives up in the middle', ['keep: fails-late'], `${SQUARES.replace('out.push(i * i)', '{ if (i > 99) return []; out.push(i * i) }')}${FIRST}`],
  ['a value that is completed later', ['keep: changes-later'], `function f(xs) { const out = []; for (const x of xs) { const row = { x }; out.push(row); row.size = x.length } return out }\nfor (const x of f(ys)) if (x) break`],
  ['a value that a later turn changes', ['keep: changes-later'], `function f(xs) { const out = []; let last; for (const x of xs) { if (last) last.end = x.start; last = { x }; out.push(last) } return out }\nfor (const x of f(ys)) if (x) break`],
  ['a function that uses what changes', ['keep: changes-later'], `function f(xs) { const out = []; let n = 0; for (const x of xs) { n += 1; out.push(() => n) } return out }\nfor (const x of f(ys)) if (x()) break`],
  ['a caller that changes what is read', ['keep: caller-changes-source'], walker('for (const one of onesOf(items)) { items.push(one); if (one.size) break }')],
  ['as many that need an array as stop early', ['keep: caller-keeps-array'], `${SQUARES}${FIRST}const n = squares(9).length`],
  ['one that needs an array at the start of a statement', ['keep: caller-keeps-array'], `${SQUARES}${FIRST}${FIRST}squares(9).sort()`],
  ['one that changes it in what it is given', ['keep: caller-changes-source'], walker('for (const one of onesOf(items)) { for (const c of one.children) c.on = false; one.on = false; if (one.size) break }')],
  ['one that changes it between call and walk', ['keep: caller-changes-source'], walker('const ones = onesOf(items); items.length = 0; for (const one of ones) if (one.size) break')],
  ['one that takes nodes out of the tree, by its name', ['keep: caller-changes-source'], 'function nodesOf(node) { const out = []; out.push(node); for (const child of node.children) out.push(...nodesOf(child)); return out }\nfor (const node of nodesOf(root)) removeNode(node)'],
  ['one that writes where it reads', ['keep: caller-changes-source'], `import fs from 'node:fs'
    function textsOf(paths: string[]) { const out = []; for (const p of paths) out.push(fs.readFileSync(p, 'utf8')); return out }
    for (const text of textsOf(ps)) { fs.writeFileSync('all.txt', text); if (text) break }`],
  ['promises in an async one', ['keep: promise-elements'], `async function f(us: string[]) { const out = []; for (const u of us) { const h = await fetch(u); if (h.ok) out.push(h.json()) } return out }\nasync function g() { for (const p of await f(us)) if (await p) break }`],
]

describe('reported', () => {
  test.each(REPORTED)('%s', (_, expected, source) => expect(outcomesOf(RULE, source)).toEqual(expected))

  test('a property of another name may be changed in what is given', () => {
    expect(outcomesOf(RULE, walker('for (const one of onesOf(items)) { one.size = 0; if (one.children) break }'))).toEqual(['lazy likely'])
  })
})

describe('left alone', () => {
  test.each(KEPT)('%s', (_, expected, source) => expect(outcomesOf(RULE, source)).toEqual(expected))
})
