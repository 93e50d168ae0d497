import type { Node } from '../../parse/node-types.ts'
import { findFunction } from '../callees/find-function.ts'
import type { Region } from '../effects/region.ts'
import { parentClassOf } from '../known-calls/class-parents.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { classOf, parseKind } from '../values/kind.ts'
import { valueKindOf } from '../values/value-of.ts'
import { iterableKindOf } from './iterable-kind.ts'

/** What gives the elements of a value: its iterator, its async iterator, or its `length` and indexes alone. */
export type WayOfWalking = 'iterable' | 'async-iterable' | 'array-like' | 'unknown'

export function wayOfWalking(source: Node, region: Pick<Region, 'parsed' | 'knownCalls'>): WayOfWalking {
  if (iterableKindOf(source, region) !== 'unknown') return 'iterable'
  const { parsed, knownCalls } = region
  const kind = valueKindOf(source, parsed, knownCalls)
  const head = kind === null ? '' : classOf(parseKind(kind))
  if (head === 'ArrayLike') return 'array-like'
  for (let name: string | null = head; name; name = parentClassOf(name)) {
    if (ASYNC_ITERABLES.has(name)) return 'async-iterable'
  }
  const node = plainExpression(source)
  const init = initOfName(node, parsed)
  const made = init ? plainExpression(init) : node
  const callee = made.type === 'CallExpression' ? findFunction(made.callee, parsed) : null
  if (callee?.async && callee.generator) return 'async-iterable'
  return isLengthAlone(made) ? 'array-like' : 'unknown'
}

/** Classes with `[Symbol.asyncIterator]()`, as their pages say. */
const ASYNC_ITERABLES = new Set([
  'AsyncIterator',
  'AsyncIterable',
  // https://streams.spec.whatwg.org/#rs-asynciterator
  'ReadableStream',
  // https://nodejs.org/api/fs.html#class-fsdir
  'fs:Dir',
  // https://nodejs.org/api/stream.html#readablesymbolasynciterator
  'stream:Readable',
  // https://nodejs.org/api/readline.html#rlsymbolasynciterator
  'readline:Interface',
])

/** { length: 5 } */
function isLengthAlone(node: Node): boolean {
  if (node.type !== 'ObjectExpression' || node.properties.length !== 1) return false
  const [property] = node.properties
  return property?.type === 'Property' && !property.computed && property.key.type === 'Identifier' && property.key.name === 'length'
}
