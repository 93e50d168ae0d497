import { reads, rowsOf, writes } from './row-maker.ts'
import type { RowFacts } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const DRIVERS = 'https://orm.drizzle.team/docs/connect-overview'
const SELECT = 'https://orm.drizzle.team/docs/select'
const RELATIONS = 'https://orm.drizzle.team/docs/rqb'
const INSERT = 'https://orm.drizzle.team/docs/insert'
const TRANSACTIONS = 'https://orm.drizzle.team/docs/transactions'

/** Modules that export a function `drizzle`; the types of what it gives are aliases of one kind. */
const MODULES = `node-postgres postgres-js neon-http neon-serverless vercel-postgres pglite mysql2
  planetscale-serverless better-sqlite3 libsql d1 bun-sqlite sqlite-proxy pg-proxy mysql-proxy`
  .split(/\s+/)
  .map((name) => `drizzle-orm/${name}`)

const row = rowsOf('drizzle-orm', SELECT)

const READ_STEPS = `from where innerJoin leftJoin rightJoin fullJoin crossJoin groupBy having orderBy limit offset
  union unionAll intersect except $dynamic as`
const WRITE_STEPS = `values set where returning onConflictDoNothing onConflictDoUpdate onDuplicateKeyUpdate from`

const queriesOf = (owner: string, relations: string, one: Partial<RowFacts>): KnownCallRow[] => [
  row(`${owner}#`, 'select selectDistinct selectDistinctOn', {
    effects: reads('database'),
    returns: 'drizzle-orm:Select',
    fresh: true,
    ...one,
  }),
  row(`${owner}#`, '$count', { effects: reads('database'), returns: 'Promise<number>', lazy: true, ...one }),
  rowsOf('drizzle-orm', INSERT)(`${owner}#`, 'insert update delete', {
    effects: writes('database'),
    returns: 'drizzle-orm:Change',
    fresh: true,
    ...one,
  }),
  row(`${owner}#`, 'execute run all get values', {
    effects: writes('database'),
    lazy: true,
    fresh: true,
    ...one,
  }),
  rowsOf('drizzle-orm', RELATIONS)(`${relations}#`, 'findMany findFirst', {
    effects: reads('database'),
    returns: 'Promise',
    lazy: true,
    fresh: true,
    ...one,
  }),
  rowsOf('drizzle-orm', TRANSACTIONS)(`${owner}#`, 'transaction', {
    effects: writes('database'),
    calls: [0],
    callbackGets: ['drizzle-orm:Transaction'],
    returns: 'Promise<$settled>',
    ...one,
  }),
]

export const DRIZZLE: readonly KnownCallRow[] = [
  rowsOf(MODULES, DRIVERS)('', 'drizzle', { effects: [], returns: 'drizzle-orm:Database', fresh: true }),
  ...queriesOf('Database', 'Relation', {}),
  ...queriesOf('Transaction', 'TransactionRelation', { oneAtATime: 'transaction' }),
  row('Transaction#', 'rollback setTransaction', {
    effects: writes('database'),
    ordered: true,
    oneAtATime: 'transaction',
  }),
  row('Select#', READ_STEPS, { effects: [...reads('database'), ...writes('receiver')], returns: '$this', holds: ['receiver'] }),
  row('Select#', 'execute all get', { effects: reads('database'), returns: 'Promise', fresh: true }),
  row('Select#', 'for', { effects: writes('database'), returns: 'drizzle-orm:Change', holds: ['receiver'] }),
  rowsOf('drizzle-orm', INSERT)('Change#', WRITE_STEPS, {
    effects: [...writes('database'), ...writes('receiver')],
    returns: '$this',
    holds: ['receiver'],
  }),
  rowsOf('drizzle-orm', INSERT)('Change#', 'execute run all get', {
    effects: writes('database'),
    returns: 'Promise',
    fresh: true,
  }),
  row('', 'eq ne gt gte lt lte and or not inArray notInArray isNull isNotNull like ilike between asc desc sql', {
    effects: [],
    fresh: true,
  }),
]
