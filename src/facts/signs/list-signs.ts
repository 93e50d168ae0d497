import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { namesFew } from './name-signs.ts'

const DEEPEST = 6

/**
 * Whether a list has one element for each of what code names one by one:
 *
 *     this.platforms.filter(isWanted)        jobs        where   const jobs = Object.values(definitions).map(toJob)
 */
export function isNamedFew(list: Node, parsed: Parsed, depth = 0): boolean {
  if (depth > DEEPEST) return false
  const node = plainExpression(list)
  const deeper = (one: Node): boolean => isNamedFew(one, parsed, depth + 1)
  switch (node.type) {
    case 'Identifier': {
      if (namesFew(node.name)) return true
      const init = initOfName(node, parsed)
      return init ? deeper(init) : false
    }
    case 'LogicalExpression':
      return deeper(node.left)
    case 'MemberExpression':
      return !node.computed && node.property.type === 'Identifier' && namesFew(node.property.name)
    case 'CallExpression': {
      const same = sameLengthAs(node)
      return same ? deeper(same) : false
    }
    default:
      return false
  }
}

/** `xs` of `xs.filter(f)` and `Object.keys(xs)`. */
function sameLengthAs({ callee, arguments: [first] }: TSESTree.CallExpression): Node | null {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return null
  const isOfGlobal = callee.object.type === 'Identifier' && ['Object', 'Array'].includes(callee.object.name)
  if (isOfGlobal) return first ?? null
  return SAME_OR_FEWER.has(callee.property.name) ? callee.object : null
}

/** Methods and functions of the language that give as many elements as they get, or fewer. */
export const SAME_OR_FEWER = new Set('filter map slice sort reverse toSorted toReversed entries keys values'.split(' '))
