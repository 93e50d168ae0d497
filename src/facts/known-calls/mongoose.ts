import { named } from './named.ts'
import type { KnownCallRow, RowArgument, RowEffect } from './row.ts'

const MONGOOSE = 'https://mongoosejs.com/docs/transactions.html'
const MONGOOSE_MODEL = 'https://mongoosejs.com/docs/api/model.html'

const reads: readonly RowEffect[] = [{ does: 'read', on: 'database' }]
const writes: readonly RowEffect[] = [{ does: 'write', on: 'database' }]
const writesArgument = (argument: number): readonly RowEffect[] => [...writes, { does: 'read', on: { argument } }]
const option = (argument: number, name: string): RowArgument => ({ argument, option: name })

const MONGOOSE_READS = `find findOne findById countDocuments estimatedDocumentCount distinct exists where`
const MONGOOSE_WRITES = `updateOne updateMany replaceOne deleteOne deleteMany findOneAndUpdate findOneAndDelete
  findOneAndReplace findByIdAndUpdate findByIdAndDelete`
const QUERY_STEPS = `where equals gt gte lt lte in nin ne select sort limit skip populate lean or and nor hint
  read batchSize collation maxTimeMS setOptions`

const mongooseRows = (owner: string): KnownCallRow[] => [
  {
    module: 'mongoose',
    name: named(owner, MONGOOSE_READS),
    effects: reads,
    returns: 'mongoose:Query',
    fresh: true,
    transactionIn: [option(2, 'session')],
    source: MONGOOSE_MODEL,
  },
  {
    module: 'mongoose',
    name: named(owner, 'aggregate'),
    effects: writes,
    returns: 'mongoose:Aggregate',
    fresh: true,
    transactionIn: [option(1, 'session')],
    source: MONGOOSE_MODEL,
  },
  {
    module: 'mongoose',
    name: named(owner, MONGOOSE_WRITES),
    effects: [{ does: 'write', on: 'database', at: 0, sets: { argument: 1 } }, { does: 'read', on: { argument: 1 } }],
    returns: 'mongoose:Query',
    fresh: true,
    transactionIn: [option(1, 'session'), option(2, 'session')],
    source: MONGOOSE_MODEL,
  },
  {
    module: 'mongoose',
    name: named(owner, 'create insertMany bulkWrite bulkSave'),
    effects: writesArgument(0),
    async: true,
    fresh: true,
    transactionIn: [option(1, 'session')],
    source: MONGOOSE_MODEL,
  },
  {
    module: 'mongoose',
    name: named(owner, 'init syncIndexes createIndexes ensureIndexes createCollection'),
    effects: writes,
    ordered: true,
    source: MONGOOSE_MODEL,
  },
]

export const MONGOOSE_ROWS: readonly KnownCallRow[] = [
  {
    module: 'mongoose',
    name: ['model', 'Connection#model'],
    effects: [{ does: 'write', on: 'modules' }],
    ordered: true,
    returns: 'mongoose:Model',
    source: MONGOOSE_MODEL,
  },
  ...['Model#', 'Model.'].flatMap(mongooseRows),
  {
    module: 'mongoose',
    name: named('Query#', QUERY_STEPS),
    effects: [...reads, { does: 'write', on: 'receiver' }],
    returns: '$this',
    holds: ['receiver'],
    source: MONGOOSE_MODEL,
  },
  {
    module: 'mongoose',
    name: named('Query#', 'exec'),
    effects: reads,
    returns: 'Promise',
    fresh: true,
    source: MONGOOSE_MODEL,
  },
  {
    module: 'mongoose',
    name: ['Query#session', 'Aggregate#session'],
    effects: writes,
    returns: '$this',
    oneAtATime: 'transaction',
    transactionIn: [{ argument: 0 }],
    source: MONGOOSE,
  },
  {
    module: 'mongoose',
    name: named('Document#', 'save deleteOne updateOne populate'),
    effects: [...writes, { does: 'write', on: 'receiver' }],
    returns: 'Promise',
    holds: ['receiver'],
    transactionIn: [option(0, 'session')],
    source: MONGOOSE_MODEL,
  },
  {
    module: 'mongoose',
    name: ['startSession', 'Connection#startSession'],
    effects: [],
    returns: 'Promise<mongoose:ClientSession>',
    fresh: true,
    source: MONGOOSE,
  },
  {
    module: 'mongoose',
    name: 'Connection#transaction',
    effects: writes,
    calls: [0],
    callbackGets: ['mongoose:ClientSession'],
    returns: 'Promise',
    source: MONGOOSE,
  },
  {
    module: 'mongoose',
    name: 'ClientSession#withTransaction',
    effects: writes,
    calls: [0],
    callbackGets: ['mongoose:ClientSession'],
    oneAtATime: 'transaction',
    returns: 'Promise',
    source: MONGOOSE,
  },
  {
    module: 'mongoose',
    name: 'ClientSession#*',
    effects: writes,
    ordered: true,
    oneAtATime: 'transaction',
    source: MONGOOSE,
  },
  {
    module: 'mongoose',
    name: [
      'connect',
      'disconnect',
      'createConnection',
      'Connection#close',
      'Connection#dropDatabase',
      'Connection#dropCollection',
    ],
    effects: writes,
    ordered: true,
    source: MONGOOSE,
  },
]
