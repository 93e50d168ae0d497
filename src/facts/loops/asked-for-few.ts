import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { propertyName } from '../values/class-members.ts'
import { isSmallNumber } from './small-number.ts'

/** How queries and requests name the most that they may be answered with. */
const NAMES_MOST = new Set('take limit first pageSize page_size perPage per_page maxResults max_results'.split(' '))

/** Calls of a chain that are looked at, from its end. */
const DEEPEST = 12

/**
 * Whether a call asks for so few that there may be no more:
 *
 *     db.domain.findMany({ where, take: 30 })        db.select().from(users).limit(30)
 */
export function isAskedForFew(expression: Node, parsed: Parsed, depth = 0): boolean {
  const node = plainExpression(expression)
  if (node.type !== 'CallExpression' || depth > DEEPEST) return false
  const { callee } = node
  const given = node.arguments.filter((argument) => argument.type === 'ObjectExpression')
  if (given.some((options) => namesFew(options, parsed))) return true
  if (callee.type !== 'MemberExpression' || callee.computed) return false
  const [most] = node.arguments
  const isLimit = callee.property.type === 'Identifier' && ['take', 'limit'].includes(callee.property.name)
  if (isLimit && most !== undefined && isSmallNumber(most, parsed)) return true
  return isAskedForFew(callee.object, parsed, depth + 1)
}

function namesFew({ properties }: TSESTree.ObjectExpression, parsed: Parsed): boolean {
  return properties.some((property) => {
    if (property.type !== 'Property' || property.computed) return false
    return NAMES_MOST.has(propertyName(property.key) ?? '') && isSmallNumber(property.value, parsed)
  })
}
