import { reads, readsArguments, rowsOf, writes } from './row-maker.ts'
import type { RowFacts } from './row-maker.ts'
import type { KnownCallRow, RowArgument } from './row.ts'

const row = rowsOf('mongodb', 'https://mongodb.github.io/node-mongodb-native/6.0/')

const session = (...at: number[]): readonly RowArgument[] => at.map((argument) => ({ argument, option: 'session' }))

const read = (argument: number): RowFacts => ({
  effects: reads('database'),
  returns: 'Promise',
  fresh: true,
  transactionIn: session(argument),
})
/** `at`: the filter, where there is one. */
const write = (argument: number, at?: number): RowFacts => ({
  effects: [{ ...writes('database', at)[0]!, ...(at !== undefined && { sets: { argument: 1 } }) }, ...readsArguments(0, 1)],
  returns: 'Promise',
  fresh: true,
  transactionIn: session(argument),
})

export const MONGODB: readonly KnownCallRow[] = [
  row('new ', 'MongoClient', { effects: [], fresh: true }),
  row('', 'MongoClient.connect', { effects: writes('network'), returns: 'Promise<mongodb:MongoClient>', fresh: true }),
  row('MongoClient#', 'connect', { effects: writes('network'), ordered: true, returns: 'Promise<$this>' }),
  row('MongoClient#', 'close', { effects: writes('network'), ordered: true }),
  row('MongoClient#', 'db', { effects: [], returns: 'mongodb:Db', holds: ['receiver'] }),
  row('MongoClient#', 'startSession', { effects: [], returns: 'mongodb:ClientSession', fresh: true }),
  row('MongoClient#', 'withSession', {
    effects: writes('database'),
    calls: [0, 1],
    callbackGets: ['mongodb:ClientSession'],
    returns: 'Promise',
  }),
  row('Db#', 'collection', { effects: [], returns: 'mongodb:Collection', holds: ['receiver'] }),
  row('Db#', 'command dropDatabase dropCollection createCollection renameCollection createIndex', {
    effects: writes('database'),
    ordered: true,
  }),
  row('Collection#', 'find', {
    effects: reads('database'),
    returns: 'mongodb:FindCursor',
    fresh: true,
    transactionIn: session(1),
  }),
  row('Collection#', 'findOne countDocuments', read(1)),
  row('Collection#', 'distinct', read(2)),
  row('Collection#', 'estimatedDocumentCount indexes', read(0)),
  // A pipeline may end in `$out` or `$merge`.
  row('Collection#', 'aggregate', {
    effects: writes('database'),
    returns: 'mongodb:AggregationCursor',
    fresh: true,
    transactionIn: session(1),
  }),
  row('Collection#', 'insertOne insertMany bulkWrite', write(1)),
  row('Collection#', 'deleteOne deleteMany findOneAndDelete', write(1, 0)),
  row('Collection#', 'updateOne updateMany replaceOne findOneAndUpdate findOneAndReplace', write(2, 0)),
  row('Collection#', 'createIndex createIndexes dropIndex dropIndexes drop rename', {
    effects: writes('database'),
    ordered: true,
  }),
  row('FindCursor#', 'sort limit skip project filter hint batchSize collation maxTimeMS comment min max returnKey', {
    effects: writes('receiver'),
    returns: '$this',
    holds: ['receiver'],
  }),
  row('FindCursor#', 'toArray', {
    effects: [...reads('database'), ...writes('receiver')],
    returns: 'Promise<Array>',
    fresh: true,
  }),
  row('AggregationCursor#', 'toArray', {
    effects: [...writes('database'), ...writes('receiver')],
    returns: 'Promise<Array>',
    fresh: true,
  }),
  ...['FindCursor#', 'AggregationCursor#'].map((owner) =>
    row(owner, 'next hasNext tryNext close rewind', {
      effects: [...writes('database'), ...writes('receiver')],
      oneAtATime: 'stream',
    })),
  row('ClientSession#', 'withTransaction', {
    effects: writes('database'),
    calls: [0],
    callbackGets: ['mongodb:ClientSession'],
    oneAtATime: 'transaction',
    returns: 'Promise<$settled>',
  }),
  row('ClientSession#', '*', { effects: writes('database'), ordered: true, oneAtATime: 'transaction' }),
  row('new ', 'ObjectId', { effects: reads('random'), fresh: true, when: { argument: 0, absent: true } }),
  row('new ', 'ObjectId', { effects: [], fresh: true }),
]
