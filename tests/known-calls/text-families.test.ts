import { expect, test } from 'vitest'
import { lastCall } from './find-in-text.ts'

const LODASH = "import _ from 'lodash'; "
const SHARP = "import sharp from 'sharp'; "

test.each<[string, string, object]>([
  ['lodash by its namespace', `${LODASH}_.camelCase(name)`, { effects: [], returns: 'string' }],
  ['by a name', "import { omit } from 'lodash-es'; omit(user, ['password'])", { fresh: true, holds: [0, 1] }],
  ['by a file', "import uniq from 'lodash/uniq.js'; uniq(ids)", { distinct: 'always' }],
  ['by a package', "const merge = require('lodash.merge'); merge(a, b)", { holds: [0, 1, 2, 3] }],
  ['it changes its first argument', `${LODASH}_.set(a, 'b', 1)`, { effects: [{ does: 'write', on: { argument: 0 } }, {}, {}, {}] }],
  ['it calls what it is given', `${LODASH}_.map(xs, (x) => x.id)`, { calls: [1], holds: [0] }],
  ['keys differ', `${LODASH}_.keys(a)`, { distinct: 'always', returns: 'string[]' }],

  ['a date of date-fns', "import { addDays } from 'date-fns'; addDays(start, 1)", { returns: 'Date', fresh: true }],
  ['a date of Day.js', "import dayjs from 'dayjs'; dayjs(x).add(1, 'day').format('YYYY')", { effects: [] }],
  ['YAML', "import { parse } from 'yaml'; parse(text)", { effects: [], fresh: true }],
  ['YAML of another package', "import yaml from 'js-yaml'; yaml.load(text)", { effects: [], fresh: true }],
  ['JSON5', "import JSON5 from 'json5'; JSON5.stringify(a)", { effects: [{ does: 'read', on: { argument: 0 } }] }],
  ['versions', "import semver from 'semver'; semver.diff(a, b)", { fresh: true }],
  ['identifiers', "import { v4 as id } from 'uuid'; id()", { effects: [{ does: 'read', on: 'random' }], returns: 'string' }],
  ['prettier', "import prettier from 'prettier'; prettier.format(text, {})", { fresh: true }],
  ['esbuild as a function', "import { transform } from 'esbuild'; transform(text)", { fresh: true }],
  [
    'esbuild as a tool',
    "import * as esbuild from 'esbuild'; esbuild.build({})",
    { effects: [{ does: 'read', on: 'file-system' }, { does: 'write', on: 'file-system' }, {}] },
  ],
  [
    'an image is written to its place',
    `${SHARP}sharp(file).resize(100).toFile(out)`,
    { effects: [{ does: 'read', on: 'receiver' }, { does: 'write', on: 'file-system', at: 0 }] },
  ],
  ['an image is read at its place', `${SHARP}sharp(file)`, { effects: [{ does: 'read', on: 'file-system', at: 0 }] }],
  ['a file in an archive', "import JSZip from 'jszip'; const zip = new JSZip(); zip.file('a')", { effects: [{ does: 'read', on: 'receiver' }] }],
  ['a file into an archive', "import JSZip from 'jszip'; const zip = new JSZip(); zip.file('a', x)", { effects: [{ does: 'write', on: 'receiver' }] }],
  ['an archive as a stream', "import archiver from 'archiver'; archiver('zip').finalize()", { oneAtATime: 'stream' }],
  ['what is added to it keeps its order', "import archiver from 'archiver'; archiver('zip').file(p)", { ordered: true }],

  ['colours print nothing', "import chalk from 'chalk'; chalk.bold.red('a')", { effects: [], returns: 'string' }],
  ['nor does a colour by its number', "import chalk from 'chalk'; chalk.hex('#fff')('a')", { effects: [], returns: 'string' }],
  ['a tag of an entity', "import etag from 'etag'; etag(body)", { effects: [{ does: 'read', on: { argument: 0 } }], returns: 'string' }],
  ['a type of a file, or a default', "import mime from 'mime'; (mime.getType(id) || 'text/plain').startsWith('text')", { effects: [], returns: 'boolean' }],
  ['a number of any size', "import BigNumber from 'bignumber.js'; new BigNumber(a).plus(b).toFixed(2)", { returns: 'string' }],
  ['one by its type', "import type { BigNumber } from 'bignumber.js'; (a: BigNumber) => a.toNumber()", { returns: 'number' }],
  ['a form', "import FormData from 'form-data'; const form = new FormData(); form.append('a', 1)", { effects: [{ does: 'write', on: 'receiver' }] }],
  ['what normalizes what it is given', "import normalize from 'normalize-package-data'; normalize(pkg)", { effects: [{ does: 'write', on: { argument: 0 } }] }],
  ['a file of Rush', "import { FileSystem } from '@rushstack/node-core-library'; FileSystem.readFileAsync(p)", { effects: [{ does: 'read', on: 'file-system', at: 0 }], async: true }],
  ['a terminal of Rush', "import type { ITerminal } from '@rushstack/terminal'; (t: ITerminal) => t.writeLine('a')", { ordered: true }],
  ['a logger of Nest', "import { Logger } from '@nestjs/common'; new Logger('a').warn('b')", { ordered: true }],
  ['what super runs', 'class Failure extends Error { constructor(text) { super(text) } }', { effects: [], returns: 'Error' }],
  ['debug prints', "import createDebug from 'debug'; const debug = createDebug('a'); debug('b')", { ordered: true }],
  ['a logger prints', "import pino from 'pino'; const log = pino(); log.info('a')", { ordered: true }],
  ['a logger of winston', "import winston from 'winston'; winston.createLogger({}).warn('a')", { ordered: true }],
  ['consola prints', "import { consola } from 'consola'; consola.info('a')", { ordered: true }],
  ['consola asks', "import { consola } from 'consola'; consola.prompt('a?')", { interactive: true }],
  ['a spinner', "import ora from 'ora'; const spinner = ora('a').start(); spinner.succeed()", { ordered: true }],
  ['enquirer asks', "import { Select } from 'enquirer'; const ask = new Select({}); ask.run()", { interactive: true }],
  ['clack asks for a date', "import * as p from '@clack/prompts'; p.date({})", { interactive: true }],
  ['another fetch', "import fetch from 'node-fetch-native'; fetch(url)", { effects: [{ does: 'read', on: 'network' }] }],
])('%s', (_what, text, row) => {
  expect(lastCall(text)?.row).toMatchObject(row)
})

test.each<[string, string]>([
  ['a list of lodash that may repeat', `${LODASH}_.concat(a, b)`],
  ['one that is cut', `${LODASH}_.take(a, 2)`],
])('%s is not taken for one without equals', (_what, text) => {
  expect(lastCall(text)?.row.returns).toBe('Array')
  expect(lastCall(text)?.row.distinct).toBe(undefined)
})

test.each<[string, string]>([
  ['an underscore that is not lodash', "const _ = require('underscore'); _.map(xs, f)"],
  ['functions of lodash with other arguments', "import map from 'lodash/fp/map'; map(f, xs)"],
  ['a chain', `${LODASH}_(xs).map(f)`],
  ['a debug of this file', "function debug(text) { send(text) } debug('a')"],
  ['a shadowed colour', "import chalk from 'chalk'; const f = (chalk) => chalk.red('a')"],
  ['a logger of this project', "import { logger } from './logger.js'; logger.info('a')"],
])('nothing is known of %s', (_what, text) => {
  expect(lastCall(text)).toBe(null)
})
