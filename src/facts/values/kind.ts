import type { ValueKind } from '../known-calls/row.ts'

/** A `ValueKind` taken apart. `T[]` has the head `Array`, `[A, B]` the head `[]`. */
export interface Kind {
  readonly head: string
  readonly parts: readonly Kind[]
}

export const UNKNOWN: Kind = { head: 'unknown', parts: [] }

const parsedKinds = new Map<ValueKind, Kind>()

/** Reads a kind as rows and type annotations spell it. */
export function parseKind(text: ValueKind): Kind {
  let kind = parsedKinds.get(text)
  if (!kind) {
    kind = readKind({ text, at: 0 })
    parsedKinds.set(text, kind)
  }
  return kind
}

export function formatKind({ head, parts }: Kind): ValueKind {
  if (head === '[]') return `[${parts.map(formatKind).join(', ')}]`
  if (parts.length === 0 || parts.every(isUnknown)) return head
  if (head === 'Array') return `${formatKind(parts[0]!)}[]`
  return `${head}<${parts.map(formatKind).join(', ')}>`
}

export function isUnknown(kind: Kind): boolean {
  return kind.head === 'unknown'
}

export function arrayOf(element: Kind): Kind {
  return { head: 'Array', parts: [element] }
}

export function promiseOf(value: Kind): Kind {
  return value.head === 'Promise' ? value : { head: 'Promise', parts: [value] }
}

export function partOf(kind: Kind, index: number): Kind {
  return kind.parts[index] ?? UNKNOWN
}

/** Class whose methods a value of the kind has: `Array` for `string[]` and tuples, `pg:Pool` for `pg:Pool`. */
export function classOf(kind: Kind): string {
  return kind.head === '[]' ? 'Array' : kind.head
}

/** What `await` makes of a value of the kind. */
export function awaitedKind(kind: Kind): Kind {
  return kind.head === 'Promise' ? partOf(kind, 0) : kind
}

/** What `for (const x of value)` gives for `x`. */
export function elementOf(kind: Kind): Kind {
  switch (kind.head) {
    case '[]':
      return joinKinds(kind.parts)
    case 'Array':
    case 'Set':
    case 'Iterator':
    case 'AsyncIterator':
      return partOf(kind, 0)
    case 'Map':
      return { head: '[]', parts: [partOf(kind, 0), partOf(kind, 1)] }
    case 'string':
      return kind
    case 'URLSearchParams':
    case 'Headers':
      return parseKind('[string, string]')
    case 'Buffer':
    case 'Uint8Array':
      return parseKind('number')
    default:
      return UNKNOWN
  }
}

/** What `await Promise.all(value)` gives. */
export function allOf(kind: Kind): Kind {
  if (kind.head === '[]') return { head: '[]', parts: kind.parts.map(awaitedKind) }
  return arrayOf(awaitedKind(elementOf(kind)))
}

/** The one kind that all values have; an array without elements fits every array. */
export function joinKinds(kinds: readonly Kind[]): Kind {
  return kinds.length === 0 ? UNKNOWN : kinds.reduce(joinTwo)
}

/** Kind of `[]`. */
export const EMPTY_ARRAY: Kind = { head: '[]', parts: [] }

function joinTwo(one: Kind, other: Kind): Kind {
  if (formatKind(one) === formatKind(other)) return one
  if (classOf(one) !== classOf(other)) return UNKNOWN
  if (isEmptyArray(one)) return other
  if (isEmptyArray(other)) return one
  return { head: classOf(one), parts: [] }
}

function isEmptyArray(kind: Kind): boolean {
  return kind.head === '[]' && kind.parts.length === 0
}

interface Reader {
  readonly text: string
  at: number
}

function readKind(reader: Reader): Kind {
  skipSpace(reader)
  let kind = reader.text[reader.at] === '[' ? { head: '[]', parts: readParts(reader, ']') } : readNamed(reader)
  while (reader.text.startsWith('[]', reader.at)) {
    reader.at += 2
    kind = arrayOf(kind)
  }
  skipSpace(reader)
  return kind
}

function readNamed(reader: Reader): Kind {
  const start = reader.at
  while (reader.at < reader.text.length && !'<>[],'.includes(reader.text[reader.at]!)) reader.at += 1
  const head = reader.text.slice(start, reader.at).trim()
  return { head, parts: reader.text[reader.at] === '<' ? readParts(reader, '>') : [] }
}

function readParts(reader: Reader, close: string): Kind[] {
  const parts: Kind[] = []
  do {
    reader.at += 1
    parts.push(readKind(reader))
  } while (reader.text[reader.at] === ',')
  reader.at += 1
  return parts.length === 1 && parts[0]!.head === '' && close === ']' ? [] : parts
}

function skipSpace(reader: Reader): void {
  while (reader.text[reader.at] === ' ') reader.at += 1
}
