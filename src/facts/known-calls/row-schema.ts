import type { KnownCallRow, RowArgument, RowCondition, RowEffect, World } from './row.ts'

/** A JSON schema of draft 4, which is what ESLint reads. */
export type Schema = Readonly<Record<string, unknown>>

/** One schema for each field of the type, so that neither can grow without the other. */
type Fields<T> = Readonly<Record<keyof T, Schema>>

// The `Record` asks for every place.
const WORLDS: Readonly<Record<World, true>> = {
  'file-system': true,
  network: true,
  database: true,
  process: true,
  console: true,
  user: true,
  page: true,
  clock: true,
  random: true,
  modules: true,
}

const ALWAYS: Schema = { enum: [true] }
const ARGUMENT: Schema = { type: 'integer', minimum: 0 }
const NAMES: Schema = { anyOf: [{ type: 'string' }, listOf({ type: 'string' })] }

const ROW_ARGUMENT = objectOf<RowArgument>(['argument'], { argument: ARGUMENT, option: { type: 'string' } })

const EFFECT = objectOf<RowEffect>(['does', 'on'], {
  does: { enum: ['read', 'write'] },
  on: {
    description: 'A place outside the program, the object before the dot, or an argument.',
    anyOf: [{ enum: [...Object.keys(WORLDS), 'receiver'] }, ROW_ARGUMENT],
  },
  at: {
    description: 'The argument, or options, that name the place: calls with different values do not meet.',
    anyOf: [ARGUMENT, ROW_ARGUMENT, listOf(ROW_ARGUMENT)],
  },
  sets: {
    description: 'What is written there, which may be what names the place.',
    anyOf: [ROW_ARGUMENT, listOf(ROW_ARGUMENT)],
  },
  tree: { ...ALWAYS, description: 'The place and everything below it.' },
  idempotent: {
    enum: [true, 'unused'],
    description: 'Two such writes at one place give the same in either order; `unused`: but for their value.',
  },
})

const CONDITION = objectOf<RowCondition>(['argument'], {
  argument: ARGUMENT,
  option: { type: 'string' },
  in: { type: 'array', items: { type: 'string' } },
  matches: { type: 'string' },
  whole: ALWAYS,
  kind: { type: 'array', items: { type: 'string' } },
  named: { type: 'array', items: { type: 'string' } },
  among: { type: 'array', items: { type: 'string' } },
  absent: ALWAYS,
})

/** JSON schema of a row of known calls as users write it; `docs/known-calls.md` says what each field means. */
export const KNOWN_CALL_SCHEMA = objectOf<KnownCallRow>(['module', 'name', 'effects'], {
  module: { ...NAMES, description: 'Module name, path of a file, `.` or `global`.' },
  name: { ...NAMES, description: 'Export (`readFile`, `default.get`) or method of an instance (`Pool#query`).' },
  effects: { type: 'array', items: EFFECT, description: 'What the call reads and writes; empty: neither.' },
  ordered: { ...ALWAYS, description: 'The order of several such calls is visible.' },
  bySigns: {
    description: 'Known by signs only, or unless this is met: likely at most, a write where the value is unused.',
    anyOf: [ALWAYS, CONDITION],
  },
  forDebugging: { ...ALWAYS, description: 'Printed only for those who look for faults.' },
  interactive: { ...ALWAYS, description: 'Asks a person.' },
  pacing: { ...ALWAYS, description: 'Only waits.' },
  lazy: { ...ALWAYS, description: 'Starts only when what it gives is awaited.' },
  oneAtATime: {
    enum: ['receiver', 'transaction', 'stream', 'lock'],
    description: 'One at a time on its receiver, and why.',
  },
  transactionIn: { ...listOf(ROW_ARGUMENT), description: 'Arguments or options that carry a transaction.' },
  exits: { ...ALWAYS, description: 'Ends the process or leaves the function without a value.' },
  calls: { ...listOf(ARGUMENT), description: 'Arguments that are called during the call.' },
  callsLater: { ...listOf(ARGUMENT), description: 'Arguments that are called some time after the call.' },
  callbackGets: { ...listOf({ type: 'string' }), description: 'Kinds of what those functions are given.' },
  callbackThis: { ...ALWAYS, description: 'Those functions have the receiver as `this`.' },
  async: { ...ALWAYS, description: 'Gives a promise and never throws before it.' },
  returns: { type: 'string', description: 'Kind of the value, after `await`.' },
  fresh: { ...ALWAYS, description: 'The value is a new object that nothing else holds.' },
  gives: { anyOf: [{ enum: ['receiver'] }, ARGUMENT], description: 'The argument, or receiver, that the value is itself.' },
  keeps: { enum: ['receiver', 'result'], description: 'The client that keeps for its requests what is given.' },
  ofClient: { type: 'string', description: 'A request of a client, and the property of the client with its settings.' },
  holds: { ...listOf({ anyOf: [{ enum: ['receiver'] }, ARGUMENT] }), description: 'Whose parts the value may hold.' },
  holdsIn: {
    enum: ['entries', 'values', 'keys', 'parts', 'self'],
    description: 'Where these parts lie, if elsewhere than in what holds them.',
  },
  distinct: { enum: ['always', 'receiver', 'flat'], description: 'No two elements of the value are equal.' },
  joinsNames: { ...ALWAYS, description: 'Other arguments give another result: joined paths and addresses.' },
  when: { anyOf: [CONDITION, listOf(CONDITION)], description: 'The row holds only where this is met.' },
  source: { type: 'string', description: 'Where this is documented.' },
})

/** JSON schema of a file of rows; published as `docs/known-calls.schema.json`. */
export const KNOWN_CALLS_FILE_SCHEMA: Schema = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  title: 'Rows of known calls for eslint-plugin-interleave',
  type: 'array',
  items: KNOWN_CALL_SCHEMA,
}

function listOf(items: Schema): Schema {
  return { type: 'array', items, minItems: 1 }
}

function objectOf<T>(required: (keyof T & string)[], properties: Fields<T>): Schema {
  return { type: 'object', required, additionalProperties: false, properties: { ...properties } }
}
