import { PROPERTY_KINDS } from '../values/property-kinds.ts'
import { parentClassOf } from './class-parents.ts'
import type { KnownCallRow } from './row.ts'
import { KNOWN_CALL_ROWS } from './table.ts'

/** Kinds of values that are of no class. */
const VALUES = ['string', 'number', 'boolean', 'bigint', 'symbol', 'null', 'undefined', 'Function', 'Object', '[]']

const caches = new WeakMap<readonly KnownCallRow[], ReadonlySet<string>>()

/** Whether something is known of the instances of a class: by a row, a property, or a class above it. */
export function isKnownClass(head: string, userRows: readonly KnownCallRow[]): boolean {
  if (classesIn(KNOWN_CALL_ROWS).has(head) || parentClassOf(head) !== null) return true
  return userRows.length > 0 && classesIn(userRows).has(head)
}

function classesIn(rows: readonly KnownCallRow[]): ReadonlySet<string> {
  const known = caches.get(rows)
  if (known) return known
  const classes = new Set(VALUES)
  const add = (module: string, name: string): void => {
    classes.add(module === 'global' ? name : `${module}:${name}`)
  }
  for (const { module, name } of rows) {
    for (const one of [name].flat()) {
      const [, owner] = /^(?:new )?([^#()]+)(?:#|\(\)|$)/.exec(one) ?? []
      if (owner === undefined || !/#|\(\)|^new /.test(one)) continue
      for (const each of [module].flat()) add(each.replace(/^node:/, ''), owner.replace(/\bdefault\.(?=\w)/g, ''))
    }
  }
  for (const name of Object.keys(PROPERTY_KINDS)) if (name.includes('#')) classes.add(name.slice(0, name.indexOf('#')))
  caches.set(rows, classes)
  return classes
}
