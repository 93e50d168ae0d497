import { ownEntry } from '../../parse/own-entry.ts'

/** The class whose methods a class has too: `stream:Readable` for `fs:ReadStream`. */
export function parentClassOf(name: string): string | null {
  return ownEntry(CLASS_PARENTS, name) ?? null
}

const CLASS_PARENTS: Readonly<Record<string, string>> = {
  Buffer: 'Uint8Array',
  Uint8Array: 'TypedArray',
  Uint8ClampedArray: 'TypedArray',
  Uint16Array: 'TypedArray',
  Uint32Array: 'TypedArray',
  Int8Array: 'TypedArray',
  Int16Array: 'TypedArray',
  Int32Array: 'TypedArray',
  Float32Array: 'TypedArray',
  Float64Array: 'TypedArray',
  BigInt64Array: 'TypedArray',
  BigUint64Array: 'TypedArray',
  File: 'Blob',
  FixedRegExp: 'RegExp',

  'fs:ReadStream': 'stream:Readable',
  'fs:WriteStream': 'stream:Writable',
  'http:IncomingMessage': 'stream:Readable',
  'http:ClientRequest': 'stream:Writable',
  'http:ServerResponse': 'stream:Writable',
  'http:Server': 'events:EventEmitter',
  'https:Server': 'events:EventEmitter',
  'net:Server': 'events:EventEmitter',
  'net:Socket': 'stream:Duplex',
  'child_process:ChildProcess': 'events:EventEmitter',
  'readline:Interface': 'events:EventEmitter',
  'readline/promises:Interface': 'readline:Interface',
  'stream:Transform': 'stream:Duplex',
  'stream:PassThrough': 'stream:Duplex',
  'stream:Duplex': 'stream:Readable',
  'stream:Readable': 'stream:Stream',
  'stream:Writable': 'stream:Stream',
  'stream:Stream': 'events:EventEmitter',

  'pg:Client': 'pg:ClientBase',
  'pg:PoolClient': 'pg:ClientBase',
  'mysql2:PoolConnection': 'mysql2:Connection',
  'typeorm:Connection': 'typeorm:DataSource',
  'typeorm:TreeRepository': 'typeorm:Repository',
  'typeorm:MongoRepository': 'typeorm:Repository',
}
