import { reads, rowsOf, writes } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'
import { isMaybeSelect, isSelect } from './select-statement.ts'

const row = rowsOf('better-sqlite3', 'https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md')

/** Everything happens at once here, and in one place. */
export const SQLITE: readonly KnownCallRow[] = [
  row('new ', 'default', { effects: [], fresh: true }),
  row('', 'default', { effects: [], returns: 'better-sqlite3:default', fresh: true }),
  row('default#', 'prepare', {
    effects: reads('database'),
    returns: 'better-sqlite3:Select',
    fresh: true,
    holds: ['receiver'],
    when: isSelect(),
  }),
  row('default#', 'prepare', {
    effects: reads('database'),
    returns: 'better-sqlite3:MaybeSelect',
    fresh: true,
    holds: ['receiver'],
    when: isMaybeSelect(),
  }),
  row('default#', 'prepare', {
    effects: reads('database'),
    returns: 'better-sqlite3:Statement',
    fresh: true,
    holds: ['receiver'],
  }),
  row('default#', 'exec pragma backup close loadExtension', { effects: writes('database'), ordered: true }),
  row('Select#', 'get all', { effects: reads('database'), fresh: true }),
  row('MaybeSelect#', 'get all', { effects: reads('database'), fresh: true, bySigns: true }),
  row('Statement#', 'run get all', { effects: writes('database'), fresh: true }),
]
