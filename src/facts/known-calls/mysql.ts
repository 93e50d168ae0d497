import { reads, rowsOf, writes } from './row-maker.ts'
import type { RowFacts } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'
import { selects } from './select-statement.ts'

const row = rowsOf('mysql2', 'https://sidorares.github.io/node-mysql2/docs')

/** With a callback, else by the text of the statement: `query('SELECT ...')`, `query({ sql: 'SELECT ...' })`. */
const statements = (owner: string, facts: Partial<RowFacts>): KnownCallRow[] =>
  [
    ...[1, 2].map((argument) => ({
      effects: writes('database'),
      callsLater: [argument],
      when: { argument, kind: ['Function'] },
    })),
    ...[...selects(), ...selects('sql'), { effects: writes('database') }].map((facts) => ({
      ...facts,
      returns: 'Promise<[unknown, unknown]>',
    })),
  ].map((one) => row(`${owner}#`, 'query execute', { ...one, ...facts }))

/** `mysql2/promise` is an alias of `mysql2`: both have the same classes, one calls back. */
export const MYSQL: readonly KnownCallRow[] = [
  row('', 'createPool', { effects: [], returns: 'mysql2:Pool', fresh: true }),
  row('', 'createConnection', { effects: writes('network'), returns: 'Promise<mysql2:Connection>', fresh: true }),
  row('', 'format escape escapeId', { effects: [], returns: 'string' }),
  ...statements('Pool', {}),
  ...statements('Connection', { oneAtATime: 'receiver' }),
  row('Pool#', 'promise', { effects: [], returns: '$this', holds: ['receiver'] }),
  row('Pool#', 'getConnection', {
    effects: reads('database'),
    callsLater: [0],
    returns: 'Promise<mysql2:PoolConnection>',
    fresh: true,
  }),
  row('Pool#', 'end', { effects: writes('database'), ordered: true }),
  row(
    'Connection#',
    'beginTransaction commit rollback ping changeUser prepare unprepare release destroy end connect reset',
    { effects: [...writes('database'), ...writes('receiver')], oneAtATime: 'transaction', ordered: true },
  ),
]
