import { reads, rowsOf, writes } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const row = rowsOf('kysely', 'https://kysely-org.github.io/kysely-apidoc/')

const STEPS = `from where whereRef innerJoin leftJoin rightJoin fullJoin select selectAll distinct distinctOn groupBy
  having havingRef orderBy limit offset union unionAll intersect except returning returningAll clearWhere
  clearSelect clearOrderBy`
const WRITE_STEPS = `values set defaultValues ignore onConflict onDuplicateKeyUpdate columns expression using`
const LOCKS = 'forUpdate forShare forKeyShare forNoKeyUpdate skipLocked noWait'
const RUNS = 'execute executeTakeFirst executeTakeFirstOrThrow'

const CHANGES = ['InsertQueryBuilder', 'UpdateQueryBuilder', 'DeleteQueryBuilder']

export const KYSELY: readonly KnownCallRow[] = [
  row('new ', 'Kysely', { effects: [], fresh: true }),
  row('Kysely#', 'selectFrom', { effects: reads('database'), returns: 'kysely:SelectQueryBuilder', fresh: true }),
  row('Kysely#', 'insertInto replaceInto', {
    effects: writes('database'),
    returns: 'kysely:InsertQueryBuilder',
    fresh: true,
  }),
  row('Kysely#', 'updateTable', { effects: writes('database'), returns: 'kysely:UpdateQueryBuilder', fresh: true }),
  row('Kysely#', 'deleteFrom', { effects: writes('database'), returns: 'kysely:DeleteQueryBuilder', fresh: true }),
  row('Kysely#', 'transaction', { effects: [], returns: 'kysely:TransactionBuilder', fresh: true }),
  row('Kysely#', 'destroy', { effects: writes('database'), ordered: true }),
  row('TransactionBuilder#', 'setIsolationLevel setAccessMode', { effects: [], returns: '$this' }),
  row('TransactionBuilder#', 'execute', {
    effects: writes('database'),
    calls: [0],
    callbackGets: ['kysely:Transaction'],
    returns: 'Promise<$settled>',
  }),
  row('Transaction#', '*', { effects: writes('database'), oneAtATime: 'transaction' }),
  row('SelectQueryBuilder#', STEPS, { effects: reads('database'), returns: '$this', holds: ['receiver'] }),
  row('SelectQueryBuilder#', RUNS, { effects: reads('database'), returns: 'Promise', fresh: true }),
  row('SelectQueryBuilder#', LOCKS, {
    effects: writes('database'),
    returns: 'kysely:UpdateQueryBuilder',
    holds: ['receiver'],
  }),
  ...CHANGES.flatMap((owner) => [
    row(`${owner}#`, `${STEPS} ${WRITE_STEPS}`, {
      effects: writes('database'),
      returns: '$this',
      holds: ['receiver'],
    }),
    row(`${owner}#`, RUNS, { effects: writes('database'), returns: 'Promise', fresh: true }),
  ]),
]
