import { named } from './named.ts'
import type { KnownCallRow, RowArgument, RowEffect } from './row.ts'
import { isSelect } from './select-statement.ts'

const SEQUELIZE = 'https://sequelize.org/docs/v6/other-topics/transactions/'
const SEQUELIZE_MODEL = 'https://sequelize.org/api/v6/class/src/model.js~model'

const reads: readonly RowEffect[] = [{ does: 'read', on: 'database' }]
const writes: readonly RowEffect[] = [{ does: 'write', on: 'database' }]
const writesArgument = (argument: number): readonly RowEffect[] => [...writes, { does: 'read', on: { argument } }]
const option = (argument: number, name: string): RowArgument => ({ argument, option: name })

const sequelizeRows = (owner: string): KnownCallRow[] => [
  {
    module: 'sequelize',
    name: named(owner, 'findAll findOne count findAndCountAll max min sum aggregate'),
    effects: reads,
    async: true,
    fresh: true,
    transactionIn: [option(0, 'transaction')],
    source: SEQUELIZE_MODEL,
  },
  {
    module: 'sequelize',
    name: named(owner, 'findByPk'),
    effects: reads,
    async: true,
    fresh: true,
    transactionIn: [option(1, 'transaction')],
    source: SEQUELIZE_MODEL,
  },
  {
    module: 'sequelize',
    name: named(owner, 'create bulkCreate update upsert increment decrement'),
    effects: writesArgument(0),
    async: true,
    fresh: true,
    transactionIn: [option(1, 'transaction')],
    source: SEQUELIZE_MODEL,
  },
  {
    module: 'sequelize',
    name: named(owner, 'destroy restore truncate findOrCreate findOrBuild findCreateFind'),
    effects: writes,
    async: true,
    fresh: true,
    transactionIn: [option(0, 'transaction')],
    source: SEQUELIZE_MODEL,
  },
  {
    module: 'sequelize',
    name: named(owner, 'build bulkBuild'),
    effects: [],
    fresh: true,
    holds: [0],
    source: SEQUELIZE_MODEL,
  },
  {
    module: 'sequelize',
    name: named(owner, 'sync drop'),
    effects: writes,
    ordered: true,
    async: true,
    source: SEQUELIZE_MODEL,
  },
  {
    module: 'sequelize',
    name: named(owner, 'init hasOne hasMany belongsTo belongsToMany addHook addScope'),
    effects: [{ does: 'write', on: 'modules' }],
    ordered: true,
    source: SEQUELIZE_MODEL,
  },
]
export const SEQUELIZE_ROWS: readonly KnownCallRow[] = [
  ...['Model.', 'ModelStatic#', 'ModelCtor#'].flatMap(sequelizeRows),
  {
    module: 'sequelize',
    name: ['Model#save', 'Model#destroy', 'Model#restore', 'Model#reload'],
    effects: [...writes, { does: 'write', on: 'receiver' }],
    async: true,
    transactionIn: [option(0, 'transaction')],
    source: SEQUELIZE_MODEL,
  },
  {
    module: 'sequelize',
    name: ['Model#update', 'Model#increment', 'Model#decrement'],
    effects: [...writes, { does: 'write', on: 'receiver' }],
    async: true,
    transactionIn: [option(1, 'transaction')],
    source: SEQUELIZE_MODEL,
  },
  { module: 'sequelize', name: 'new Sequelize', effects: [], fresh: true, source: SEQUELIZE },
  {
    module: 'sequelize',
    name: 'Sequelize#define',
    effects: [{ does: 'write', on: 'receiver' }],
    ordered: true,
    returns: 'sequelize:ModelStatic',
    source: SEQUELIZE_MODEL,
  },
  {
    module: 'sequelize',
    name: 'Sequelize#query',
    effects: reads,
    async: true,
    fresh: true,
    when: isSelect,
    transactionIn: [option(1, 'transaction')],
    source: SEQUELIZE,
  },
  {
    module: 'sequelize',
    name: 'Sequelize#query',
    effects: writes,
    async: true,
    fresh: true,
    transactionIn: [option(1, 'transaction')],
    source: SEQUELIZE,
  },
  {
    module: 'sequelize',
    name: 'Sequelize#transaction',
    effects: writes,
    async: true,
    calls: [0],
    callbackGets: ['sequelize:Transaction'],
    when: { argument: 0, kind: ['Function'] },
    source: SEQUELIZE,
  },
  {
    module: 'sequelize',
    name: 'Sequelize#transaction',
    effects: writes,
    async: true,
    calls: [1],
    callbackGets: ['sequelize:Transaction'],
    when: { argument: 1, kind: ['Function'] },
    source: SEQUELIZE,
  },
  {
    module: 'sequelize',
    name: 'Sequelize#transaction',
    effects: writes,
    async: true,
    returns: 'sequelize:Transaction',
    fresh: true,
    source: SEQUELIZE,
  },
  {
    module: 'sequelize',
    name: named('Sequelize#', 'sync drop truncate close authenticate'),
    effects: writes,
    ordered: true,
    async: true,
    source: SEQUELIZE,
  },
  {
    module: 'sequelize',
    name: 'Sequelize#getQueryInterface',
    effects: [],
    returns: 'sequelize:QueryInterface',
    source: SEQUELIZE,
  },
  {
    module: 'sequelize',
    name: 'Transaction#*',
    effects: writes,
    ordered: true,
    oneAtATime: 'transaction',
    source: SEQUELIZE,
  },
  {
    module: 'sequelize',
    name: 'QueryInterface#*',
    effects: writes,
    ordered: true,
    source: 'https://sequelize.org/docs/v6/other-topics/query-interface/',
  },
]
