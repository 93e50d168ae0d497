import { named } from './named.ts'
import type { KnownCallRow, RowEffect } from './row.ts'
import { selects } from './select-statement.ts'

const PG = 'https://node-postgres.com/apis/client'
const PG_POOL = 'https://node-postgres.com/apis/pool'

const reads: readonly RowEffect[] = [{ does: 'read', on: 'database' }]
const writes: readonly RowEffect[] = [{ does: 'write', on: 'database' }]

const pgRows = (name: string, one: Partial<KnownCallRow>): KnownCallRow[] =>
  [...selects(), ...selects('text'), { effects: writes }].map((facts) => ({
    module: 'pg',
    name,
    ...facts,
    callsLater: [1, 2],
    returns: 'Promise<pg:QueryResult>',
    source: PG,
    ...one,
  }))

export const PG_ROWS: readonly KnownCallRow[] = [
  ...pgRows('ClientBase#query', { oneAtATime: 'receiver' }),
  ...pgRows('Pool#query', { source: PG_POOL }),
  { module: 'pg', name: ['new Pool', 'new Client'], effects: [], fresh: true, source: PG },
  {
    module: 'pg',
    name: 'Pool#connect',
    effects: reads,
    returns: 'Promise<pg:PoolClient>',
    fresh: true,
    source: PG_POOL,
  },
  { module: 'pg', name: 'Pool#end', effects: writes, ordered: true, source: PG_POOL },
  {
    module: 'pg',
    name: named('ClientBase#', 'connect release end'),
    effects: [{ does: 'write', on: 'receiver' }],
    oneAtATime: 'receiver',
    source: PG,
  },
]
