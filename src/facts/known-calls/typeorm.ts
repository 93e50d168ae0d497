import { named } from './named.ts'
import type { KnownCallRow, RowEffect } from './row.ts'
import { selects } from './select-statement.ts'

const TYPEORM = 'https://typeorm.io/docs/advanced-topics/transactions/'
const TYPEORM_REPOSITORY = 'https://typeorm.io/docs/working-with-entity-manager/repository-api/'
const TYPEORM_BUILDER = 'https://typeorm.io/docs/query-builder/select-query-builder/'

const reads: readonly RowEffect[] = [{ does: 'read', on: 'database' }]
const writes: readonly RowEffect[] = [{ does: 'write', on: 'database' }]

const TYPEORM_READS = `find findBy findOne findOneBy findOneOrFail findOneByOrFail findAndCount findAndCountBy
  findByIds count countBy exists existsBy exist sum average minimum maximum`
const TYPEORM_WRITES = `save insert upsert remove softRemove recover increment decrement clear`

const SELECT_STEPS = `select addSelect from where andWhere orWhere leftJoin leftJoinAndSelect innerJoin
  innerJoinAndSelect orderBy addOrderBy groupBy addGroupBy having take skip limit offset distinct withDeleted
  setParameter setParameters`

const typeormRows = (owner: string, entity: number, one: Partial<KnownCallRow>): KnownCallRow[] => [
  {
    module: 'typeorm',
    name: named(owner, TYPEORM_READS),
    effects: reads,
    returns: 'Promise',
    fresh: true,
    source: TYPEORM_REPOSITORY,
    ...one,
  },
  {
    module: 'typeorm',
    name: named(owner, 'update delete softDelete restore'),
    effects: [{ does: 'write', on: 'database', at: entity, sets: { argument: entity + 1 } }, { does: 'write', on: { argument: entity } }],
    holds: [entity],
    returns: 'Promise',
    source: TYPEORM_REPOSITORY,
    ...one,
  },
  {
    module: 'typeorm',
    name: named(owner, TYPEORM_WRITES),
    effects: [...writes, { does: 'write', on: { argument: entity } }],
    holds: [entity],
    returns: 'Promise',
    source: TYPEORM_REPOSITORY,
    ...one,
  },
  {
    module: 'typeorm',
    name: named(owner, 'create merge'),
    effects: [],
    holds: [0, 1],
    fresh: true,
    source: TYPEORM_REPOSITORY,
  },
  ...selects().map(
    (facts): KnownCallRow => ({
      module: 'typeorm',
      name: named(owner, 'query'),
      ...facts,
      returns: 'Promise',
      fresh: true,
      source: TYPEORM_REPOSITORY,
      ...one,
    }),
  ),
  {
    module: 'typeorm',
    name: named(owner, 'query'),
    effects: writes,
    returns: 'Promise',
    fresh: true,
    source: TYPEORM_REPOSITORY,
    ...one,
  },
  {
    module: 'typeorm',
    name: named(owner, 'createQueryBuilder'),
    effects: [],
    returns: 'typeorm:SelectQueryBuilder',
    fresh: true,
    holds: ['receiver'],
    source: TYPEORM_REPOSITORY,
    ...one,
  },
]

export const TYPEORM_ROWS: readonly KnownCallRow[] = [
  ...typeormRows('Repository#', 0, {}),
  // A manager that a function is given is most often the one of a transaction: its connection runs one query at a time.
  ...typeormRows('EntityManager#', 1, { oneAtATime: 'transaction' }),
  // `where((query) => ...)`: a part of the query, or a query below it.
  ...[0, 1].map((argument): KnownCallRow => ({
    module: 'typeorm',
    name: named('SelectQueryBuilder#', SELECT_STEPS),
    effects: [...reads, { does: 'write', on: 'receiver' }],
    calls: [argument],
    callbackGets: ['$this'],
    returns: '$this',
    holds: ['receiver'],
    when: { argument, kind: ['Function'] },
    source: TYPEORM_BUILDER,
  })),
  {
    module: 'typeorm',
    name: named('SelectQueryBuilder#', SELECT_STEPS),
    effects: [...reads, { does: 'write', on: 'receiver' }],
    returns: '$this',
    holds: ['receiver'],
    source: TYPEORM_BUILDER,
  },
  {
    module: 'typeorm',
    name: named(
      'SelectQueryBuilder#',
      'getMany getOne getOneOrFail getManyAndCount getCount getExists getRawMany getRawOne getRawAndEntities',
    ),
    effects: reads,
    returns: 'Promise',
    fresh: true,
    source: TYPEORM_BUILDER,
  },
  {
    module: 'typeorm',
    name: ['EntityManager#getRepository', 'EntityManager#withRepository'],
    effects: [],
    oneAtATime: 'transaction',
    holds: ['receiver'],
    source: TYPEORM,
  },
  {
    module: 'typeorm',
    name: ['EntityManager#transaction', 'DataSource#transaction'],
    effects: writes,
    calls: [0, 1],
    callbackGets: ['typeorm:EntityManager'],
    returns: 'Promise<$callback>',
    source: TYPEORM,
  },
  {
    module: 'typeorm',
    name: 'DataSource#getRepository',
    effects: [],
    returns: 'typeorm:Repository',
    holds: ['receiver'],
    source: TYPEORM_REPOSITORY,
  },
  ...selects().map(
    (facts): KnownCallRow => ({
      module: 'typeorm',
      name: 'DataSource#query',
      ...facts,
      returns: 'Promise',
      fresh: true,
      source: TYPEORM,
    }),
  ),
  { module: 'typeorm', name: 'DataSource#query', effects: writes, returns: 'Promise', fresh: true, source: TYPEORM },
  {
    module: 'typeorm',
    name: 'DataSource#createQueryRunner',
    effects: [],
    returns: 'typeorm:QueryRunner',
    fresh: true,
    holds: ['receiver'],
    source: TYPEORM,
  },
  {
    module: 'typeorm',
    name: named('DataSource#', 'initialize destroy synchronize dropDatabase runMigrations undoLastMigration'),
    effects: writes,
    ordered: true,
    source: TYPEORM,
  },
  { module: 'typeorm', name: 'new DataSource', effects: [], fresh: true, source: TYPEORM },
  {
    module: 'typeorm',
    name: 'QueryRunner#*',
    effects: writes,
    ordered: true,
    oneAtATime: 'transaction',
    source: TYPEORM,
  },
]
