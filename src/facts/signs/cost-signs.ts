import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { splitName } from './name-signs.ts'

/** `isImport`, `hasName`: answers yes or no, as a rule by a look at what it is given. */
export function isPredicateName(name: string): boolean {
  return PREDICATE_WORDS.has(splitName(name)[0] ?? '') && splitName(name).length > 1
}

const PREDICATE_WORDS = new Set(['is', 'has'])

/** `node.getText()`, `type.isUnion()`: without arguments, named like what hands out what an object holds. */
export function isAccessorCall({ callee, arguments: given }: TSESTree.CallExpression): boolean {
  if (given.length > 0 || callee.type !== 'MemberExpression' || callee.computed) return false
  return callee.property.type === 'Identifier' && ACCESSOR_WORDS.has(splitName(callee.property.name)[0] ?? '')
}

const ACCESSOR_WORDS = new Set(['get', 'is', 'has', 'to', 'can', 'as', 'value', 'values', 'keys', 'entries', 'size'])

/** `text.startsWith('a')`, `ids.has(id)`, `names.includes(name)`, whatever they are called on. */
export function namesCheapMethod(callee: Node): boolean {
  return (
    callee.type === 'MemberExpression' &&
    !callee.computed &&
    callee.property.type === 'Identifier' &&
    CHEAP_METHODS.has(callee.property.name)
  )
}

const CHEAP_METHODS = new Set(
  `startsWith endsWith includes indexOf lastIndexOf has get at charAt charCodeAt codePointAt trim trimStart trimEnd
  toLowerCase toUpperCase slice substring substr padStart padEnd split concat join push equals localeCompare toString
  valueOf hasOwnProperty isPrototypeOf`.split(/\s+/),
)
