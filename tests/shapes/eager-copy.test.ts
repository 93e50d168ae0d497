import { describe, expect, test } from 'vitest'
import { answersOf, outcomesOf } from '../report/answer-source.ts'

const RULE = 'no-eager-copy'

type Case = readonly [title: string, expected: string, source: string]

/** In a function that gets what the case is about. */
const given = (type: string, body: string) => `function f(users: ${type}, log: (x: unknown) => void) { ${body} }`

const SHORT_CIRCUIT: readonly Case[] = [
  ['some of the values of a Map', 'lazy certain', given('Map<string, number>', 'return [...users.values()].some((age) => age > 3)')],
  ['find in a Set', 'lazy certain', given('Set<string>', 'return Array.from(users).find((name) => name.length > 3)')],
  ['every of an iterator', 'lazy certain', given('Map<string, number>', 'return users.keys().toArray().every((name) => name.length > 3)')],
  ['includes in a Set', 'lazy certain', given('Set<string>', "return [...users].includes('ada')")],
  ['a fold', 'lazy certain', given('Set<number>', 'return [...users].reduce((sum, age) => sum + age, 0)')],
  ['a predicate of which nothing is known', 'lazy likely', given('Set<string>', 'return [...users].some((name) => isGuest(name))')],
  ['the same by its name', 'lazy likely', given('Set<string>', 'return [...users].some(isGuest)')],
  ['an iterable of which nothing is known', 'lazy likely', given('Things', 'return [...users].some((name) => name.length > 3)')],
  ['a stage before', 'lazy certain', given('Set<string>', 'return [...users].filter((name) => name.length > 3).some((name) => name[0] === "a")')],
  ['through a name', 'lazy certain', given('Set<string>', 'const names = [...users]; return names.some((name) => name.length > 3)')],
  ['a Map or an empty list', 'lazy likely', given('Map<string, number> | undefined', 'return Array.from(users ?? []).find(([name]) => name.length > 3)')],
  ['one of two collections', 'lazy likely', given('Map<string, number>', 'return Array.from(all ? users.keys() : new Set<string>()).some((name) => name.length > 3)')],
  ['keys of a form', 'lazy certain', given('Request', 'const form = await users.clone().formData(); return Array.from(form.keys()).some((key) => key.length > 3)').replace('function', 'async function')],
  ['the first ones', 'lazy certain', given('Set<string>', 'const [first, second] = [...users]; return first + second')],
  [
    'a generator that only computes',
    'lazy certain',
    'function* squares() { for (let i = 0; i < 9; i++) yield i * i }\nconst found = [...squares()].find((n) => n > 20)',
  ],
  [
    'a generator that asks what is not known',
    'lazy likely',
    'function* sizes(weigh: (n: number) => number) { for (const n of [1, 2]) yield weigh(n) }\nfunction f(weigh: (n: number) => number) { const [first] = [...sizes(weigh)]; return first }',
  ],
  ['a stage that only computes', 'lazy certain', given('Set<number>', 'const isHit = [...users].map((age) => { let twice = age; twice += age; return twice }).some((age) => age > 3); return isHit')],
  [
    'a property of another object beside one that is defined',
    'lazy certain',
    `function f(xs: string[]) {
      const all = new Set(xs)
      const box: { size?: number } = {}
      const other = { size: 1 }
      Object.defineProperty(box, 'size', { get() { return 1 } })
      let total = 0
      for (const name of [...all]) total += other.size + name.length
      return total
    }`,
  ],
  ['an array whose stage leaves it alone', 'lazy likely', given('number[]', 'for (const age of Array.from(users).map((one) => one + 1)) users.pop()')],
]

const WHOLE_WALK: readonly Case[] = [
  ['a loop over what is new', 'lazy certain', 'for (const name of [...new Set(names)]) save(name)'],
  ['a loop over what is new, which awaits', 'lazy certain', 'for (const name of Array.from(new Set(names))) await save(name)'],
  ['what is local and unchanged', 'lazy certain', "const seen = new Set<string>(); seen.add('a'); for (const name of [...seen]) save(name)"],
  ['forEach on what is new', 'lazy certain', 'Array.from(new Set(names)).forEach((name) => { save(name) })'],
  ['a parameter, and a body that only adds up', 'lazy certain', given('Set<number>', 'let sum = 0; for (const age of [...users]) sum += age; return sum')],
  ['a Set of a copy', 'lazy certain', given('Map<string, number>', 'return new Set([...users.keys()])')],
  ['arguments of which nothing is known', 'lazy certain', given('Things', 'return Math.max(...[...users])')],
  ['arguments', 'lazy certain', given('Set<number>', 'return Math.max(...[...users])')],
  ['a copy of what was just made', 'lazy certain', given('Set<number>', 'return [...Object.keys(users)].sort()')],
  ['an array', 'lazy certain', given('string[]', 'return users.slice().every((name) => name.length > 3)')],
  ['an array, whose copy has no holes', 'lazy likely', given('string[]', 'return [...users].every((name) => name.length > 3)')],
  ['how many there are', 'lazy certain', given('Set<string>', 'return [...users].length')],
  [
    'a generator through a stage',
    'lazy certain',
    `function* squares() { for (let i = 0; i < 9; i++) yield i * i }
    function f() { const even = [...squares()].filter((n) => n % 2 === 0); let sum = 0; for (const n of even) sum += n; return sum }`,
  ],
]

