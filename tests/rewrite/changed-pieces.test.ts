import { describe, expect, test } from 'vitest'
import { parseText } from '../../src/parse/parse-text.ts'
import { changedPieces } from '../../src/rewrite/changed-pieces.ts'
import { parsesStill } from '../../src/rewrite/parses-still.ts'
import type { Edit } from '../../src/rewrite/rewrite.ts'

type Change = readonly [from: string, to: string]

function editsOf(source: string, changes: readonly Change[]): Edit[] {
  return changes.map(([from, text]) => {
    const start = source.indexOf(from)
    return { range: [start, start + from.length], text }
  })
}

function piecesOf(source: string, ...changes: readonly Change[]): readonly string[] {
  return changedPieces(editsOf(source, changes), parseText(source, 'job.ts')).map((piece) => piece.replaceAll(/\s+/g, ' '))
}

function parses(source: string, ...changes: readonly Change[]): boolean {
  return parsesStill(editsOf(source, changes), parseText(source, 'job.ts'))
}

const IMPORT: Change = ['', `import pMap from 'p-map'\n`]

type Case = readonly [title: string, source: string, changes: readonly Change[], pieces: readonly string[]]

const PIECES: readonly Case[] = [
  ['a short statement is kept whole', 'open()\nsend(one)\nclose()', [['one', 'two']], ['send(two)']],
  [
    'statements that are not next to the change are left out, and what is in blocks next to it',
    'async function all() { first(); if (x) { second() } third(); fourth(() => { last() }); end() }',
    [['third', '3']],
    ['async function all() {if (x) {} 3(); fourth(() => {});}'],
  ],
  [
    'what stands around the change is kept, list by list',
    'class Job { open() { start() } async run(list) { first(); for (const a of list) { b(); c(); d(a); e() } end() } }',
    [['d(a)', 'd(1)']],
    ['class Job {async run(list) {for (const a of list) {c(); d(1); e()}}}'],
  ],
  [
    'two changes of one list, and what is between them',
    'function all() { one(); two(); three(); four(() => { 4 }); five(); six(); seven() }',
    [['three', '3'], ['five', '5']],
    ['function all() {two(); 3(); four(() => { 4 }); 5(); six();}'],
  ],
  [
    'a change of the head of a function and one in it are in the list around the function',
    'run(() => { one(); two(); function all() { three(); four(); five() } six(); seven() })',
    [['function all', 'async function all'], ['four', 'await four']],
    ['run(() => {two(); async function all() { three(); await four(); five() } six();})'],
  ],
  [
    'an import where the first statement begins is no change of that one',
    'function all() { one(); two(); three(); four() }',
    [IMPORT, ['four', '4']],
    [`import pMap from 'p-map' function all() {three(); 4() }`],
  ],
  [
    'a function that is read strictly is still',
    `function all() { 'use strict'; one(); two(); if (x) { three(); four() } }`,
    [['four', '4']],
    [`function all() {'use strict'; if (x) {three(); 4() }}`],
  ],
  ['what is inserted between statements stands alone', 'one()\n\n/* here */\n\ntwo()', [['/* here */', 'three()']], ['three()']],
]

describe('the pieces of a file that edits change', () => {
  test.each(PIECES)('%s', (_, source, changes, pieces) => {
    expect(piecesOf(source, ...changes)).toEqual(pieces)
  })
})

describe('whether a program is one after the edits', () => {
  test('a member is read as one of its class, a statement as one of its function', () => {
    const source = 'class Job { one() {}\n two() {}\n three() {}\n four() { open(); send(); close() } }'
    expect(parses(source, ['three() {}', 'get three() { return 1 }'])).toBe(true)
    expect(parses(source, ['three() {}', 'let three'])).toBe(false)
    expect(parses(source, ['send()', 'let three'])).toBe(true)
    expect(parses(source, ['send()', 'get three() { return 1 }'])).toBe(false)
  })

  test('a line may run together with the one before it, and after it', () => {
    const source = 'function all() {\n  one()\n  const two = () => { work() }\n  three()\n  four()\n}'
    expect(parses(source, ['three()', '[a] = b'])).toBe(true)
    expect(parses(source, ['three()', '.a'])).toBe(false)
    expect(parses(source, ['three()', 'if (a) b() else'])).toBe(false)
    expect(parses(source, ['three()', 'if (a) b(); else'])).toBe(true)
  })

  test('a bracket too many or too few is none, in whatever list', () => {
    const source = 'class Job {\n  first() { one() }\n  second() { two(); three(); four() }\n  third() { five() }\n}'
    for (const bracket of ['{', '}', '(', ')', '`', '/*']) expect(parses(source, ['three()', bracket])).toBe(false)
    expect(parses(source, ['three()', '{ }'])).toBe(true)
  })
})
