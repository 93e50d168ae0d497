import { expect, test } from 'vitest'
import { lastCall } from './find-in-text.ts'

const READS = { effects: [{ does: 'read', on: 'network' }] }
const WRITES = { effects: [{ does: 'write', on: 'network' }] }

const KY = "import ky from 'ky'; const api = ky.create({ prefixUrl }); "
const OCTOKIT = "import { Octokit } from '@octokit/rest'; const octokit = new Octokit({ auth }); "
const S3 = "import { S3Client, CopyObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'; const s3 = new S3Client({}); "
const DYNAMO =
  "import { DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'; const db = DynamoDBDocumentClient.from(x); "
const FIRESTORE = "import { getFirestore } from 'firebase-admin/firestore'; const db = getFirestore(); "
const GOOGLE = "import { google } from 'googleapis'; const gmail = google.gmail({ version: 'v1', auth }); "
const MAIL = "import nodemailer from 'nodemailer'; const transport = nodemailer.createTransport({}); "
const BULL = "import { Queue } from 'bullmq'; const queue = new Queue('mail'); "
const STRIPE = "import Stripe from 'stripe'; const stripe = new Stripe(key); "
const GIT = "import { simpleGit } from 'simple-git'; const git = simpleGit(); "
const SELENIUM = "import { Builder, By } from 'selenium-webdriver'; const driver = await new Builder().forBrowser('x').build(); "
const WDIO = "import { remote } from 'webdriverio'; const browser = await remote({}); "

