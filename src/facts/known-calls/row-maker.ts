import { named } from './named.ts'
import type { KnownCallRow, RowEffect, World } from './row.ts'

/** What a row says beside its name. */
export type RowFacts = Omit<KnownCallRow, 'module' | 'name' | 'source'>

/** Makes the rows of one library: `row('Pool#', 'end close', { effects: writes('database') })`. */
export const rowsOf =
  (module: string | readonly string[], source: string) =>
    (prefix: string, names: string, facts: RowFacts): KnownCallRow => ({
      module,
      name: named(prefix, names),
      source,
      ...facts,
    })

export const reads = (world: World | 'receiver', at?: RowEffect['at']): readonly RowEffect[] => [
  { does: 'read', on: world, ...(at !== undefined && { at }) },
]

export const writes = (world: World | 'receiver', at?: RowEffect['at']): readonly RowEffect[] => [
  { does: 'write', on: world, ...(at !== undefined && { at }) },
]

/** What hangs below these arguments is read while the call runs. */
export const readsArguments = (...indexes: number[]): readonly RowEffect[] =>
  indexes.map((argument) => ({ does: 'read', on: { argument } }))
