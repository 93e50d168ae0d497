import { named } from './named.ts'
import type { KnownCallRow, RowEffect } from './row.ts'
import { selects } from './select-statement.ts'

const KNEX = 'https://knexjs.org/guide/query-builder.html'
const KNEX_SCHEMA = 'https://knexjs.org/guide/schema-builder.html'
const KNEX_TRANSACTION = 'https://knexjs.org/guide/transactions.html'

const reads: readonly RowEffect[] = [{ does: 'read', on: 'database' }]
const writes: readonly RowEffect[] = [{ does: 'write', on: 'database' }]
const writesArgument = (argument: number): readonly RowEffect[] => [...writes, { does: 'read', on: { argument } }]
/** A step changes the builder that it is called on, and gives that. */
const changes: RowEffect = { does: 'write', on: 'receiver' }

/** Builder steps that say what is read, and those that make it a write; the query runs when it is awaited. */
const KNEX_STEPS = `where whereNot whereIn whereNotIn whereNull whereNotNull whereBetween whereExists whereRaw
  whereLike whereILike andWhere orWhere orWhereIn join leftJoin rightJoin innerJoin fullOuterJoin crossJoin
  joinRaw on groupBy having orderBy orderByRaw limit offset distinct as from with withSchema union unionAll
  using timeout returning onConflict ignore merge`
const KNEX_READS = 'select first pluck count countDistinct min max sum avg columns'
const KNEX_WRITES = `insert upsert update del delete truncate increment decrement forUpdate forShare
  forNoKeyUpdate batchInsert`

/** `where((query) => query.where('a', 1))`: a function is called with the builder, or with one of its kind. */
const GETS_BUILDER = { callbackGets: ['$this', '$this'], callbackThis: true } as const

const knexRows = (owner: string, one: Partial<KnownCallRow>): KnownCallRow[] => [
  {
    module: 'knex',
    name: `${owner}#modify`,
    effects: [...reads, changes],
    calls: [0],
    ...GETS_BUILDER,
    returns: '$this',
    source: KNEX,
    ...one,
  },
  ...[0, 1, 2].map((argument): KnownCallRow => ({
    module: 'knex',
    name: named(`${owner}#`, KNEX_STEPS),
    effects: [...reads, changes],
    calls: [argument],
    ...GETS_BUILDER,
    returns: '$this',
    when: { argument, kind: ['Function'] },
    source: KNEX,
    ...one,
  })),
  { module: 'knex', name: named(`${owner}#`, KNEX_STEPS), effects: [...reads, changes], returns: '$this', source: KNEX, ...one },
  { module: 'knex', name: named(`${owner}#`, KNEX_READS), effects: [...reads, changes], returns: '$this', source: KNEX, ...one },
  {
    module: 'knex',
    name: named(`${owner}#`, KNEX_WRITES),
    effects: [...writesArgument(0), changes],
    returns: '$this',
    source: KNEX,
    ...one,
  },
]

/** A builder of its own. */
const cloneRow = (owner: string, one: Partial<KnownCallRow>): KnownCallRow => ({
  module: 'knex',
  name: `${owner}#clone`,
  effects: [{ does: 'read', on: 'receiver' }],
  returns: '$this',
  fresh: true,
  source: KNEX,
  ...one,
})

export const KNEX_ROWS: readonly KnownCallRow[] = [
  { module: 'knex', name: 'knex', effects: [], returns: 'knex:Knex', fresh: true, source: KNEX },
  { module: 'knex', name: 'Knex()', effects: reads, returns: 'knex:QueryBuilder', fresh: true, source: KNEX },
  {
    module: 'knex',
    name: ['Knex#from', 'Knex#into', 'Knex#table', 'Knex#select', 'Knex#queryBuilder', 'Knex#withSchema'],
    effects: reads,
    returns: 'knex:QueryBuilder',
    fresh: true,
    source: KNEX,
  },
  {
    module: 'knex',
    name: ['Knex#insert', 'Knex#batchInsert'],
    effects: writesArgument(0),
    returns: 'knex:QueryBuilder',
    fresh: true,
    source: KNEX,
  },
  ...selects().map(
    (facts): KnownCallRow => ({ module: 'knex', name: 'Knex#raw', ...facts, returns: 'knex:Raw', fresh: true, source: KNEX }),
  ),
  { module: 'knex', name: 'Knex#raw', effects: writes, returns: 'knex:Raw', fresh: true, source: KNEX },
  { module: 'knex', name: 'Knex#ref', effects: [], fresh: true, source: KNEX },
  { module: 'knex', name: 'Knex#destroy', effects: writes, ordered: true, source: KNEX },
  {
    module: 'knex',
    name: 'Knex#transaction',
    effects: writes,
    calls: [0],
    callbackGets: ['knex:Transaction'],
    returns: 'Promise<$callback>',
    when: { argument: 0, kind: ['Function'] },
    source: KNEX_TRANSACTION,
  },
  {
    module: 'knex',
    name: ['Knex#transaction', 'Knex#transactionProvider'],
    effects: writes,
    returns: 'Promise<knex:Transaction>',
    fresh: true,
    source: KNEX_TRANSACTION,
  },
  ...knexRows('QueryBuilder', { fresh: true, holds: ['receiver'] }),
  cloneRow('QueryBuilder', {}),
  {
    module: 'knex',
    name: ['QueryBuilder#transacting', 'Raw#transacting'],
    effects: writes,
    returns: 'knex:TransactionBuilder',
    oneAtATime: 'transaction',
    transactionIn: [{ argument: 0 }],
    source: KNEX_TRANSACTION,
  },
  ...knexRows('TransactionBuilder', { oneAtATime: 'transaction', holds: ['receiver'] }),
  cloneRow('TransactionBuilder', { oneAtATime: 'transaction' }),
  {
    module: 'knex',
    name: 'Transaction()',
    effects: reads,
    returns: 'knex:TransactionBuilder',
    oneAtATime: 'transaction',
    source: KNEX_TRANSACTION,
  },
  {
    module: 'knex',
    name: 'Transaction#*',
    effects: writes,
    returns: 'knex:TransactionBuilder',
    oneAtATime: 'transaction',
    source: KNEX_TRANSACTION,
  },
  {
    module: 'knex',
    name: 'SchemaBuilder#*',
    effects: writes,
    ordered: true,
    returns: 'knex:SchemaBuilder',
    calls: [1],
    source: KNEX_SCHEMA,
  },
]
