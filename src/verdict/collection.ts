import type { TSESTree } from '@typescript-eslint/utils'
import type { Access } from '../facts/effects/behaviour.ts'
import { refsMeet } from '../facts/effects/place.ts'
import { refsOf } from '../facts/effects/refs.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import type { Node } from '../parse/node-types.ts'
import { isWithin } from '../parse/walk.ts'
import { valueKindOf } from '../facts/values/value-of.ts'
import { isInPrefix, statementsOf } from './cuts.ts'
import type { Question } from './question.ts'
import type { Collection, Cut } from './verdict.ts'

/** How the one statement after the cut gathers what the prefix awaited; null where the suffix does anything else. */
export function collectionOf(question: Question, cut: Cut): Collection | null {
  const statements = statementsOf(question.loop.body)
  if (!statements.includes(cut.statement)) return null
  const first = statements.indexOf(cut.statement) + (cut.kind === 'after' ? 1 : 0)
  // The last statement of a counter's body moves the index.
  const end = question.loop.kind === 'counter' ? -1 : undefined
  const [gathering, ...others] = statements.slice(first, end)
  if (!gathering || others.length > 0 || gathering.type !== 'ExpressionStatement') return null
  if (!question.awaited.has(gathering)) return null
  const collection = gatherOf(plainExpression(gathering.expression) as TSESTree.Expression, question)
  return collection && onlyGathers(gathering, collection, question, cut) ? collection : null
}

/** Nothing else is done on the way, which a failing later turn would prevent: `out.push(store(await load(x)))`. */
function onlyGathers(gathering: Node, { target }: Collection, question: Question, cut: Cut): boolean {
  const { loop, turn, region, parsed } = question
  const isAfter = (node: Node): boolean => isWithin(node, gathering) && !isInPrefix(node, cut)
  const [variable, refs] = [target.type === 'Identifier' ? variableOf(target, parsed) : null, refsOf(target, region)]
  const gathers = ({ place }: Access): boolean =>
    'variable' in place ? place.variable === variable : refs.some((ref) => refsMeet(ref, place.ref))
  return (
    !loop.awaits.some(isAfter) &&
    ![...turn.world, ...turn.marks].some(({ anchor }) => isAfter(anchor)) &&
    turn.accesses.every((access) => access.does === 'read' || !isAfter(access.anchor) || gathers(access))
  )
}

function gatherOf(node: TSESTree.Expression, question: Question): Collection | null {
  if (node.type === 'CallExpression') return callGather(node, question)
  if (node.type !== 'AssignmentExpression') return null
  const { left, right, operator } = node
  if (operator !== '=') return left.type === 'Identifier' ? { kind: 'fold', target: left } : null
  if (left.type === 'MemberExpression') return { kind: 'keyed', target: left.object }
  return left.type === 'Identifier' && isConcat(right, left.name) ? { kind: 'concat', target: left } : null
}

/** out.push(v), map.set(k, v), set.add(v): on what is surely an array, a Map, a Set. */
function callGather(node: TSESTree.CallExpression, { parsed }: Question): Collection | null {
  const callee = plainExpression(node.callee)
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return null
  const kind = valueKindOf(callee.object, parsed) ?? ''
  const target = callee.object
  switch (callee.property.name) {
    case 'push':
      return /^Array\b|\[\]$/.test(kind) ? { kind: 'push', target } : null
    case 'set':
      return /^(?:Weak)?Map\b/.test(kind) ? { kind: 'map-set', target } : null
    case 'add':
      return /^(?:Weak)?Set\b/.test(kind) ? { kind: 'set-add', target } : null
    default:
      return null
  }
}

/** xs.concat(v), [...xs, v], [...xs, ...v] */
function isConcat(expression: Node, name: string): boolean {
  const node = plainExpression(expression)
  if (node.type === 'ArrayExpression') {
    const [first] = node.elements
    return first?.type === 'SpreadElement' && first.argument.type === 'Identifier' && first.argument.name === name
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  const { object, property } = node.callee
  return (
    object.type === 'Identifier' &&
    object.name === name &&
    property.type === 'Identifier' &&
    property.name === 'concat'
  )
}
