import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { isOfFile } from '../../parse/file-of.ts'
import { assignedValues } from '../effects/assigned-values.ts'
import type { Region } from '../effects/region.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { referencesOf } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { pauses } from './code-effects.ts'
import { iterableKindOf } from './iterable-kind.ts'
import { objectUseOf } from './object-use.ts'

/**
 * Who may change a collection while some code runs that `place` stands for.
 *
 *     fresh    made by the expression itself: nobody
 *     local    made here and held by a local variable alone: the mentions of that variable
 *     shared   a parameter, a property, a variable that others see or that was handed out: whoever runs
 *     unknown  what an unknown call gave: whoever keeps it
 */
export type Holder = 'fresh' | 'local' | 'shared' | 'unknown'

const ORDER: readonly Holder[] = ['fresh', 'local', 'shared', 'unknown']

export function holderOf(collection: Node, place: Node, region: Region): Holder {
  const node = plainExpression(collection)
  const worst = (...parts: readonly Node[]): Holder =>
    ORDER[Math.max(...parts.map((part) => ORDER.indexOf(holderOf(part, place, region))))]!
  switch (node.type) {
    case 'ArrayExpression':
    case 'Literal':
    case 'TemplateLiteral':
      return 'fresh'
    case 'ConditionalExpression':
      return worst(node.consequent, node.alternate)
    case 'LogicalExpression':
      return worst(node.left, node.right)
    case 'NewExpression':
      return iterableKindOf(node, region) === 'unknown' ? 'unknown' : 'fresh'
    case 'CallExpression':
      return lookUpCall(node, region.parsed, region.knownCalls)?.row.fresh ? 'fresh' : 'unknown'
    case 'Identifier': {
      const variable = variableOf(node, region.parsed)
      return variable && isHeldAlone(variable, place, region) ? 'local' : 'shared'
    }
    default:
      return node.type === 'MemberExpression' || node.type === 'ThisExpression' ? 'shared' : 'unknown'
  }
}

/** Whether only mentions of the variable, in the function that declares it, change what it holds. */
function isHeldAlone(variable: Variable, place: Node, region: Region): boolean {
  const [name] = variable.identifiers
  const values = assignedValues(variable)
  if (!name || !isOfFile(name, region.parsed) || variable.scope.type === 'global' || isExported(variable)) return false
  if (!values || values.length === 0) return false
  const isMadeHere = values.every(({ node, path }) => path.length === 0 && isMade(node, region))
  const owner = ownerOf(name as Node)
  const isOwn = ownerOf(place) === owner
  return isMadeHere && referencesOf(variable).every((reference) => {
    const mention = reference.identifier as Node
    const isInside = ownerOf(mention) !== owner
    if (reference.isWrite()) return !isInside
    const use = objectUseOf(mention, region)
    if (use === 'reads') return true
    // What is given back is held by the caller, who does not run before the function has ended.
    if (use === 'returns') return !isInside && isOwn && !isGenerator(owner)
    if (use === 'changes') return contains(place, mention) || (!isInside && (isOwn || !pauses(place, region.parsed)))
    return !isInside && isOwn && isAfter(mention, place)
  })
}

/** A new object, which nobody else holds. */
function isMade(value: Node, region: Region): boolean {
  const node = plainExpression(value)
  const isMaker = node.type === 'NewExpression' || node.type === 'CallExpression' || node.type === 'ArrayExpression'
  if (isMaker) return holderOf(node, node, region) === 'fresh'
  return node.type === 'Literal' || (node.type === 'ConditionalExpression' && isMade(node.consequent, region) && isMade(node.alternate, region))
}

/** Whether a mention runs only when `place` is over: later in the function, and in no loop with it. */
export function isAfter(mention: Node, place: Node): boolean {
  if (mention.range[0] < place.range[1]) return false
  for (let node = place.parent; node && !isFunction(node); node = node.parent) {
    if (LOOPS.has(node.type) && contains(node, mention)) return false
  }
  return true
}

const LOOPS = new Set(['ForStatement', 'ForOfStatement', 'ForInStatement', 'WhileStatement', 'DoWhileStatement'])

export function isExported({ scope, references, defs }: Variable): boolean {
  if (scope.type !== 'module') return false
  const isDeclared = defs.some(({ parent }) => parent?.parent?.type === 'ExportNamedDeclaration')
  return isDeclared || references.some(({ identifier }) => /^Export/.test(identifier.parent?.type ?? ''))
}

function isGenerator(owner: Node): boolean {
  return isFunction(owner) && owner.generator
}

export function ownerOf(node: Node): Node {
  let current: Node = node.parent ?? node
  while (current.parent && !isFunction(current)) current = current.parent
  return current
}

function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1]
}
