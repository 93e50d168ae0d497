import { named } from './named.ts'
import type { KnownCallRow, RowEffect } from './row.ts'

const SOURCE = 'https://redis.io/docs/latest/commands/'
const READS: readonly RowEffect[] = [{ does: 'read', on: 'database' }]

/** Commands that only read, on a client that pipelines what is sent side by side. */
const TEXT_READS = 'get hget getrange lindex type randomkey'
const LIST_READS = 'keys hkeys hvals lrange smembers mget hmget zrange zrevrange sinter sunion sdiff'
const OTHER_READS = 'exists ttl pttl hlen llen scard zcard strlen hexists sismember zscore zrank hgetall'

export const REDIS: readonly KnownCallRow[] = ['default#', 'Redis#', 'Cluster#'].flatMap((owner): KnownCallRow[] => [
  {
    module: 'ioredis',
    name: named(owner, TEXT_READS),
    effects: READS,
    returns: 'Promise<string>',
    fresh: true,
    source: SOURCE,
  },
  {
    module: 'ioredis',
    name: named(owner, LIST_READS),
    effects: READS,
    returns: 'Promise<string[]>',
    fresh: true,
    source: SOURCE,
  },
  { module: 'ioredis', name: named(owner, OTHER_READS), effects: READS, fresh: true, source: SOURCE },
])
