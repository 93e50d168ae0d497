import { reads, rowsOf, writes } from './row-maker.ts'
import type { RowFacts } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const SOURCE = 'https://redis.io/docs/latest/commands/'
const NODE_REDIS = 'https://github.com/redis/node-redis#readme'
const IOREDIS = 'https://github.com/redis/ioredis#readme'

/** Commands on a client that pipelines what is sent side by side; the key is argument 0. */
const TEXT_READS = 'get hget getrange lindex type'
const LIST_READS = 'hkeys hvals lrange smembers hmget zrange zrevrange'
const OTHER_READS = 'ttl pttl hlen llen scard zcard strlen hexists sismember zscore zrank hgetall'
const WRITES = `set setex psetex setnx getset getdel append incr incrby incrbyfloat decr decrby expire pexpire
  expireat pexpireat persist hset hmset hsetnx hdel hincrby hincrbyfloat lpush rpush lpushx rpushx lpop rpop lset
  lrem ltrim linsert sadd srem spop zadd zrem zincrby zremrangebyscore zremrangebyrank setrange setbit pfadd`

/** Of several keys, or of all. */
const LISTS_OF_KEYS = 'keys mget sinter sunion sdiff'

const COMMANDS: readonly (readonly [names: string, facts: RowFacts])[] = [
  [TEXT_READS, { effects: reads('database', 0), returns: 'Promise<string>', fresh: true }],
  [LIST_READS, { effects: reads('database', 0), returns: 'Promise<string[]>', fresh: true }],
  [OTHER_READS, { effects: reads('database', 0), fresh: true }],
  ['randomkey', { effects: reads('database'), returns: 'Promise<string>' }],
  [LISTS_OF_KEYS, { effects: reads('database'), returns: 'Promise<string[]>', fresh: true }],
  ['exists', { effects: reads('database'), fresh: true }],
  ['xlen xrange xrevrange xpending', { effects: reads('database', 0), fresh: true }],
  ['xdel xack xtrim', { effects: writes('database', 0), fresh: true }],
  [WRITES, { effects: writes('database', 0), fresh: true }],
  [
    'del unlink',
    {
      effects: writes('database', 0),
      fresh: true,
      when: [
        { argument: 0, kind: ['string'] },
        { argument: 1, absent: true },
      ],
    },
  ],
  ['del unlink rename mset flushdb flushall', { effects: writes('database'), fresh: true }],
  ['publish', { effects: writes('network'), ordered: true }],
]

/** Commands as node-redis spells them: `hGetAll`, `setEx`, `expireAt`. */
const SPELLED: Readonly<Record<string, string>> = Object.fromEntries(
  `hGet getRange lIndex hKeys hVals lRange sMembers hmGet zRange pTTL hLen lLen sCard zCard strLen hExists sIsMember
    zScore zRank hGetAll randomKey mGet sInter sUnion sDiff setEx pSetEx setNX getSet getDel incrBy incrByFloat decrBy
    pExpire expireAt pExpireAt hSet hSetNX hDel hIncrBy hIncrByFloat lPush rPush lPushX rPushX lPop rPop lSet
    lRem lTrim lInsert sAdd sRem sPop zAdd zRem zIncrBy zRemRangeByScore zRemRangeByRank setRange setBit pfAdd
    mSet flushDb flushAll`
    .split(/\s+/)
    .map((name) => [name.toLowerCase(), name]),
)

/** `hgetall`, `hGetAll` and `HGETALL` are one command of node-redis. */
const spellings = (names: string): string =>
  names
    .trim()
    .split(/\s+/)
    .flatMap((name) => [...new Set([name, SPELLED[name] ?? name, name.toUpperCase()])])
    .join(' ')

const nodeRedis = rowsOf('redis', NODE_REDIS)
const ioredis = rowsOf('ioredis', IOREDIS)

export const REDIS: readonly KnownCallRow[] = [
  ...['default#', 'Redis#', 'Cluster#'].flatMap((owner) => [
    ...COMMANDS.map(([names, facts]) => rowsOf('ioredis', SOURCE)(owner, names, facts)),
    ioredis(owner, 'pipeline multi', { effects: [], returns: 'ioredis:ChainableCommander', fresh: true }),
  ]),
  ioredis('new ', 'default Redis Cluster', { effects: [], fresh: true }),
  ioredis('ChainableCommander#', 'exec', { effects: [...writes('database'), ...writes('receiver')], fresh: true }),
  ioredis('ChainableCommander#', '*', { effects: writes('receiver'), returns: '$this', holds: ['receiver'] }),

  ...COMMANDS.flatMap(([names, facts]) => [
    ...[1, 2, 3].map((argument) => rowsOf('redis', SOURCE)('RedisClientType#', spellings(names), {
      effects: facts.effects,
      callsLater: [argument],
      when: [facts.when ?? [], { argument, kind: ['Function'] }].flat(),
    })),
    rowsOf('redis', SOURCE)('RedisClientType#', spellings(names), facts),
  ]),
  nodeRedis('', 'createClient createCluster createSentinel', {
    effects: [],
    returns: 'redis:RedisClientType',
    fresh: true,
  }),
  nodeRedis('RedisClientType#', 'connect', { effects: writes('network'), ordered: true, returns: 'Promise<$this>' }),
  nodeRedis('RedisClientType#', 'on once', { effects: writes('receiver'), callsLater: [1], returns: '$this' }),
  nodeRedis('RedisClientType#', 'quit disconnect close destroy', { effects: writes('network'), ordered: true }),
  nodeRedis('RedisClientType#', 'multi', { effects: [], returns: 'redis:Multi', fresh: true }),
  nodeRedis('Multi#', 'exec EXEC', { effects: [...writes('database'), ...writes('receiver')], fresh: true }),
  nodeRedis('Multi#', '*', { effects: writes('receiver'), returns: '$this', holds: ['receiver'] }),
]
