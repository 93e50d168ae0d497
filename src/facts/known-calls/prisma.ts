import { reads, readsArguments, rowsOf, writes } from './row-maker.ts'
import type { RowFacts } from './row-maker.ts'
import type { KnownCallRow, RowArgument } from './row.ts'
import { selects } from './select-statement.ts'

const QUERIES = 'https://www.prisma.io/docs/orm/reference/prisma-client-reference'
const TRANSACTIONS = 'https://www.prisma.io/docs/orm/prisma-client/queries/transactions'

const READS = `findUnique findUniqueOrThrow findFirst findFirstOrThrow findMany count aggregate groupBy`
const ADDS = 'create createMany createManyAndReturn'
const CHANGES = 'update updateMany updateManyAndReturn upsert delete deleteMany'
const WHERE: RowArgument = { argument: 0, option: 'where' }

const SETS: readonly RowArgument[] = ['data', 'update'].map((option) => ({ argument: 0, option }))

const row = rowsOf('@prisma/client', QUERIES)
const sql = rowsOf('@prisma/client', 'https://www.prisma.io/docs/orm/prisma-client/using-raw-sql/raw-queries')
const client = rowsOf('@prisma/client', TRANSACTIONS)

const QUERY = { returns: 'Promise', lazy: true, fresh: true } as const

/** Queries of the client that the property of a model gives, and of the client itself. */
const queries = (owner: string, model: string, one: Partial<RowFacts>): KnownCallRow[] => [
  row(`${model}#`, READS, { effects: reads('database', WHERE), ...QUERY, ...one }),
  row(`${model}#`, ADDS, { effects: [...writes('database'), ...readsArguments(0)], ...QUERY, ...one }),
  row(`${model}#`, CHANGES, { effects: [{ ...writes('database', WHERE)[0]!, sets: SETS }, ...readsArguments(0)], ...QUERY, ...one }),
  ...selects().map((facts) =>
    row(`${owner}#`, '$queryRaw $queryRawUnsafe', { ...facts, returns: 'Promise', lazy: true, fresh: true, ...one })),
  row(`${owner}#`, '$queryRaw $queryRawUnsafe $executeRaw $executeRawUnsafe', {
    effects: writes('database'),
    returns: 'Promise',
    lazy: true,
    fresh: true,
    ...one,
  }),
]

export const PRISMA: readonly KnownCallRow[] = [
  // Whatever the client goes by, which is generated, wrapped and extended.
  row('*#', 'update delete', {
    effects: writes('database', WHERE),
    when: { ...WHERE, among: ['where', 'data', 'select', 'include', 'omit'] },
  }),
  row('new ', 'PrismaClient', { effects: [], fresh: true }),
  sql('', 'Prisma.sql Prisma.raw', { effects: [], returns: '@prisma/client:Sql', fresh: true }),
  sql('', 'Prisma.join', { effects: readsArguments(0), fresh: true }),
  ...queries('PrismaClient', 'Model', {}),
  ...queries('Prisma.TransactionClient', 'TransactionModel', { oneAtATime: 'transaction' }),
  client('PrismaClient#', '$transaction', {
    effects: writes('database'),
    calls: [0],
    callbackGets: ['@prisma/client:Prisma.TransactionClient'],
    returns: 'Promise<$settled>',
  }),
  client('PrismaClient#', '$extends', { effects: [], returns: '$this', fresh: true, holds: ['receiver', 0] }),
  client('PrismaClient#', '$connect $disconnect', { effects: writes('database'), ordered: true }),
  client('PrismaClient#', '$on $use', { effects: writes('receiver'), ordered: true, callsLater: [0, 1] }),
]
