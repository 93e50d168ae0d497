import { expect, test } from 'vitest'
import { outcomes } from '../judge-source.ts'

/** An object that is made anew and holds what turns share, and a near miss that holds something of its own. */
interface Held {
  readonly name: string
  readonly source: string
  readonly near: string
}

const HEAD = `import { readFile } from 'node:fs/promises'
  const rf = (f: string) => readFile(f, 'utf8')
  const shared = { last: '' }
  async function step(s, f: string) { const t = await rf(f + s.last); s.last = t; return t }
  async function getShared() { return shared }
  function clean(s) { return { last: s.last } }\n`

/** A turn makes an object of the class and lets it work on `this.s`. */
const made = (fields: string, made: string, classes = ''): string => `${HEAD}${classes}
  class R ${fields.replace(/\}$/, 'go(f: string) { return step(this.s, f) } }')}
  async function all(fs: string[], root: R) {
    const s = { last: '' }
    const out: string[] = []
    for (const f of fs) out.push(await ${made}.go(f))
    return out
  }`
const turn = (body: string, before = ''): string => `${HEAD}
  async function all(fs: string[]) {
    const s = { last: '' }; const list = fs.map((id) => ({ id, last: '' }))
    const out: string[] = []
    ${before}
    for (const f of fs) { ${body}; out.push(f) }
    return out
  }`
/** The prefix reads the first of a list, the rest writes it by another way. */
const other = (place: string): string => turn(`const t = await rf(f + list[0].last); ${place}.last = t`)
const outside = (before: string, place: string, read = 'last'): string =>
  turn(`const t = await rf(f + list[0].${read}); ${place}.last = t`, before)
/** What is awaited is written after it was read. */
const awaited = (value: string): string => turn(`const o = await ${value}; const t = await rf(f + o.last); o.last = t`)

const OPTIONS = '{ s; constructor(o: { s?: S } = {}) { this.s = o.s ?? { last: "" } } }'
const PATTERN = '{ s; constructor({ s }: { s: S }) { this.s = s } }'
const SPREAD = '{ #o; constructor(o: { s: S }) { this.#o = { dry: false, ...o } } get s() { return this.#o.s } }'
const DEFAULT = '{ s; constructor(s = shared) { this.s = s } }'
const ASSIGNED = '{ s!: S; constructor(o: { s: S }) { Object.assign(this, o) } }'
const parent = (given: string): string => `extends P { constructor(s: S, n = 3) { super(${given}) } }`
const inner = (given: string): string => `{ #in; constructor(s: S) { this.#in = new I(${given}) } get s() { return this.#in.s } }`