test.each<[string, string, object]>([
  ['an instance of ky reads', `${KY}api.get('users')`, READS],
  ['ky posts', `${KY}ky.post(url, { json })`, { effects: [...WRITES.effects, { does: 'read', on: { argument: 1 } }] }],

  ['octokit gets', `${OCTOKIT}octokit.rest.issues.get({ owner, repo, issue_number })`, READS],
  ['octokit without rest', `${OCTOKIT}octokit.pulls.listFiles({ owner, repo })`, READS],
  ['octokit creates', `${OCTOKIT}octokit.rest.issues.createComment({ body })`, WRITES],
  ['a check that is posted', `${OCTOKIT}octokit.rest.apps.checkToken({})`, WRITES],
  ['a route that gets', `${OCTOKIT}octokit.request('GET /repos/{owner}', { owner })`, READS],
  ['a route that posts', `${OCTOKIT}octokit.request('POST /repos', {})`, WRITES],
  ['a route that is not seen', `${OCTOKIT}octokit.request(route)`, WRITES],
  ['pages', `${OCTOKIT}octokit.paginate(octokit.rest.issues.listForRepo, { owner })`, { ...READS, calls: [2] }],
  ['a query', `${OCTOKIT}octokit.graphql(\`query { viewer { login } }\`)`, READS],
  ['a mutation', `${OCTOKIT}octokit.graphql(\`mutation { addStar }\`)`, WRITES],
  ['octokit of an action', "import { getOctokit } from '@actions/github'; getOctokit(t).rest.repos.get({})", READS],
  ['octokit by its type', "import type { Octokit } from '@octokit/core'; (o: Octokit) => o.request('GET /user')", READS],

  ['a command that reads', `${S3}s3.send(new GetObjectCommand({ Key }))`, READS],
  ['a command itself does nothing', `${S3}new GetObjectCommand({ Key })`, { effects: [], holds: [0] }],
  ['such a command in a variable', `${S3}const command = new GetObjectCommand({}); s3.send(command)`, READS],
  ['a command that writes', `${S3}s3.send(new PutObjectCommand({ Key }))`, WRITES],
  [
    'a command that copies',
    `${S3}s3.send(new CopyObjectCommand({ Key, CopySource }))`,
    { effects: [...READS.effects.map((one) => ({ ...one, at: [{ argument: 0, option: 'CopySource' }] })), ...WRITES.effects] },
  ],
  ['a method that copies', "import { S3 } from '@aws-sdk/client-s3'; new S3({}).copyObject({})", { effects: [...READS.effects, ...WRITES.effects] }],
  ['a command that is not seen', `${S3}s3.send(command)`, WRITES],
  ['a method instead of a command', "import { S3 } from '@aws-sdk/client-s3'; new S3({}).headObject({})", READS],
  ['a document client queries', `${DYNAMO}db.send(new QueryCommand({}))`, READS],
  ['a document client updates', `${DYNAMO}db.send(new UpdateCommand({}))`, WRITES],
  ['messages that are received', "import { SQSClient, ReceiveMessageCommand as R } from '@aws-sdk/client-sqs'; new SQSClient({}).send(new R({}))", WRITES],

  ['a document is read', `${FIRESTORE}db.collection('users').doc(id).get()`, { effects: [{ does: 'read', on: 'database' }] }],
  ['a query', `${FIRESTORE}db.collection('users').where('a', '==', b).limit(1).get()`, { effects: [{ does: 'read', on: 'database' }] }],
  ['a document is removed', `${FIRESTORE}db.doc(path).delete()`, { effects: [{ does: 'write', on: 'database' }] }],
  ['a transaction', "import type { Transaction } from 'firebase-admin/firestore'; (t: Transaction) => t.get(ref)", { oneAtATime: 'transaction' }],
  ['firebase-admin by its namespace', "import * as admin from 'firebase-admin'; admin.auth().getUser(id)", READS],
  ['it creates a user', "import * as admin from 'firebase-admin'; admin.auth().createUser({})", WRITES],
  ['a file is saved', "import * as admin from 'firebase-admin'; admin.storage().bucket().file(p).save(x)", { effects: [...WRITES.effects, { does: 'write', on: 'file-system' }] }],

  ['an API of Google lists', `${GOOGLE}gmail.users.messages.list({ userId })`, READS],
  ['it sends', `${GOOGLE}gmail.users.messages.send({ userId })`, WRITES],
  ['a mail is sent', `${MAIL}transport.sendMail({ to })`, { effects: [...WRITES.effects, { does: 'read', on: { argument: 0 } }] }],
  ['jobs keep their order', `${BULL}queue.add('mail', { to })`, { ordered: true }],
  ['a job is looked up', `${BULL}queue.getJob(id)`, { effects: [{ does: 'read', on: 'database' }] }],
  ['Stripe retrieves', `${STRIPE}stripe.customers.retrieve(id)`, READS],
  ['Stripe lists below', `${STRIPE}stripe.checkout.sessions.list({})`, READS],
  ['Stripe refunds', `${STRIPE}stripe.refunds.create({})`, WRITES],
  ['git shows', `${GIT}git.show(['HEAD'])`, { effects: [{ does: 'read', on: 'process' }, { does: 'read', on: 'file-system' }] }],
  ['git commits in order', `${GIT}git.add('.').commit('a')`, { ordered: true }],

  ['selenium finds', `${SELENIUM}driver.findElement(By.id('a')).click()`, { oneAtATime: 'receiver', ordered: true }],
  ['webdriverio clicks', `${WDIO}browser.$('a').click()`, { oneAtATime: 'receiver', ordered: true }],
  ['the globals of webdriverio', "import { browser } from '@wdio/globals'; browser.url('/')", { ordered: true }],
])('%s', (_what, text, row) => {
  expect(lastCall(text)?.row).toMatchObject(row)
})

test('a function beside the parameters of pages is called', () => {
  expect(lastCall(`${OCTOKIT}octokit.paginate('GET /user', (page) => page.data)`)?.row.calls).toEqual([1, 2])
})

test.each<[string, string]>([
  ['an object named octokit', 'octokit.rest.issues.get({})'],
  ['a class of the same name', 'class S3Client {} new S3Client().send(x)'],
  ['a client of another module', "import { S3Client } from './s3.js'; new S3Client().send(x)"],
  ['a shadowed client', `${STRIPE}const f = (stripe) => stripe.customers.list()`],
  ['what signs in to Google', "import { google } from 'googleapis'; google.auth.getClient()"],
  ['another store', "import { getFirestore } from 'firebase/firestore/lite'; getFirestore().doc(a).get()"],
])('nothing is known of %s', (_what, text) => {
  expect(lastCall(text)).toBe(null)
})

test('a command of another client is not taken for one that reads', () => {
  const text = "import { GetObjectCommand } from './commands.js'; import { S3Client } from '@aws-sdk/client-s3'; "
  expect(lastCall(`${text}new S3Client({}).send(new GetObjectCommand({}))`)?.row).toMatchObject(WRITES)
})
