import { reads, rowsOf, writes } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const SOURCE = 'https://mikro-orm.io/api/core/class/EntityManager'

/** Every package of a driver exports what the core does; their names are aliases of it. */
const row = rowsOf('@mikro-orm/core', SOURCE)

const READS = `find findOne findOneOrFail findAll findAndCount findByCursor count`
const WRITES = `flush persistAndFlush removeAndFlush insert insertMany upsert upsertMany nativeInsert nativeUpdate
  nativeDelete commit rollback begin lock refresh populate`

/** A manager keeps what it has read and what it will write; it, and what is made of it, does one thing at a time. */
const managed = (owner: string): KnownCallRow[] => [
  row(owner, READS, {
    effects: [...reads('database'), ...writes('receiver')],
    oneAtATime: 'transaction',
    returns: 'Promise',
    holds: ['receiver'],
  }),
  row(owner, WRITES, {
    effects: [...writes('database'), ...writes('receiver')],
    oneAtATime: 'transaction',
    holds: ['receiver'],
  }),
  row(owner, 'create assign merge map persist remove clear getReference', {
    effects: [...writes('receiver'), { does: 'write', on: { argument: 0 } }],
    oneAtATime: 'transaction',
    holds: ['receiver', 0],
  }),
]

export const MIKRO_ORM: readonly KnownCallRow[] = [
  row('', 'MikroORM.init', { effects: writes('database'), returns: 'Promise<@mikro-orm/core:MikroORM>', fresh: true }),
  row('MikroORM#', 'close connect', { effects: writes('database'), ordered: true }),
  ...managed('EntityManager#'),
  ...managed('EntityRepository#'),
  row('EntityManager#', 'fork', { effects: reads('receiver'), returns: '@mikro-orm/core:EntityManager', fresh: true }),
  row('EntityManager#', 'getRepository', {
    effects: reads('receiver'),
    returns: '@mikro-orm/core:EntityRepository',
    holds: ['receiver'],
  }),
  row('EntityManager#', 'transactional', {
    effects: writes('database'),
    calls: [0],
    callbackGets: ['@mikro-orm/core:EntityManager'],
    returns: 'Promise<$settled>',
  }),
]
