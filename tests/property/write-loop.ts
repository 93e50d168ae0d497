import type { LoopShape, Text } from './program-shape.ts'
import { choose, writeCall, writeText } from './write-expressions.ts'
import { indented, writeStatements } from './write-statements.ts'
import type { EnclosingLoop, Scope } from './writing-scope.ts'
import { innerScope } from './writing-scope.ts'

/** How a loop begins, what it declares before, and what its turns get. */
interface Head {
  readonly before: readonly string[]
  readonly head: string
  readonly first: readonly string[]
  readonly last: readonly string[]
  readonly key: string
  readonly item: string | null
  readonly texts: readonly string[]
  /** Array that is walked, if it has a name. */
  readonly source: string | null
}

export const LISTS = [
  "['a', 'b', 'c', 'd', 'e']",
  "['a', 'b', 'c', 'd', 'e']",
  "['a', 'bb', 'c', 'dd']",
  "['a', 'b', 'a', 'c', 'b']",
  "['e', 'd', 'a', 'shared']",
]
const OBJECTS =
  "[{ id: 'a', tags: ['x', 'y'], name: 'A' }, { id: 'b', tags: [], name: 'B' }, { id: 'c', tags: ['x', 'z', 'w'], name: 'C' }]"

const REPEATED_NAMES =
  "[{ id: 'a', tags: ['x'], name: 'b' }, { id: 'b', tags: ['x'], name: 'b' }, { id: 'a', tags: [], name: 'c' }]"

/** A loop with its body. */
export function writeLoop(shape: LoopShape, scope: Scope): string[] {
  const head = headOf(shape, scope)
  const jumps = new Set<string>()
  const loop: EnclosingLoop = {
    step: head.last[0] ?? null,
    label: scope.names.fresh('turns'),
    outer: scope.loop,
    source: head.source,
    jumps: scope.loop?.jumps ?? jumps,
  }
  const texts = [...scope.texts, ...head.texts]
  const inner = innerScope(scope, { loop, key: head.key, item: head.item ?? scope.item, texts })
  const lead = shape.leads && scope.isAsync ? [writeLead(shape.values, inner)] : []
  const body = indented([...head.first, ...lead, ...writeStatements(shape.body, inner), ...head.last])
  const label = loop.jumps.has(loop.label) ? `${loop.label}: ` : ''
  return [...head.before, `${label}${head.head} {`, ...body, '}']
}

function writeLead(pick: number, scope: Scope): string {
  const name = scope.names.fresh('lead')
  const leads = ['read', 'fetchPage', 'lookup', 'fetchPage', 'read', 'bump', scope.owner === 'helper' ? 'read' : 'pool.get']
  scope.texts.push(name)
  return `const ${name} = await ${choose(leads, pick)}(${scope.key})`
}

/** A chain of promises that a `reduce` makes. */
export function writeReduce({ head, values, body }: LoopShape, value: Text, scope: Scope): string[] {
  const [list, key, all] = [choose(LISTS, values), scope.names.fresh('key'), scope.names.fresh('all')]
  const call = head % 3 === 0 ? writeCall(head, key, scope) : null
  if (call) return [`await ${list}.reduce((before, ${key}) => before.then(() => ${call}), Promise.resolve())`]
  const inner = innerScope(scope, { loop: null, key, isGenerator: false })
  const turn = [`const gathered = await before`, ...writeStatements(body, inner)]
  const lines = [...turn, `gathered.push(${writeText(value, inner)})`, 'return gathered']
  scope.texts.push(`${all}.join()`)
  const start = `const ${all} = await ${list}.reduce(async (before, ${key}) => {`
  return [start, ...indented(lines), '}, Promise.resolve([]))']
}

function headOf({ head, values }: LoopShape, scope: Scope): Head {
  const { names } = scope
  const list = choose(LISTS, values)
  const key = names.fresh('key')
  const named = names.fresh('names')
  const make = (from: string, before: readonly string[] = []): Head => ({
    before,
    head: `for (const ${key} of ${from})`,
    first: [],
    last: [],
    key,
    item: null,
    texts: [],
    source: before[0]?.endsWith(']') && !before[0].includes('{') ? from : null,
  })
  const declared = [`const ${named} = ${list}`]
  const table = [`const ${named} = { a: 'x', b: 'yy', c: 'zzz' }`]
  const objects = (from: string, before: readonly string[] = []): Head => {
    const item = names.fresh('item')
    return { ...make(from, before), head: `for (const ${item} of ${from})`, key: `${item}.id`, item }
  }
  const index = names.fresh('i')
  const counted = { before: declared, first: [`const ${key} = ${named}[${index}]`] }
  const isMain = scope.owner !== 'helper'
  const heads: (() => Head)[] = [
    () => make(list),
    () => make(list),
    () => make(list),
    () => make(list),
    () => make(named, declared),
    () => make(named, declared),
    () => make('MODULE_KEYS'),
    () => make(isMain ? 'keys' : list),
    () => objects(isMain ? 'items' : OBJECTS),
    () => objects(OBJECTS),
    () => objects(named, [`const ${named} = ${OBJECTS}`]),
    () => objects(REPEATED_NAMES),
    () => ({ ...make(isMain ? 'items' : OBJECTS), head: `for (const { id: ${key}, name: ${named} } of ${isMain ? 'items' : OBJECTS})`, texts: [named] }),
    () => make(`Object.keys(${named})`, table),
    () => make(`new Set(${isMain ? 'keys' : list})`),
    () => ({ ...make(list), head: `for (const [${index}, ${key}] of ${list}.entries())`, texts: [`String(${index})`] }),
    () => ({ ...make(named, table), head: `for (const ${key} in ${named})` }),
    () => ({ ...make(named), ...counted, head: `for (let ${index} = 0; ${index} < ${named}.length; ${index}++)` }),
    () => ({
      ...make(named),
      ...counted,
      before: [...declared, `let ${index} = 0`],
      head: `while (${index} < ${named}.length)`,
      last: [`${index}++`],
    }),
    () => ({
      ...make(named, declared),
      head: `while (${named}.length > 0)`,
      first: [`const ${key} = ${named}.shift()`],
    }),
    () => make(`${list}.filter((one) => one !== 'c')`),
    () => make(`[...${isMain ? 'keys' : list}]`),
    () => ({
      ...make(list),
      head: `for (let ${index} = 0; ${index} < 5; ${index}++)`,
      key: `String(${index})`,
    }),
    () => ({ ...make(named, table), head: `for (const [${key}, ${index}] of Object.entries(${named}))`, texts: [index] }),
    () => make(scope.item ? `${scope.item}.tags` : list),
    () => make(isMain ? `state.keys` : list),
    () => make(scope.isAsync ? `await readdir('seeded')` : list),
    () => (scope.isAsync ? { ...make(list), head: `for await (const ${key} of ${list})` } : make(list)),
    () => (scope.isAsync ? { ...make(list), head: `for await (const ${key} of eachKey())` } : make(list)),
  ]
  return choose(heads, head)()
}
