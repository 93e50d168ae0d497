import { expect, test } from 'vitest'
import { lastCall } from './find-in-text.ts'

const READS = { effects: [{ does: 'read', on: 'database' }] }
const WRITES = { effects: [{ does: 'write', on: 'database' }] }
const BUILDS_READ = { effects: [...READS.effects, { does: 'write', on: 'receiver' }] }
const BUILDS_WRITE = { effects: [...WRITES.effects, { does: 'write', on: 'receiver' }] }
const readsAt0 = { effects: [{ does: 'read', on: 'database', at: 0 }] }
const writesAt0 = { effects: [{ does: 'write', on: 'database', at: 0 }] }

const PRISMA = "import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); "
const DRIZZLE =
  "import { drizzle } from 'drizzle-orm/node-postgres'; import { eq } from 'drizzle-orm'; const db = drizzle(pool); "
const KYSELY = "import { Kysely } from 'kysely'; const db = new Kysely<Tables>({}); "
const MYSQL = "import mysql from 'mysql2/promise'; const pool = mysql.createPool({}); "
const SQLITE = "import Database from 'better-sqlite3'; const db = new Database('a.db'); "
const MONGO = "import { MongoClient } from 'mongodb'; const users = new MongoClient(url).db('a').collection('users'); "
const MIKRO = "import { MikroORM } from '@mikro-orm/postgresql'; const orm = await MikroORM.init({}); "
const PGP = "import pgPromise from 'pg-promise'; const pgp = pgPromise(); const db = pgp(url); "
const REDIS = "import { createClient } from 'redis'; const client = createClient(); "
const IOREDIS = "import Redis from 'ioredis'; const redis = new Redis(); "
const RED = "import { R } from 'redbean-node'; "

