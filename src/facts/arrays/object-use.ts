import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Region } from '../effects/region.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { plainCallback } from './plain-callback.ts'

/**
 * What one mention of a variable does with the collection that it holds:
 *
 *     reads      xs.length, xs.some(f), for (const x of xs), new Set(xs)
 *     changes    xs.push(x), xs[0] = x, delete xs[0]
 *     escapes    others may hold it from now on: keep(xs), this.xs = xs, const ys = xs
 *     returns    return xs
 */
export type ObjectUse = 'reads' | 'changes' | 'escapes' | 'returns'

export function objectUseOf(name: Node, region: Region): ObjectUse {
  const node = outermost(name)
  const { parent } = node
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node ? useOfMember(parent, region) : 'reads'
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.right === node ? 'reads' : 'escapes'
    case 'SpreadElement':
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'ExpressionStatement':
    case 'TemplateLiteral':
    case 'IfStatement':
      return 'reads'
    case 'ConditionalExpression':
      return parent.test === node ? 'reads' : 'escapes'
    case 'YieldExpression':
      return parent.delegate ? 'reads' : 'escapes'
    case 'ReturnStatement':
      return 'returns'
    case 'ArrowFunctionExpression':
      return parent.body === node ? 'returns' : 'escapes'
    case 'VariableDeclarator':
      return parent.init === node && parent.id.type === 'ArrayPattern' ? 'reads' : 'escapes'
    case 'CallExpression':
    case 'NewExpression':
      return useAsArgument(node, parent, region)
    default:
      return 'escapes'
  }
}

/** The name with what does not change its value around it: `(xs as string[])!` */
function outermost(name: Node): Node {
  let node = name
  while (node.parent && WRAPPERS.has(node.parent.type)) node = node.parent
  return node
}

const WRAPPERS = new Set([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'ChainExpression',
])

function useOfMember(member: TSESTree.MemberExpression, region: Region): ObjectUse {
  const node = outermost(member)
  const { parent } = node
  if (parent?.type === 'CallExpression' && parent.callee === node) return useAsReceiver(parent, region)
  if (parent?.type === 'AssignmentExpression') return parent.left === node ? 'changes' : 'reads'
  if (parent?.type === 'UpdateExpression') return 'changes'
  if (parent?.type === 'UnaryExpression' && parent.operator === 'delete') return 'changes'
  // for (xs[0] of ys), [xs[0]] = ys, ({ a: xs[0] } = o)
  const isTarget =
    parent?.type === 'ArrayPattern' ||
    parent?.type === 'RestElement' ||
    (parent?.type === 'AssignmentPattern' && parent.left === node) ||
    (parent?.type === 'ForOfStatement' && parent.left === node) ||
    (parent?.type === 'Property' && parent.parent.type === 'ObjectPattern' && parent.value === node)
  return isTarget ? 'changes' : 'reads'
}

function useAsReceiver(call: TSESTree.CallExpression, { parsed, knownCalls }: Region): ObjectUse {
  const row = lookUpCall(call, parsed, knownCalls)?.row
  if (!row) return 'escapes'
  // const ages = all.values(): it goes on looking into the collection.
  if (row.returns?.startsWith('Iterator') && KEEPERS.has(call.parent.type)) return 'escapes'
  const gets = row.callbackGets?.indexOf('$this') ?? -1
  const isSeen = gets >= 0 && row.calls !== undefined && call.arguments.length > 0 && !plainCallback(call, gets, parsed)
  if (isSeen) return 'escapes'
  const isPassedOn = row.returns === '$this' && !row.fresh && call.parent.type !== 'ExpressionStatement'
  if (isPassedOn && call.parent.type !== 'MemberExpression') return 'escapes'
  return row.effects.some(({ does, on }) => does === 'write' && on === 'receiver') ? 'changes' : 'reads'
}

const KEEPERS = new Set(['VariableDeclarator', 'AssignmentExpression', 'ArrayExpression', 'Property', 'ReturnStatement'])

function useAsArgument(
  node: Node,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  { parsed, knownCalls }: Region,
): ObjectUse {
  const index = call.arguments.indexOf(node as TSESTree.Expression)
  const row = index < 0 ? null : (lookUpCall(call, parsed, knownCalls)?.row ?? null)
  if (!row || row.async || row.returns === `$${index}`) return 'escapes'
  const effects = effectsOn(row, index)
  if (effects.includes('write') || writesReceiver(row)) return effects.includes('write') ? 'changes' : 'escapes'
  return effects.includes('read') ? 'reads' : 'escapes'
}

function effectsOn({ effects }: KnownCallRow, index: number): readonly string[] {
  return effects.flatMap(({ does, on }) => (typeof on === 'object' && on.argument === index ? [does] : []))
}

/** `list.push(xs)`, `map.set(key, xs)` */
function writesReceiver({ effects }: KnownCallRow): boolean {
  return effects.some(({ does, on }) => does === 'write' && on === 'receiver')
}