const SNAPSHOTS: readonly Case[] = [
  ['listeners', 'keep: snapshot', 'class A { listeners = new Set<() => void>(); emit() { for (const l of [...this.listeners]) l() } }'],
  ['what the body takes out of one of two', 'keep: snapshot', given('Set<string> | undefined', 'for (const name of [...(users ?? [])]) users!.delete(name)')],
  ['listeners that answer', 'keep: snapshot', 'class A { hooks = new Set<() => boolean>(); ask() { return [...this.hooks].some((hook) => hook()) } }'],
  ['listeners by forEach', 'keep: snapshot', 'class A { hooks = new Set<(x: number) => void>(); emit() { [...this.hooks].forEach((hook) => hook(1)) } }'],
  ['what the callback takes out', 'keep: snapshot', given('Set<string>', '[...users].forEach((name) => users.delete(name))')],
  ['what a callee takes out', 'keep: snapshot', 'const all = new Set<string>(); const drop = (x: string) => { all.delete(x) }; for (const x of [...all]) drop(x)'],
  ['copied, then cleared', 'keep: snapshot', given('Set<string>', 'const names = [...users]; users.clear(); for (const name of names) log(name)')],
  ['copied, then another', 'keep: snapshot', 'let queue = ["a"]; function flush() { const jobs = [...queue]; queue = []; for (const job of jobs) run(job) }'],
  ['a property, and an await', 'keep: snapshot', 'class A { all = new Set<string>(); async f() { for (const x of [...this.all]) await x } }'],
  ['a parameter, and an unknown call', 'keep: snapshot', given('Set<string>', 'for (const name of [...users]) log(name)')],
  ['an array that the body drains', 'keep: snapshot', given('string[]', 'for (const name of users.slice()) users.splice(users.indexOf(name), 1)')],
  ['hooks that are mapped', 'keep: snapshot', 'class A { hooks: (() => number)[] = []; f() { return this.hooks.slice().map((hook) => hook()) } }'],
  [
    'a generator that is drained before what it reads is let go',
    'keep: snapshot',
    `function* lines(file: { rows: string[]; close(): void }) { for (const row of file.rows) yield row }
    function f(file: { rows: string[]; close(): void }) { const all = [...lines(file)]; file.close(); for (const line of all) print(line) }`,
  ],
  [
    'an iterator that is drained, and asked again',
    'keep: unread-effects',
    'function f(all: Map<string, number>) { const ages = all.values(); return [...ages].some((age) => age > 9) || [...ages].length > 0 }',
  ],
  [
    'an iterator that is asked again, in between by what is not known',
    'keep: unread-effects',
    'function f(all: Map<string, number>, isOld: (age: number) => boolean) { const ages = all.values(); return [...ages].some((age) => isOld(age)) || [...ages].length > 0 }',
  ],
  [
    'an iterator that is asked once, by what is not known',
    'lazy likely',
    'function f(all: Map<string, number>, isOld: (age: number) => boolean) { const ages = all.values(); return [...ages].some((age) => isOld(age)) || [...all].length > 0 }',
  ],
  [
    'an iterator that is asked once',
    'lazy certain',
    'function f(all: Map<string, number>) { const ages = all.values(); return [...ages].some((age) => age > 9) || [...all].length > 0 }',
  ],
  [
    'a generator with effects, of which some would not happen',
    'keep: unread-effects',
    'function* steps() { console.log(1); yield 1; console.log(2); yield 2 }\nconst found = [...steps()].find((n) => n === 1)',
  ],
  [
    'a generator that hands each number to what is not known',
    'keep: unread-effects',
    'function* steps(log: (n: number) => void) { for (const n of [1, 2]) { log(n); yield n } }\nfunction f(log: (n: number) => void) { const [first] = [...steps(log)]; return first }',
  ],
  [
    'a stage with effects, of which some would not happen',
    'keep: unread-effects',
    given('Set<number>', 'let count = 0; const isHit = [...users].map((age) => { count += 1; return age * 2 }).some((age) => age > 3); return [isHit, count]'),
  ],
  [
    'such a stage by its name',
    'keep: unread-effects',
    `let count = 0; const twice = (age: number) => { count += 1; return age * 2 }
    ${given('Set<number>', 'return [...users].map(twice).some((age) => age > 3)')}`,
  ],
  [
    'a property that the file defines, whose code takes all out',
    'keep: snapshot',
    `function f(xs: string[]) {
      const all = new Set(xs)
      const box: { size?: number } = {}
      Object.defineProperty(box, 'size', { get() { all.clear(); return 1 } })
      let total = 0
      for (const name of [...all]) total += box.size! + name.length
      return total
    }`,
  ],
  [
    'a proxy, whose handler takes all out',
    'keep: snapshot',
    `function f(xs: string[]) {
      const all = new Set(xs)
      const box = new Proxy({ size: 1 }, { get() { all.clear(); return 1 } })
      let total = 0
      for (const name of [...all]) total += box.size + name.length
      return total
    }`,
  ],
  ['an array that its own stage drains', 'keep: snapshot', given('number[]', 'for (const age of Array.from(users).map((one) => { users.pop(); return one })) log(age)')],
  [
    'a stage that reads what the loop writes',
    'keep: stage-order',
    `function* squares() { yield 1; yield 4 }
    function f() { let limit = 0; const some = [...squares()].filter((n) => n > limit); for (const n of some) limit += n }`,
  ],
  [
    'a generator that may fail, and a body that would have run by then',
    'keep: snapshot',
    `function* parsed(rows: string[]) { for (const row of rows) { if (!row) throw new Error('empty'); yield row } }
    for (const row of [...parsed(read())]) console.log(row)`,
  ],
  [
    'a generator whose failure would become a rejection',
    'unknown: source-unknown',
    'function* jobs() { yield 1; throw new Error() }\nconst all = Promise.all([...jobs()])',
  ],
  ['what is live, by its tag', 'keep: few-elements', "for (const a of Array.from(document.getElementsByTagName('a'))) a.remove()"],
  ['what is live, by its parent', 'keep: snapshot', 'function f(root: HTMLElement) { for (const child of [...root.children]) child.remove() }'],
  ['what is live', 'keep: few-elements', "for (const a of [...document.querySelectorAll('a')]) a.remove()"],
]

