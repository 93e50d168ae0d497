import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../parse/node-types.ts'
import type { ArrayWaste } from './array-waste.ts'
import { ownerOf } from './find-await-loops.ts'

/** for (const i of Array.from({ length: n }, (_, i) => i)), for (const i of [...Array(n).keys()]) */
export function rangeOf(loop: TSESTree.ForOfStatement): ArrayWaste | null {
  const end = loop.await ? null : endOfRange(loop.right)
  return end && { kind: 'range', node: loop.right, loop, end, owner: ownerOf(loop) }
}

function endOfRange(node: Node): TSESTree.Expression | null {
  if (node.type === 'ArrayExpression') {
    const [only, more] = node.elements
    return only?.type === 'SpreadElement' && !more ? endOfKeys(only.argument) : null
  }
  if (node.type !== 'CallExpression' || !isMember(node.callee, 'from', 'Array')) return null
  const [from, callback] = node.arguments
  if (!from || node.arguments.length > 2) return null
  if (!callback) return endOfKeys(from)
  return isIndex(callback) ? endOfLength(from) : null
}

/** `n` of `Array(n).keys()`, `new Array(n).keys()` */
function endOfKeys(node: Node): TSESTree.Expression | null {
  if (node.type !== 'CallExpression' || !isMember(node.callee, 'keys') || node.arguments.length > 0) return null
  const array = (node.callee as TSESTree.MemberExpression).object
  if (array.type !== 'CallExpression' && array.type !== 'NewExpression') return null
  const [end, more] = array.arguments
  const isArray = array.callee.type === 'Identifier' && array.callee.name === 'Array'
  return isArray && end && !more && end.type !== 'SpreadElement' ? end : null
}

/** `n` of `{ length: n }` */
function endOfLength(node: Node): TSESTree.Expression | null {
  const [only, more] = node.type === 'ObjectExpression' ? node.properties : []
  if (only?.type !== 'Property' || more || only.computed || only.key.type !== 'Identifier' || only.key.name !== 'length') return null
  return only.value as TSESTree.Expression
}

/** (_, i) => i */
function isIndex(callback: Node): boolean {
  if (callback.type !== 'ArrowFunctionExpression' || callback.params.length !== 2) return false
  const [, index] = callback.params
  return index?.type === 'Identifier' && callback.body.type === 'Identifier' && callback.body.name === index.name
}

function isMember(node: Node, name: string, holder?: string): boolean {
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return false
  return node.property.name === name && (holder === undefined || (node.object.type === 'Identifier' && node.object.name === holder))
}
