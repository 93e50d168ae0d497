import { expect, test } from 'vitest'
import type { KnownCallRow } from '../../src/facts/known-calls/row.ts'
import { lastCall } from './find-in-text.ts'

const FS = "import fs from 'fs'; import fsp from 'fs/promises'; "
const PG = "import { Pool, Client } from 'pg'; const pool = new Pool(); const client = new Client(); "
const KNEX = "import knex from 'knex'; const db = knex({}); "
const SEQUELIZE =
  "import { Sequelize, Model } from 'sequelize'; const db = new Sequelize(url); class User extends Model {} "
const MONGOOSE = "import mongoose from 'mongoose'; const User = mongoose.model('User', schema); "
const fillsJar = { does: 'write', on: { argument: 1, option: 'cookieJar' } }
const GOT = "import got from 'got'; "
const AXIOS = "import axios from 'axios'; const api = axios.create({ baseURL }); "

const read = (on: string, at?: number) => (at === undefined ? { does: 'read', on } : { does: 'read', on, at })
const write = (on: string, at?: number) => (at === undefined ? { does: 'write', on } : { does: 'write', on, at })

test.each<[string, string, object]>([
  [
    'readFile reads at its path',
    `${FS}fsp.readFile(p)`,
    { effects: [read('file-system', 0)], async: true, fresh: true },
  ],
  ['readFileSync too', `${FS}fs.readFileSync(p)`, { effects: [read('file-system', 0)] }],
  [
    'writeFile writes at its path',
    `${FS}fsp.writeFile(p, x)`,
    { effects: [write('file-system', 0), { does: 'read', on: { argument: 1 } }] },
  ],
  [
    'a recursive mkdir may be repeated',
    `${FS}fsp.mkdir(p, { recursive: true })`,
    { effects: [{ ...write('file-system', 0), idempotent: 'unused' }] },
  ],
  ['a plain mkdir may not', `${FS}fsp.mkdir(p)`, { effects: [write('file-system', 0)] }],
  ['an mkdir with unknown options may not', `${FS}fsp.mkdir(p, { recursive })`, { effects: [write('file-system', 0)] }],
  [
    'an mkdir with spread options may not',
    `${FS}fsp.mkdir(p, { recursive: true, ...o })`,
    { effects: [write('file-system', 0)] },
  ],
  ['an mkdir with spread arguments may not', `${FS}fsp.mkdir(...all)`, { effects: [write('file-system', 0)] }],
  [
    'mkdirSync of a constant path',
    `${FS}fs.mkdirSync(p, { recursive: true })`,
    { effects: [{ ...write('file-system', 0), idempotent: 'unused' }] },
  ],
  [
    'rm reaches below its path',
    `${FS}fsp.rm(p, { recursive: true })`,
    { effects: [{ ...write('file-system', 0), tree: true }] },
  ],
  [
    'copyFile reads here and writes there',
    `${FS}fsp.copyFile(a, b)`,
    { effects: [read('file-system', 0), write('file-system', 1)] },
  ],
  ['fs.readFile calls back later', `${FS}fs.readFile(p, f)`, { callsLater: [1, 2, 3] }],
  ['readdir gives different names', `${FS}fsp.readdir(p)`, { distinct: 'flat', returns: 'string[]' }],
  [
    'a recursive readdir gives names below others',
    `${FS}fsp.readdir(p, { recursive: true })`,
    { distinct: 'always', returns: 'string[]' },
  ],
  [
    'fs-extra knows what fs knows',
    "import fse from 'fs-extra'; fse.readFile(p)",
    { effects: [read('file-system', 0)], async: true },
  ],
  [
    'ensureDir may be repeated',
    "import { ensureDir } from 'fs-extra'; ensureDir(p)",
    { effects: [{ ...write('file-system', 0), idempotent: 'unused' }] },
  ],
  ['exec is ordered', "import { exec } from 'child_process'; exec('ls')", { ordered: true }],
  ['execa is ordered', "import { execa } from 'execa'; execa('ls')", { ordered: true }],
  [
    'timers/promises paces',
    "import { setTimeout } from 'timers/promises'; setTimeout(5)",
    { pacing: true, async: true },
  ],
  ['a timer calls later', 'setTimeout(f, 5)', { pacing: true, callsLater: [0] }],
  ['promisified setTimeout paces', "const { promisify } = require('util'); promisify(setTimeout)(5)", { pacing: true }],
  ['console prints in order', "console.log('a')", { effects: [write('console')], ordered: true }],
  ['standard output too', "process.stdout.write('a')", { effects: [write('console')], ordered: true }],
  ['process.exit leaves', 'process.exit(1)', { exits: true }],
  [
    'question asks a person',
    "import readline from 'readline/promises'; const rl = readline.createInterface({ input }); rl.question('?')",
    { interactive: true },
  ],
  [
    'a reader reads one at a time',
    'const r = await fetch(u); const reader = r.body.getReader(); reader.read()',
    { oneAtATime: 'stream' },
  ],
  [
    'a file stream is written one at a time',
    `${FS}const out = fs.createWriteStream(p); out.write(x)`,
    { oneAtATime: 'stream', ordered: true },
  ],
  ['dns looks up', "import { lookup } from 'dns/promises'; lookup(h)", { effects: [read('network')] }],
  [
    'join keeps names apart',
    "import { join } from 'path'; join(a, b)",
    { effects: [], joinsNames: true, returns: 'string' },
  ],
  ['dirname does not', "import { dirname } from 'path'; dirname(a)", { effects: [], returns: 'string' }],
  [
    'a hash changes as it is fed',
    "import { createHash } from 'crypto'; createHash('sha1').update(x)",
    { effects: [write('receiver'), { does: 'read', on: { argument: 0 } }] },
  ],

  ['fetch reads', 'fetch(url)', { effects: [read('network')], async: true }],
  ['fetch with other options reads', 'fetch(url, { headers })', { effects: [read('network')] }],
  ['fetch with GET reads', "fetch(url, { method: 'get', headers })", { effects: [read('network')] }],
  ['fetch with undefined reads', 'fetch(url, undefined)', { effects: [read('network')] }],
  [
    'fetch with POST writes',
    "fetch(url, { method: 'POST', body })",
    { effects: [write('network'), { does: 'read', on: { argument: 1 } }] },
  ],
  [
    'fetch with an unknown method writes',
    'fetch(url, { method })',
    { effects: [write('network'), { does: 'read', on: { argument: 1 } }] },
  ],
  [
    'fetch with unknown options writes',
    'fetch(url, options)',
    { effects: [write('network'), { does: 'read', on: { argument: 1 } }] },
  ],
  [
    'fetch with a method before unknown options writes',
    "fetch(url, { method: 'GET', ...options })",
    { effects: [write('network'), { does: 'read', on: { argument: 1 } }] },
  ],
  [
    'fetch with a method after unknown options reads',
    "fetch(url, { ...options, method: 'GET' })",
    { effects: [read('network')] },
  ],
  [
    'fetch of a request may write',
    'const r = new Request(url); fetch(r)',
    { effects: [write('network'), { does: 'read', on: { argument: 1 } }] },
  ],
  ['axios.get reads', `${AXIOS}axios.get(url)`, { effects: [read('network')] }],
  [
    'axios.post writes',
    `${AXIOS}axios.post(url, data)`,
    { effects: [write('network'), { does: 'read', on: { argument: 1 } }] },
  ],
  ['an instance of axios reads', `${AXIOS}api.get(url)`, { effects: [read('network')] }],
  [
    'axios with a config that posts',
    `${AXIOS}axios({ url, method: 'post' })`,
    { effects: [write('network'), { does: 'read', on: { argument: 1 } }] },
  ],
  ['axios with a config that gets', `${AXIOS}axios({ url })`, { effects: [read('network')] }],
  [
    'axios with an unknown argument',
    `${AXIOS}axios(x)`,
    { effects: [write('network'), { does: 'read', on: { argument: 1 } }] },
  ],
  ['axios with an address', `${AXIOS}axios(\`/\${x}\`)`, { effects: [read('network')] }],
  ['got reads', `${GOT}got('https://x')`, { effects: [read('network'), fillsJar], ofClient: 'defaults' }],
  [
    'an extended got posts',
    `${GOT}const api = got.extend({}); api.post(url)`,
    { effects: [write('network'), { does: 'read', on: { argument: 1 } }, fillsJar] },
  ],
  ['undici.request reads', "import { request } from 'undici'; request(url)", { effects: [read('network')] }],

  ['inquirer asks', "import inquirer from 'inquirer'; inquirer.prompt([])", { interactive: true, ordered: true }],
  ['a prompt of inquirer asks', "import { confirm } from '@inquirer/prompts'; confirm({})", { interactive: true }],
  ['prompts asks', "import prompts from 'prompts'; prompts({})", { interactive: true }],

  ['a pool may run queries side by side', `${PG}pool.query('SELECT 1')`, { effects: [read('database')] }],
  ['a pool that inserts writes', `${PG}pool.query('INSERT INTO t VALUES (1)')`, { effects: [write('database')] }],
  [
    'a select that locks writes',
    `${PG}pool.query(\`select * from t where id = \${id} for update\`)`,
    { effects: [write('database')] },
  ],
  ['a select of a sequence writes', `${PG}pool.query("SELECT nextval('s')")`, { effects: [write('database')] }],
  ['an unknown text writes', `${PG}pool.query(sql)`, { effects: [write('database')] }],
  ['a named query reads', `${PG}pool.query({ text: 'select 1' })`, { effects: [read('database')] }],
  [
    'a client runs one query at a time',
    `${PG}client.query('SELECT 1')`,
    { oneAtATime: 'receiver', effects: [read('database')] },
  ],
  ['a client of a pool too', `${PG}const one = await pool.connect(); one.query(sql)`, { oneAtATime: 'receiver' }],
  [
    'a client in a parameter too',
    "import type { PoolClient } from 'pg'; function f(c: PoolClient) { return c.query(sql) }",
    { oneAtATime: 'receiver' },
  ],
  ['knex reads', `${KNEX}db('users').where({ id }).first()`, { effects: [read('database'), write('receiver')] }],
  ['a builder of its own', `${KNEX}db('users').clone()`, { effects: [read('receiver')], fresh: true }],
  [
    'knex writes',
    `${KNEX}db('users').where({ id }).update(x)`,
    { effects: [write('database'), { does: 'read', on: { argument: 0 } }, write('receiver')] },
  ],
  [
    'a builder in a transaction',
    `${KNEX}db('users').transacting(trx)`,
    { oneAtATime: 'transaction', transactionIn: [{ argument: 0 }] },
  ],
  [
    'a transaction by its type',
    "import type { Knex } from 'knex'; function f(trx: Knex.Transaction) { trx('users').where({ id }) }",
    { oneAtATime: 'transaction' },
  ],
  ['a schema is built in order', `${KNEX}db.schema.createTable('t', f)`, { ordered: true }],
  [
    'a model finds',
    `${SEQUELIZE}User.findAll()`,
    { effects: [read('database')], transactionIn: [{ argument: 0, option: 'transaction' }] },
  ],
  [
    'a model creates',
    `${SEQUELIZE}User.create({}, { transaction })`,
    { transactionIn: [{ argument: 1, option: 'transaction' }] },
  ],
  ['a defined model', `${SEQUELIZE}const Tag = db.define('Tag', {}); Tag.findOne()`, { effects: [read('database')] }],
  [
    'a transaction is ended in order',
    `${SEQUELIZE}const t = await db.transaction(); t.commit()`,
    { oneAtATime: 'transaction', ordered: true },
  ],
  [
    'a repository reads',
    "import { Repository } from 'typeorm'; class S { users: Repository<User>; f() { this.users.find() } }",
    { effects: [read('database')] },
  ],
  [
    'a manager runs one at a time',
    "import { EntityManager } from 'typeorm'; function f(m: EntityManager) { m.save(User, u) }",
    { oneAtATime: 'transaction' },
  ],
  ['a mongoose model reads', `${MONGOOSE}User.findById(id).lean()`, { effects: [read('database'), write('receiver')] }],
  [
    'a mongoose model writes',
    `${MONGOOSE}User.updateOne({ id }, x)`,
    { effects: [write('database'), { does: 'read', on: { argument: 1 } }] },
  ],
  ['a query in a session', `${MONGOOSE}User.find().session(s)`, { oneAtATime: 'transaction' }],

  [
    'a page does one thing at a time',
    "import { chromium } from 'playwright'; const b = await chromium.launch(); (await b.newPage()).goto(u)",
    { oneAtATime: 'receiver', ordered: true },
  ],
  [
    'a locator too',
    "import type { Page } from '@playwright/test'; const f = (page: Page) => page.getByRole('button').first().click()",
    { oneAtATime: 'receiver' },
  ],
  [
    'a page of puppeteer',
    "import puppeteer from 'puppeteer'; const b = await puppeteer.launch(); (await b.newPage()).click('a')",
    { oneAtATime: 'receiver' },
  ],
  [
    'a mutex locks',
    "import { Mutex } from 'async-mutex'; const m = new Mutex(); m.runExclusive(f)",
    { oneAtATime: 'lock', calls: [0] },
  ],
  [
    'a limit calls',
    "import pLimit from 'p-limit'; const limit = pLimit(2); limit(() => f(x))",
    { calls: [0], async: true },
  ],
  ['p-map calls', "import pMap from 'p-map'; pMap(xs, f)", { calls: [1], async: true }],

  ['Math', 'Math.max(1, 2)', { effects: [], returns: 'number' }],
  ['random numbers', 'Math.random()', { effects: [read('random')] }],
  ['the clock', 'Date.now()', { effects: [read('clock')] }],
  ['a new date reads the clock', 'new Date()', { effects: [read('clock')] }],
  ['a date of something does not', 'new Date(x)', { effects: [{ does: 'read', on: { argument: 0 } }] }],
  ['Object.assign writes its first argument', 'Object.assign(a, b)', { holds: [0, 1, 2, 3] }],
  [
    'filter holds what the receiver holds',
    "['a'].filter(f)",
    { holds: ['receiver'], fresh: true, calls: [0], distinct: 'receiver' },
  ],
  ['a text is not changed', "'a'.replace(/a/, 'b')", { effects: [], returns: 'string' }],
  ['a plain regular expression is not changed', '/a/.test(x)', { effects: [] }],
  ['one that keeps its place is', '/a/g.test(x)', { effects: [read('receiver'), write('receiver')] }],
  ['a map is read at its key', "const m = new Map(); m.get('a')", { effects: [read('receiver', 0)] }],
  ['an import evaluates a module', "import('./a.js')", { effects: [read('modules')], async: true }],
])('%s', (_what, text, row) => {
  expect(lastCall(text)?.row).toMatchObject(row)
})

test.each<[string, string, keyof KnownCallRow]>([
  ['a pool does not run one query at a time', `${PG}pool.query('SELECT 1')`, 'oneAtATime'],
  ['reading a file is not ordered', `${FS}fsp.readFile(p)`, 'ordered'],
  ['a join does not lose its order', "import { basename } from 'path'; basename(a)", 'joinsNames'],
  ['an unknown listing may repeat', `${FS}fsp.readdir(p, options)`, 'distinct'],
  ['a knex query without a transaction', `${KNEX}db('users').where({ id })`, 'oneAtATime'],
])('%s', (_what, text, field) => {
  const row = lastCall(text)?.row
  expect(row).toBeDefined()
  expect(row?.[field]).toBe(undefined)
})