const HELD: readonly Held[] = [
  { name: 'a part of what a pattern takes', source: made(PATTERN, 'new R({ s })'), near: made(PATTERN, 'new R({ s: { last: f } })') },
  { name: 'a part of options with a default', source: made(OPTIONS, 'new R({ s })'), near: made(OPTIONS, 'new R({ s: { last: f } })') },
  { name: 'a default that is new', source: made(OPTIONS.replace('{ last: "" }', 'shared'), 'new R()'), near: made(OPTIONS, 'new R()') },
  { name: 'a part of options that are spread', source: made(SPREAD, 'new R({ s })'), near: made(SPREAD, 'new R({ s: { last: f } })') },
  { name: 'a default of the module', source: made(DEFAULT, 'new R()'), near: made(DEFAULT, 'new R({ last: f })') },
  {
    name: 'one of two values',
    source: made('{ s; constructor(p?: R) { this.s = p ? p.s : { last: "" } } }', 'new R(root)'),
    near: made('{ s; constructor(p?: R) { this.s = p ? clean(p.s) : { last: "" } } }', 'new R(root)'),
  },
  {
    name: 'what is given to the class above',
    source: made(parent('s'), 'new R(s)', 'class P { constructor(readonly s: S) {} }'),
    near: made(parent('{ last: "" }'), 'new R(s)', 'class P { constructor(readonly s: S) {} }'),
  },
  {
    name: 'a field of the class above',
    source: made('extends P { }', 'new R()', 'class P { s = shared }'),
    near: made('extends P { }', 'new R()', 'class P { s = { last: "" } }'),
  },
  {
    name: 'what the constructor above sets',
    source: made('extends P { }', 'new R()', 'class P { s; constructor() { this.s = shared } }'),
    near: made('extends P { }', 'new R()', 'class P { s; constructor() { this.s = clean(shared) } }'),
  },
  { name: 'what is assigned to the whole', source: made(ASSIGNED, 'new R({ s })'), near: made(ASSIGNED, 'new R({ s: { last: f } })') },
  {
    name: 'an object in the object',
    source: made(inner('s'), 'new R(s)', 'class I { constructor(readonly s: S) {} }'),
    near: made(inner('{ last: "" }'), 'new R(s)', 'class I { constructor(readonly s: S) {} }'),
  },
  {
    name: 'a field that is set from outside',
    source: turn('const r = new R(); r.s = s; await step(r.s, f)', 'class R { s = { last: "" } }'),
    near: turn('const r = new R(); r.s = { last: f }; await step(r.s, f)', 'class R { s = { last: "" } }'),
  },
  {
    name: 'a property that is set',
    source: turn('const job: any = {}; job.s = s; await step(job.s, f)'),
    near: turn('const job: any = {}; job.s = { ...s }; await step(job.s, f)'),
  },
  {
    name: 'what is appended',
    source: turn('const jobs: S[] = []; list.forEach((one) => jobs.push(one)); await step(jobs[0], f)'),
    near: turn('const jobs: S[] = []; list.forEach((one) => jobs.push({ ...one })); await step(jobs[0], f)'),
  },
  {
    name: 'arguments in a list',
    source: turn('const args = [s, f] as const; await step(...args)'),
    near: turn('const args = [{ ...s }, f] as const; await step(...args)'),
  },
  {
    name: 'entries that became an object',
    source: outside('const byId = Object.fromEntries(list.map((one) => [one.id, one]))', 'byId[f]'),
    near: outside('const byId = Object.fromEntries(list.map((one) => [one.id, one]))', 'byId[f]', 'id'),
  },
  { name: 'some of a list', source: outside('const some = list.filter((one) => one.id)', 'some[0]'), near: outside('const some = list.map((one) => ({ ...one }))', 'some[0]') },
  { name: 'a sorted list', source: other('list.sort()[0]'), near: other('list.map(clean).sort()[0]') },
  {
    name: 'a Map of a list',
    source: other('new Map(list.map((one) => [one.id, one])).get(f)'),
    near: other('new Map(list.map((one) => [one.id, clean(one)])).get(f)'),
  },
  {
    name: 'keys of a Map',
    source: turn('const t = await rf(f + list[0].last); for (const one of new Map(list.map((one) => [one, 1])).keys()) one.last = t'),
    near: turn('const t = await rf(f + list[0].last); for (const one of new Map(list.map((one) => [{ ...one }, 1])).keys()) one.last = t'),
  },
  { name: 'groups', source: other('Map.groupBy(list, (one) => one.id).get(f)[0]'), near: other('Map.groupBy(list.map(clean), (one) => one.last).get(f)[0]') },
  { name: 'a flat list', source: other('[list].flat()[0]'), near: other('[list.map(clean)].flat()[0]') },
  { name: 'an entry of a literal', source: turn('await step([s].at(0), f)'), near: turn('await step([{ ...s }].at(0), f)') },
  { name: 'what an iterator gives', source: other('list.values().next().value'), near: other('list.map(clean).values().next().value') },
  { name: 'one of the promises', source: awaited('Promise.race([shared])'), near: awaited('Promise.race([{ ...shared }])') },
  {
    name: 'one of all promises',
    source: turn('const [o, t] = await Promise.all([shared, rf(f + shared.last)]); o.last = t'),
    near: turn('const [o, t] = await Promise.all([{ last: f }, rf(f)]); o.last = t'),
  },
  {
    name: 'what stands in for a failure',
    source: awaited('rf(f).then((t) => JSON.parse(t)).catch(() => shared)'),
    near: awaited('rf(f).then((t) => JSON.parse(t)).catch(() => ({ ...shared }))'),
  },
  { name: 'what a callback of a promise gives', source: awaited('rf(f).then(() => shared)'), near: awaited('rf(f).then(() => ({ ...shared }))') },
  {
    name: 'what a promise is settled with',
    source: awaited('new Promise((resolve) => resolve(shared))'),
    near: awaited('new Promise((resolve) => resolve({ ...shared }))'),
  },
]

test.each(HELD)('$name', ({ source, near }) => {
  expect(outcomes(source).at(-1)).toBe('serial: carried-collection')
  expect(outcomes(near).at(-1)).toMatch(/ certain$/)
})

/** Where it is not known what is held, that makes an answer less sure, and no more than that. */
const UNKNOWN: readonly (readonly [name: string, source: string, outcome: string])[] = [
  ['a class that is not seen', turn('const t = await rf(f + s.last); new R(s).s.last = t', "import { R } from './r'"), 'fission likely'],
  [
    'what a call gives, among all promises',
    turn('const [o, t] = await Promise.all([getShared(), rf(f + shared.last)]); o.last = t'),
    'fission likely',
  ],
  [
    'what others settle a promise with',
    turn('const o = await new Promise((resolve) => register(resolve)); const t = await rf(f); o.last = t'),
    'fission likely',
  ],
]

test.each(UNKNOWN)('%s', (_, source, outcome) => {
  expect(outcomes(source).at(-1)).toBe(outcome)
})
