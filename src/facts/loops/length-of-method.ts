import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { returnedBy } from '../promises/never-rejects.ts'
import { isGlobal } from '../scopes/variable-of.ts'
import { SAME_OR_FEWER } from '../signs/list-signs.ts'
import { isAllowListed } from './allow-listed.ts'
import type { ListLength } from './longest-length.ts'
import { lengthByNumber, longest } from './longest-length.ts'
import { isSmallNumber } from './small-number.ts'

/** How many elements a method of the language gives, by how many its receiver and its arguments have. */
export function lengthOfMethod(
  { callee, arguments: given }: TSESTree.CallExpression,
  parsed: Parsed,
  ask: (list: Node) => ListLength,
): ListLength {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return 'any'
  const { object, property: { name } } = callee
  const [first, last] = given
  const isNamespace = object.type === 'Identifier' && NAMESPACES.has(object.name) && isGlobal(object, parsed)
  if (isNamespace) return ofGlobal(object.name, name, first, ask)
  if ((name === 'slice' || name === 'splice') && last && given.length === 2) {
    return name === 'slice' && first?.type === 'Literal' && isSmallNumber(last, parsed) ? 'few' : 'batch'
  }
  if (name === 'split' && object.type === 'Literal') return 'few'
  if (name === 'concat') return longest([object, ...given], ask)
  if (name === 'flatMap') return longest([object, ...givenForEach(first, parsed)], ask)
  if (name === 'filter') return ofFiltered(ask(object), first, parsed, ask)
  return SAME_OR_FEWER.has(name) ? ask(object) : 'any'
}

const NAMESPACES = new Set(['Object', 'Array', 'Promise'])

/** `Object.keys(table)`, `Array.from({ length: 4 })`, `Promise.all(started)` */
function ofGlobal(
  holder: string,
  name: string,
  first: Node | undefined,
  ask: (list: Node) => ListLength,
): ListLength {
  if (holder === 'Array' && name === 'of') return 'few'
  if (!first) return 'any'
  if (holder === 'Array' && name === 'from' && first.type === 'ObjectExpression') return lengthByNumber(first)
  const isSameLength = holder === 'Object' || (holder === 'Promise' && name === 'all') || (holder === 'Array' && name === 'from')
  return isSameLength ? ask(first) : 'any'
}

/** What `xs.flatMap((x) => [x, x + '.js'])` puts in the place of each element; itself where that is not seen. */
function givenForEach(callback: Node | undefined, parsed: Parsed): readonly Node[] {
  if (!callback || !isFunction(callback) || callback.async || callback.generator) return callback ? [callback] : []
  return returnedBy(callback, parsed)
}

/** As many as there were; no more than a short list allows. */
function ofFiltered(
  all: ListLength,
  predicate: Node | undefined,
  parsed: Parsed,
  ask: (list: Node) => ListLength,
): ListLength {
  return all === 'any' && predicate && isAllowListed(predicate, parsed, ask) ? 'constant' : all
}
