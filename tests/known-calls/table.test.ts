import { describe, expect, test } from 'vitest'
import { MODULE_ALIASES } from '../../src/facts/known-calls/module-aliases.ts'
import { KNOWN_CALL_SCHEMA } from '../../src/facts/known-calls/row-schema.ts'
import type { KnownCallRow } from '../../src/facts/known-calls/row.ts'
import { KNOWN_CALL_ROWS } from '../../src/facts/known-calls/table.ts'
import { formatKind, parseKind } from '../../src/facts/values/kind.ts'

const GOOD: KnownCallRow = { module: 'fs', name: 'readFile', effects: [], source: 'https://nodejs.org/api/fs.html' }

describe('every row', () => {
  test.each(KNOWN_CALL_ROWS.map((row) => [labelOf(row), row] as const))('%s', (_label, row) => {
    expect(faultOf(row)).toBe(null)
  })

  test('comes under its name only once without a condition, and last', () => {
    expect(hiddenRows(KNOWN_CALL_ROWS)).toEqual([])
  })

  test('is under the name that callees are looked up by', () => {
    const aliased = namesOf(KNOWN_CALL_ROWS).filter((name) => {
      const [module = '', path = ''] = name.replace(/:new /, ':').split(':')
      return module in MODULE_ALIASES || `${module}:${path.split(/[.#(]/)[0]}` in MODULE_ALIASES
    })
    expect(aliased).toEqual([])
  })
})

describe('the checks of the table reject', () => {
  test.each<[string, Partial<KnownCallRow>]>([
    ['a row without an address', { source: '' }],
    ['an address that is none', { source: 'see the docs' }],
    ['an empty name', { name: ['readFile', ''] }],
    ['a construction of nothing', { name: ['new', 'Pool'] }],
    ['a module with its protocol', { module: 'node:fs' }],
    [
      'a place named by an argument on the receiver without one',
      { effects: [{ does: 'read', on: 'receiver', tree: true }] },
    ],
    ['an effect on an unknown world', { effects: [{ does: 'read', on: 'moon' as 'clock' }] }],
    ['an effect on the receiver of a function', { effects: [{ does: 'read', on: 'receiver' }] }],
    ['a kind that reads otherwise than it is written', { returns: 'Promise<string' }],
    ['an unknown placeholder', { returns: '$nothing' }],
    ['a pattern that is no regular expression', { when: { argument: 0, matches: '(' } }],
    ['a condition that asks nothing', { when: { argument: 0 } }],
    ['a callback that gets something without being called', { callbackGets: ['string'] }],
    ['an unknown field', { colour: true } as Partial<KnownCallRow>],
  ])('%s', (_fault, wrong) => {
    expect(faultOf(GOOD)).toBe(null)
    expect(faultOf({ ...GOOD, ...wrong })).not.toBe(null)
  })

  test('a row that an earlier one hides', () => {
    expect(hiddenRows([GOOD, { ...GOOD, ordered: true }])).toEqual(['fs:readFile'])
    expect(hiddenRows([GOOD, { ...GOOD, when: { argument: 0, absent: true } }])).toEqual(['fs:readFile'])
  })

  test('two rows with the same condition', () => {
    const when = { argument: 0, absent: true } as const
    expect(
      hiddenRows([
        { ...GOOD, when },
        { ...GOOD, when },
      ]),
    ).toEqual(['fs:readFile'])
  })
})

const PLACEHOLDERS = /^\$(?:this|element|key|value|awaited|0|each0|all0|callback|settled)$/

function faultOf(row: KnownCallRow): string | null {
  if (!/^https:\/\/[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(row.source)) return 'source'
  const fields = new Set(Object.keys(KNOWN_CALL_SCHEMA.properties ?? {}))
  if (Object.keys(row).some((field) => !fields.has(field))) return 'field'
  if ([row.module].flat().some((module) => !/^@?[\w./-]+$/.test(module))) return 'module'
  const names = [row.name].flat()
  if (names.some((name) => !/^(?:(?:new )?[\w$.*]+(?:#(?:[\w$]+|\*))?(?:\(\))?|\?#[\w$]+)$/.test(name))) return 'name'
  if (names.includes('new')) return 'name'
  const isMethod = names.every((name) => name.includes('#') || name.endsWith('()'))
  for (const { on, at, tree, does } of row.effects) {
    if (typeof on === 'string' && !WORLDS.has(on)) return 'world'
    if (on === 'receiver' && !isMethod) return 'receiver'
    if (tree && at === undefined) return 'tree'
    if (does !== 'read' && does !== 'write') return 'does'
  }
  for (const kind of [row.returns, ...(row.callbackGets ?? [])]) {
    if (kind !== undefined && !isKind(kind)) return 'kind'
  }
  if (row.callbackGets && !row.calls && !row.callsLater) return 'callback'
  return [row.when ?? []].flat().some((when) => !isCondition(when)) ? 'when' : null
}

const WORLDS = new Set<string>(
  ['file-system network database process console user page clock random modules receiver'.split(' ')].flat(),
)

function isKind(kind: string): boolean {
  const plain = kind.replace(/<unknown>/g, '')
  const placeholders = kind.match(/\$\w+/g) ?? []
  return (
    (plain === 'unknown' || formatKind(parseKind(plain)) === plain) &&
    placeholders.every((placeholder) => PLACEHOLDERS.test(placeholder))
  )
}

function isCondition(when: NonNullable<KnownCallRow['when']> & object): boolean {
  if (!('argument' in when)) return false
  if (!when.in && !when.kind && !when.among && when.matches === undefined && !when.absent) return false
  try {
    return when.matches === undefined || new RegExp(when.matches).source !== ''
  } catch {
    return false
  }
}

/** Names with a row that can never be reached. */
function hiddenRows(rows: readonly KnownCallRow[]): string[] {
  const conditions = new Map<string, Set<string>>()
  const hidden: string[] = []
  for (const row of rows) {
    for (const name of namesOf([row])) {
      const seen = conditions.get(name) ?? new Set()
      const condition = JSON.stringify(row.when ?? null)
      if (seen.has('null') || seen.has(condition)) hidden.push(name)
      conditions.set(name, seen.add(condition))
    }
  }
  return hidden
}

function namesOf(rows: readonly KnownCallRow[]): string[] {
  return rows.flatMap((row) =>
    [row.module].flat().flatMap((module) => [row.name].flat().map((name) => `${module}:${name}`)),
  )
}

function labelOf(row: KnownCallRow): string {
  const condition = row.when ? ` when ${JSON.stringify(row.when).slice(0, 60)}` : ''
  return `${[row.module].flat()[0]}: ${[row.name].flat().join(' ').slice(0, 60)}${condition}`
}
