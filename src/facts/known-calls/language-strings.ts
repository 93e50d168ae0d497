import { named } from './named.ts'
import type { KnownCallRow, RowEffect } from './row.ts'

const MDN = 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/'

const reads: readonly RowEffect[] = [{ does: 'read', on: 'receiver' }]
const changes: readonly RowEffect[] = [...reads, { does: 'write', on: 'receiver' }]
const readsClock: readonly RowEffect[] = [{ does: 'read', on: 'clock' }]

const row = (
  owner: string,
  prefix: string,
  names: string,
  facts: Omit<KnownCallRow, 'module' | 'name' | 'source'>,
): KnownCallRow => ({
  module: 'global',
  name: named(prefix, names),
  source: `${MDN}${owner}`,
  ...facts,
})

/** Methods of strings, numbers, dates and other values that are compared and printed. */
export const LANGUAGE_STRINGS: readonly KnownCallRow[] = [
  row(
    'String',
    'string#',
    `at charAt concat normalize padEnd padStart repeat slice substring substr toLowerCase toLocaleLowerCase
      toLocaleUpperCase toString toUpperCase toWellFormed trim trimEnd trimLeft trimRight trimStart valueOf`,
    { effects: [], returns: 'string' },
  ),
  row('String', 'string#', 'replace replaceAll', {
    effects: [],
    calls: [1],
    callbackGets: ['string'],
    returns: 'string',
  }),
  row('String', 'string#', 'charCodeAt codePointAt indexOf lastIndexOf localeCompare search', {
    effects: [],
    returns: 'number',
  }),
  row('String', 'string#', 'endsWith includes startsWith isWellFormed', { effects: [], returns: 'boolean' }),
  row('String', 'string#', 'split', { effects: [], fresh: true, returns: 'string[]' }),
  row('String', 'string#', 'match', { effects: [], fresh: true, returns: 'string[]' }),
  row('String', 'string#', 'matchAll', { effects: [], fresh: true, returns: 'Iterator<string[]>' }),
  row('String', 'String.', 'fromCharCode fromCodePoint raw', { effects: [], returns: 'string' }),
  row('String', '', 'String', { effects: [{ does: 'read', on: { argument: 0 } }], returns: 'string' }),

  // With the flags g and y a regular expression keeps the place of its last match.
  row('RegExp', 'RegExp#', 'test', { effects: changes, returns: 'boolean' }),
  row('RegExp', 'RegExp#', 'exec', { effects: changes, fresh: true, returns: 'string[]' }),
  row('RegExp', 'FixedRegExp#', 'test', { effects: [], returns: 'boolean' }),
  row('RegExp', 'FixedRegExp#', 'exec', { effects: [], fresh: true, returns: 'string[]' }),
  row('RegExp', 'RegExp#', 'toString', { effects: reads, returns: 'string' }),
  row('RegExp', 'new ', 'RegExp', {
    effects: [],
    fresh: true,
    returns: 'FixedRegExp',
    when: [
      { argument: 0, kind: ['string'] },
      { argument: 1, in: ['i', 'm', 's', 'u', 'v', 'im', 'iu', 'mi', 'ui'], absent: true },
    ],
  }),
  row('RegExp', 'new ', 'RegExp', { effects: [], fresh: true }),
  row('RegExp', '', 'RegExp', { effects: [], fresh: true, returns: 'RegExp' }),
  row('RegExp', 'RegExp.', 'escape', { effects: [], returns: 'string' }),

  row('Number', 'number#', 'toExponential toFixed toLocaleString toPrecision toString', {
    effects: [],
    returns: 'string',
  }),
  row('Number', 'number#', 'valueOf', { effects: [], returns: 'number' }),
  row('Number', 'Number.', 'isFinite isInteger isNaN isSafeInteger', { effects: [], returns: 'boolean' }),
  row('Number', 'Number.', 'parseFloat parseInt', { effects: [], returns: 'number' }),
  row('Number', '', 'Number parseFloat parseInt', { effects: [], returns: 'number' }),
  row('Number', '', 'isFinite isNaN', { effects: [], returns: 'boolean' }),
  row('BigInt', '', 'BigInt', { effects: [], returns: 'bigint' }),
  row('BigInt', 'BigInt.', 'asIntN asUintN', { effects: [], returns: 'bigint' }),
  row('BigInt', 'bigint#', 'toLocaleString toString', { effects: [], returns: 'string' }),
  row('Boolean', '', 'Boolean', { effects: [], returns: 'boolean' }),
  row('Boolean', 'boolean#', 'toString', { effects: [], returns: 'string' }),
  row('Symbol', '', 'Symbol', { effects: [], returns: 'symbol' }),
  row('Symbol', 'Symbol.', 'for', { effects: [], returns: 'symbol' }),
  row('Symbol', 'symbol#', 'toString', { effects: [], returns: 'string' }),

  row('Date', 'new ', 'Date', { effects: readsClock, fresh: true, when: { argument: 0, in: [], absent: true } }),
  row('Date', 'new ', 'Date', { effects: [{ does: 'read', on: { argument: 0 } }], fresh: true }),
  row('Date', '', 'Date', { effects: readsClock, returns: 'string' }),
  row('Date', 'Date.', 'now', { effects: readsClock, returns: 'number' }),
  row('Date', 'Date.', 'parse UTC', { effects: [], returns: 'number' }),
  row(
    'Date',
    'Date#',
    `getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds getTime getTimezoneOffset
      getUTCDate getUTCDay getUTCFullYear getUTCHours getUTCMilliseconds getUTCMinutes getUTCMonth getUTCSeconds
      valueOf`,
    { effects: reads, returns: 'number' },
  ),
  row(
    'Date',
    'Date#',
    `setDate setFullYear setHours setMilliseconds setMinutes setMonth setSeconds setTime setUTCDate
      setUTCFullYear setUTCHours setUTCMilliseconds setUTCMinutes setUTCMonth setUTCSeconds`,
    { effects: changes, returns: 'number' },
  ),
  row(
    'Date',
    'Date#',
    `toDateString toISOString toJSON toLocaleDateString toLocaleString toLocaleTimeString toString toTimeString
      toUTCString`,
    { effects: reads, returns: 'string' },
  ),

  row('Intl', 'Intl.', 'getCanonicalLocales supportedValuesOf', { effects: [], fresh: true, returns: 'string[]' }),
  row(
    'Intl',
    'new Intl.',
    'Collator DateTimeFormat ListFormat NumberFormat PluralRules RelativeTimeFormat Segmenter',
    {
      effects: [{ does: 'read', on: { argument: 1 } }],
      fresh: true,
    },
  ),
  row('Intl', 'Intl.NumberFormat#', 'format', { effects: [], returns: 'string' }),
  row('Intl', 'Intl.DateTimeFormat#', 'format', {
    effects: [{ does: 'read', on: { argument: 0 } }],
    returns: 'string',
  }),
  row('Intl', 'Intl.ListFormat#', 'format', { effects: [{ does: 'read', on: { argument: 0 } }], returns: 'string' }),
  row('Intl', 'Intl.RelativeTimeFormat#', 'format', { effects: [], returns: 'string' }),
  row('Intl', 'Intl.Collator#', 'compare', { effects: [], returns: 'number' }),
  row('Intl', 'Intl.PluralRules#', 'select', { effects: [], returns: 'string' }),

  row(
    'Error',
    'new ',
    'AggregateError DOMException Error EvalError RangeError ReferenceError SyntaxError TypeError URIError',
    {
      effects: [],
      holds: [0, 1, 2],
      fresh: true,
      returns: 'Error',
    },
  ),
  row('Error', '', 'AggregateError Error RangeError ReferenceError SyntaxError TypeError', {
    effects: [],
    holds: [0, 1, 2],
    fresh: true,
    returns: 'Error',
  }),
  row('Error', 'Error#', 'toString', { effects: reads, returns: 'string' }),
  row('Error', 'Error.', 'captureStackTrace', {
    effects: [{ does: 'write', on: { argument: 0 } }],
    returns: 'undefined',
  }),
  row('Error', 'Error.', 'isError', { effects: [], returns: 'boolean' }),
]