const NEEDED: readonly Case[] = [
  ['turned round', 'keep: used-otherwise', given('Set<string>', 'return [...users].reverse()')],
  ['the last one', 'keep: used-otherwise', given('Set<string>', 'return [...users].at(-1)')],
  ['sorted', 'keep: used-otherwise', given('Set<string>', 'return [...users].sort()')],
  ['indexed', 'keep: used-otherwise', given('Set<string>', 'return [...users][1]')],
  ['measured', 'keep: used-otherwise', given('Iterable<string>', 'return [...users].length')],
  ['joined, which iterators cannot', 'keep: used-otherwise', given('Set<string>', "return [...users].join(', ')")],
  ['looked up by index', 'keep: used-otherwise', given('Set<string>', "return [...users].findIndex((name) => name === 'a')")],
  ['used twice', 'keep: used-otherwise', given('Set<string>', 'const names = [...users]; log(names); return names.some((n) => n > "a")')],
  ['used again and again', 'keep: used-otherwise', given('Set<string>', 'const names = [...users]; while (1) names.some((n) => n > "a")')],
  ['used in a function', 'keep: used-otherwise', given('Set<string>', 'const names = [...users]; return () => names.some((n) => n > "a")')],
  ['handed on', 'keep: used-otherwise', given('Set<string>', 'log([...users])')],
  ['an array is wanted', 'keep: used-otherwise', given('Set<string>', 'return [...users].filter((name) => name.length > 3)')],
  ['all of it through a stage', 'keep: whole-walk', given('Set<string>', 'return new Set([...users].map((name) => name.trim()))')],
  ['the array itself', 'keep: callback-sees-array', given('Set<string>', 'return [...users].some((name, i, all) => all[i + 1] === name)')],
  ['an index, by a fourth parameter', 'keep: callback-sees-array', given('Set<number>', 'return [...users].reduce((sum, n, i, all) => sum + n / all.length, 0)')],
  ['a `this`', 'keep: callback-sees-array', given('Set<string>', 'return [...users].some(function (name) { return this.has(name) }, users)')],
  ['an async callback', 'keep: callback-sees-array', given('Set<string>', '[...users].forEach(async (name) => { await log(name) })')],
  ['a function with more parameters', 'keep: callback-sees-array', `const isTop = (n: number, i: number, all: number[]) => all[i] > n\n${given('Set<number>', 'return [...users].some(isTop)')}`],
  ['elements that are written out', 'keep: few-elements', "const names = [...(ready ? ['ada'] : [])]"],
  ['what may be null', 'keep: used-otherwise', "const words = [...'a b'.match(/b/)]"],
  ['perhaps `false`', 'unknown: source-unknown', given('Set<string>', 'return Array.from(ready && users).some((name) => name.length > 3)')],
  ['an array-like', 'unknown: source-unknown', 'function f(list) { return Array.from(list).some((x) => x > 3) }'],
  ['holes that are filled', 'keep: may-have-holes', 'const rows = [...Array(3)].map((_, i) => i)'],
  ['characters', 'keep: few-elements', given('string', 'return [...users].some((letter) => letter === "a")')],
  ['what a function was called with', 'keep: few-elements', 'function f() { for (const x of [...arguments]) print(x) }'],
  ['parts of a page', 'keep: few-elements', "const has = (root) => [...root.querySelectorAll('a')].some((a) => a.href === '')"],
  ['an array by all signs, which may be none', 'unknown: source-unknown', 'function f(xs) { return xs.length > 3 && [...xs].some((x) => x > 3) }'],
  ['an author who says why', 'keep: author-says', `// sequential: the set changes underneath\nfor (const name of [...new Set(names)]) save(name)`],
]

