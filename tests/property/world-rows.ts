import type { KnownCallRow, RowEffect } from '../../src/facts/known-calls/row.ts'

const HERE = { module: './world.js', source: 'tests/property/simulated-world.ts' }
const reads: RowEffect = { does: 'read', on: 'database', at: 0 }
const writes: RowEffect = { does: 'write', on: 'database', at: 0 }
const prints: RowEffect = { does: 'write', on: 'console' }

/** What the tool is told of the operations of `simulated-world.ts`. */
export const WORLD_ROWS: readonly KnownCallRow[] = [
  { ...HERE, name: 'read', effects: [reads], async: true, returns: 'string' },
  { ...HERE, name: 'fetchPage', effects: [{ does: 'read', on: 'network', at: 0 }], async: true, returns: 'string' },
  { ...HERE, name: 'scan', effects: [{ does: 'read', on: 'database' }], async: true, returns: 'string' },
  { ...HERE, name: 'write', effects: [writes], async: true, returns: 'string' },
  { ...HERE, name: 'bump', effects: [reads, writes], async: true, returns: 'string' },
  { ...HERE, name: 'ensure', effects: [{ ...writes, idempotent: true }], async: true, returns: 'string' },
  { ...HERE, name: 'append', effects: [prints], ordered: true, async: true, returns: 'string' },
  { ...HERE, name: 'note', effects: [prints], ordered: true },
  { ...HERE, name: 'shorten', effects: [], returns: 'string' },
  { ...HERE, name: 'openSession', effects: [], async: true, returns: './world.js:Session', fresh: true },
  { ...HERE, name: 'Session#get', effects: [reads], oneAtATime: 'receiver', async: true, returns: 'string' },
  { ...HERE, name: 'Session#put', effects: [writes], oneAtATime: 'receiver', async: true, returns: 'string' },
  { ...HERE, name: 'openPool', effects: [], async: true, returns: './world.js:Pool', fresh: true },
  { ...HERE, name: 'Pool#get', effects: [reads], async: true, returns: 'string' },
  { ...HERE, name: 'Pool#close', effects: [{ does: 'write', on: 'receiver' }], async: true },
  { ...HERE, name: 'forKey', effects: [reads], calls: [1], async: true, returns: 'string' },
  {
    ...HERE,
    name: 'readIn',
    effects: [reads],
    transactionIn: [{ argument: 1, option: 'session' }],
    async: true,
    returns: 'string',
  },
]
