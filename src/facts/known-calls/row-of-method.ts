import { classOf, parseKind } from '../values/kind.ts'
import { splitKind } from './canonical-origin.ts'
import { parentClassOf } from './class-parents.ts'
import { indexOf, rowsFor } from './row-index.ts'
import type { KnownCallRow, ValueKind } from './row.ts'
import { KNOWN_CALL_ROWS } from './table.ts'

/** The row of a method of values of a kind, the user's rows first; null where there is none or more than one. */
export function rowOfMethod(kind: ValueKind, name: string, userRows: readonly KnownCallRow[]): KnownCallRow | null {
  for (let owner: string | null = classOf(parseKind(kind)); owner; owner = parentClassOf(owner)) {
    const [module, type] = splitKind(owner)
    for (const rows of [userRows, KNOWN_CALL_ROWS]) {
      const found = rowsFor(indexOf(rows), module, `${type}#${name}`, '')
      if (found.length > 0) return found.length === 1 ? found[0]! : null
    }
  }
  return null
}