const NO_COPIES: readonly Case[] = [
  ['a `toArray` of its own', '', 'class Bag { toArray() { return [] } }\nconst bag = new Bag(); bag.toArray().forEach((x) => print(x))'],
  ['a text that is cut', '', given('string', 'return users.slice().length')],
  ['a mapper', '', given('Set<string>', 'return Array.from(users, (x) => x.length).some((n) => n > 3)')],
  ['as many as said', '', 'const rows = Array.from({ length: 3 })'],
  ['an `Array` of its own', '', 'import { Array } from "./array"\nexport const f = (xs) => Array.from(xs).some((x) => x)'],
  ['more elements', '', given('Set<string>', "return [...users, 'all'].some((x) => x === 'a')")],
]

const firstOf = (source: string): string => outcomesOf(RULE, source)[0] ?? ''

describe.each([
  ['reported: what stops early', SHORT_CIRCUIT],
  ['reported: what is walked once', WHOLE_WALK],
  ['silent: snapshots', SNAPSHOTS],
  ['silent: what needs the array', NEEDED],
  ['no copies', NO_COPIES],
])('%s', (_, cases) => {
  test.each(cases)('%s', (_title, expected, source) => expect(firstOf(source)).toBe(expected))
})

/** Ways by which a copied collection changes while the copy is walked. */
const HIDDEN_CHANGES: readonly (readonly [title: string, source: string])[] = [
  ['in a callback of the body', 'const all = new Set<string>(); for (const x of [...all]) { await new Promise<void>((done) => { all.delete(x); done() }) }'],
  ['by a listener, during an await', "const all = new Set<string>(); page.on('close', () => all.clear()); for (const x of [...all]) await x"],
  ['by a function that others hold', 'const all = new Set<string>(); const api = { add: (x: string) => all.add(x) }; for (const x of [...all]) handle(x, api)'],
  ['by an object that holds it', 'const all = new Set<string>(); const holder = { all }; const drop = (h: typeof holder, x: string) => { h.all.delete(x) }; for (const x of [...all]) drop(holder, x)'],
  ['by what it was handed to', 'const all = new Set<string>(); const store = new Store(all); for (const x of [...all]) store.drop(x)'],
  ['under another name', 'const all = new Set(names); const same = all; for (const x of [...all]) same.add(x + 1)'],
  ['as another parameter', "function f(a: Set<string>, b: Set<string>) { for (const x of [...a]) b.add(x + '!') }"],
  ['by the elements', 'function f(root: { parts: { detach(): void }[] }) { root.parts.slice().forEach((part) => part.detach()) }'],
  ['by their parent', 'function f(root: { parts: Set<Part> }) { for (const part of [...root.parts]) part.parent.parts.delete(part) }'],
  ['by whoever takes from a generator', 'function* f(all: Set<string>) { for (const x of [...all]) yield x }'],
  ['by who takes from the same iterator', 'function f(all: Map<string, number>) { const ages = all.values(); for (const x of [...ages]) ages.next() }'],
  ['before it is walked', "function f(queue: string[]) { const jobs = queue.slice(); queue.length = 0; return jobs.some((job) => job > 'a') }"],
  ['before it is walked, while something is awaited', "async function f(queue: Set<string>) { const jobs = [...queue]; await load(); return jobs.some((job) => job > 'a') }"],
  ['by an index', 'function f(queue: string[]) { for (const job of [...queue]) queue[0] = job }'],
]

describe('silent: what was copied changes', () => {
  test.each(HIDDEN_CHANGES)('%s', (_, source) => expect(firstOf(source)).toBe('keep: snapshot'))
})

test('only strict tells of stages that are all walked', () => {
  const source = WHOLE_WALK.at(-1)![2]
  expect(answersOf(RULE, source).map(({ finding }) => finding.preset)).toEqual(['strict'])
})