test.each<[string, string, object]>([
  ['a client of Prisma reads', `${PRISMA}prisma.user.findMany({ where: { id } })`, READS],
  [
    'it writes',
    `${PRISMA}prisma.user.update({ where: { id }, data })`,
    { effects: [{ does: 'write', on: 'database' }, { does: 'read', on: { argument: 0 } }] },
  ],
  [
    'by its type',
    "import { PrismaClient } from '@prisma/client'; (db: PrismaClient) => db.post.findUnique({})",
    READS,
  ],
  ['in a field', "import { PrismaClient } from '@prisma/client'; class A { db: PrismaClient; f() { this.db.x.count() } }", READS],
  ['a select as a tag', `${PRISMA}prisma.$queryRaw\`SELECT \${id}\``, READS],
  ['another statement', `${PRISMA}prisma.$executeRaw\`DELETE FROM a\``, WRITES],
  ['a function in a transaction', `${PRISMA}prisma.$transaction(async (tx) => 1)`, { calls: [0] }],
  [
    'a transaction runs one query at a time',
    "import { Prisma } from '@prisma/client'; (tx: Prisma.TransactionClient) => tx.user.findMany()",
    { oneAtATime: 'transaction' },
  ],

  ['drizzle selects', `${DRIZZLE}db.select().from(users).where(eq(users.id, id))`, BUILDS_READ],
  ['drizzle finds by relations', `${DRIZZLE}db.query.users.findFirst({})`, READS],
  ['drizzle inserts', `${DRIZZLE}db.insert(users).values(user).returning()`, BUILDS_WRITE],
  ['drizzle locks', `${DRIZZLE}db.select().from(users).for('update')`, WRITES],
  [
    'drizzle by the type of a driver',
    "import type { NodePgDatabase } from 'drizzle-orm/node-postgres'; (db: NodePgDatabase) => db.select()",
    READS,
  ],
  ['kysely selects', `${KYSELY}db.selectFrom('a').selectAll().where('id', '=', id).executeTakeFirst()`, READS],
  ['kysely deletes', `${KYSELY}db.deleteFrom('a').where('id', '=', id).execute()`, WRITES],
  ['kysely locks', `${KYSELY}db.selectFrom('a').selectAll().forUpdate().execute()`, WRITES],
  [
    'a transaction of kysely',
    "import type { Transaction } from 'kysely'; (trx: Transaction<Tables>) => trx.selectFrom('a')",
    { oneAtATime: 'transaction' },
  ],

  ['a pool of mysql2 reads', `${MYSQL}pool.query('SELECT * FROM a WHERE id = ?', [id])`, READS],
  ['a select that locks by name', `${MYSQL}pool.query("SELECT GET_LOCK('a', 10)")`, WRITES],
  ['a statement in options', `${MYSQL}pool.execute({ sql: 'select 1' })`, READS],
  ['a callback of mysql2', "import mysql from 'mysql2'; mysql.createPool({}).query('SELECT 1', (e, rows) => {})", { callsLater: [1] }],
  ['a connection of mysql2', `${MYSQL}const one = await pool.getConnection(); one.query('SELECT 1')`, { oneAtATime: 'receiver' }],
  ['a statement of better-sqlite3 that selects', `${SQLITE}db.prepare('SELECT * FROM a').all()`, READS],
  ['another', `${SQLITE}db.prepare('INSERT INTO a VALUES (?)').run(x)`, WRITES],
  ['by its type', "import type Database from 'better-sqlite3'; (db: Database.Database) => db.prepare('select 1').get()", READS],

  ['a collection finds one', `${MONGO}users.findOne({ id })`, { ...READS, transactionIn: [{ argument: 1, option: 'session' }] }],
  ['a cursor', `${MONGO}users.find({}).sort({}).toArray()`, { effects: [...READS.effects, { does: 'write', on: 'receiver' }] }],
  ['a collection changes', `${MONGO}users.updateOne({ id }, { $set })`, { transactionIn: [{ argument: 2, option: 'session' }] }],
  ['a pipeline may write', `${MONGO}users.aggregate([])`, WRITES],
  ['a manager of MikroORM', `${MIKRO}orm.em.find(User, {})`, { oneAtATime: 'transaction' }],
  [
    'a repository of MikroORM',
    "import { EntityRepository } from '@mikro-orm/core'; (r: EntityRepository<User>) => r.findOne({ id })",
    { oneAtATime: 'transaction' },
  ],
  ['pg-promise reads', `${PGP}db.any('SELECT * FROM a')`, READS],
  ['pg-promise writes', `${PGP}db.none('DELETE FROM a')`, WRITES],
  ['RedBean finds', `${RED}R.findOne('user', ' id = ? ', [id])`, READS],
  ['RedBean stores', `${RED}R.store(bean)`, { effects: [{ does: 'write', on: 'database' }, { does: 'write', on: { argument: 0 } }] }],
  ['RedBean by a statement', `${RED}R.getAll('SELECT 1')`, READS],

  ['a key is read at its place', `${REDIS}client.get(\`user:\${id}\`)`, readsAt0],
  ['as node-redis spells it', `${REDIS}client.hGetAll(key)`, readsAt0],
  ['a key is written at its place', `${IOREDIS}redis.set(key, 'a')`, writesAt0],
  ['one key is removed at its place', `${IOREDIS}redis.del(\`a:\${id}\`)`, writesAt0],
  ['several are not', `${IOREDIS}redis.del('a', 'b')`, WRITES],
  ['nor a list of keys', `${IOREDIS}redis.del(keys)`, WRITES],
  ['an old callback', `${REDIS}client.get('a', (error, value) => {})`, { callsLater: [1] }],
  ['messages in order', `${IOREDIS}redis.publish('a', 'b')`, { ordered: true }],
  ['a client that was connected', "import { createClient } from 'redis'; const c = await createClient().connect(); c.get(k)", readsAt0],
])('%s', (_what, text, row) => {
  expect(lastCall(text)?.row).toMatchObject(row)
})

test.each<[string, string]>([
  ['an object named prisma', 'prisma.user.findMany()'],
  ['a client of another module', "import { PrismaClient } from './client.js'; new PrismaClient().user.findMany()"],
  ['a shadowed client', `${PRISMA}const f = (prisma) => prisma.user.findMany()`],
  ['an unknown method of a model', `${PRISMA}prisma.user.findBySlug('a')`],
  ['a database of another drizzle', "import { drizzle } from './db.js'; drizzle(pool).select()"],
  ['a shadowed key store', `${REDIS}const f = (client) => client.get('a')`],
  ['a command that blocks', `${IOREDIS}redis.blpop('a', 0)`],
])('nothing is known of %s', (_what, text) => {
  expect(lastCall(text)).toBe(null)
})

test('a pool does not run one statement at a time', () => {
  expect(lastCall(`${MYSQL}pool.query('SELECT 1')`)?.row.oneAtATime).toBe(undefined)
  expect(lastCall(`${PRISMA}prisma.user.findMany()`)?.row.oneAtATime).toBe(undefined)
})
