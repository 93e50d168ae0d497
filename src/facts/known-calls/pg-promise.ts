import { rowsOf, writes } from './row-maker.ts'
import type { RowFacts } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'
import { selects } from './select-statement.ts'

const row = rowsOf('pg-promise', 'https://vitaly-t.github.io/pg-promise/Database.html')

const QUERIES = 'none one oneOrNone many manyOrNone any query result multi'

const queriesOf = (owner: string, one: Partial<RowFacts>): KnownCallRow[] => [
  ...selects().map((facts) => row(`${owner}#`, QUERIES, { ...facts, returns: 'Promise', fresh: true, ...one })),
  row(`${owner}#`, `${QUERIES} func proc`, { effects: writes('database'), returns: 'Promise', fresh: true, ...one }),
  ...['tx txIf task taskIf'].flatMap((names) => [
    row(`${owner}#`, names, {
      effects: writes('database'),
      calls: [0],
      callbackGets: ['pg-promise:ITask'],
      returns: 'Promise<$settled>',
      when: { argument: 0, kind: ['Function'] },
      ...one,
    }),
    row(`${owner}#`, names, {
      effects: writes('database'),
      calls: [1],
      callbackGets: ['pg-promise:ITask'],
      returns: 'Promise<$settled>',
      ...one,
    }),
  ]),
]

export const PG_PROMISE: readonly KnownCallRow[] = [
  row('', 'default', { effects: [], returns: 'pg-promise:IMain', fresh: true }),
  row('', 'IMain()', { effects: [], returns: 'pg-promise:IDatabase', fresh: true }),
  ...queriesOf('IDatabase', {}),
  ...queriesOf('ITask', { oneAtATime: 'transaction' }),
]
