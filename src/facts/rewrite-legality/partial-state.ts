import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin } from '../../parse/walk.ts'
import { declaratorOf, referencesOf } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { contains } from './references-in.ts'
import { rootOf } from './turn-writes.ts'

/** A loop, what it does in a turn, and the function that runs it. */
type Walk = Pick<AwaitLoop, 'node' | 'body' | 'owner'>

/**
 * Whether somebody could see, after a turn has failed, what earlier turns left in `target`: it is no object or variable
 * that only this function holds, or a `try` around the loop goes on with it.
 *
 *     seen      this.cache[x] = ...      results.push(...) for a parameter      try { for ... } catch {} return out
 *     unseen    const out = []; for (...) out.push(...); return out
 */
export function isSeenAfterFailure(target: Node, loop: Walk, parsed: Parsed): boolean {
  const root = rootOf(target)
  const variable = root.type === 'Identifier' ? variableOf(root, parsed) : null
  const name = variable?.identifiers[0] as Node | undefined
  if (!variable || !name) return true
  if (isWithin(name, loop.body)) return false
  const isObject = plainExpression(target) !== root || isMutated(target)
  if (!isOfActivation(variable, loop, parsed)) return true
  if (isObject && !isHeldHereOnly(variable, loop.node)) return true
  if (isCaptured(variable, loop)) return true
  return enclosingTries(loop).some((statement) => goesOnWith(variable, statement))
}

/** Whether the object is changed, and not the variable: `out` in `out.push(x)`, in `out[k] = x`. */
function isMutated(target: Node): boolean {
  const { parent } = target
  return parent?.type === 'MemberExpression' && parent.object === target && !isReassigned(parent)
}

/** total = total.concat(x) */
function isReassigned(member: TSESTree.MemberExpression): boolean {
  const call = member.parent
  return call.type === 'CallExpression' && call.callee === member && call.parent.type === 'AssignmentExpression'
}

/** A variable of the activation that runs the loop; at the top of a module one that is not exported. */
function isOfActivation(variable: Variable, loop: Walk, parsed: Parsed): boolean {
  const name = variable.identifiers[0] as Node | undefined
  if (!name) return false
  let owner: Node | undefined = name.parent
  while (owner && !isFunction(owner) && owner.type !== 'Program') owner = owner.parent
  if (owner !== loop.owner || variable.defs.some((def) => def.type === 'Variable' && isExported(def.parent)))
    return false
  return parsed.ast === owner || variable.defs[0]?.type !== 'ImportBinding'
}

function isExported(declaration: Node | null | undefined): boolean {
  return declaration?.parent?.type === 'ExportNamedDeclaration'
}

/** The variable's object is made here and handed to nobody before the loop has ended. */
function isHeldHereOnly(variable: Variable, loop: Node): boolean {
  const init = declaratorOf(variable)?.init ?? firstInit(variable)
  if (!init || !isNewObject(plainExpression(init))) return false
  return referencesOf(variable).every(
    (reference) =>
      reference.init || reference.identifier.range[0] > loop.range[1] || isOwnUse(reference.identifier as Node),
  )
}

function firstInit(variable: Variable): Node | null {
  const node = variable.defs[0]?.node
  return node?.type === 'VariableDeclarator' ? node.init : null
}

function isNewObject(node: Node): boolean {
  switch (node.type) {
    case 'ArrayExpression':
    case 'ObjectExpression':
    case 'NewExpression':
      return true
    case 'CallExpression':
      return node.callee.type === 'MemberExpression' && BUILDERS.has(nameOf(node.callee))
    default:
      return false
  }
}

/** Calls of the language that give a new object: Object.create(null), Array.from(xs). */
const BUILDERS = new Set(['Object.create', 'Object.fromEntries', 'Array.from', 'Array.of', 'structuredClone'])

function nameOf({ object, property }: TSESTree.MemberExpression): string {
  return `${object.type === 'Identifier' ? object.name : ''}.${property.type === 'Identifier' ? property.name : ''}`
}

/** `out.push(x)`, `out[k]`, `out.length`: a use that hands the object to nobody. */
function isOwnUse(name: Node): boolean {
  const { parent } = name
  if (parent?.type === 'MemberExpression') return parent.object === name
  if (parent?.type === 'AssignmentExpression') return parent.left === name
  return parent?.type === 'ForOfStatement' || parent?.type === 'SpreadElement'
}

/** Functions made before the loop ends may be called after the failure; hoisted ones always may. */
function isCaptured(variable: Variable, loop: Walk): boolean {
  return referencesOf(variable).some(({ identifier }) => {
    for (let node = (identifier as Node).parent; node && node !== loop.owner; node = node.parent) {
      if (!isFunction(node)) continue
      return node.type === 'FunctionDeclaration' || node.range[0] < loop.node.range[1]
    }
    return false
  })
}

function enclosingTries(loop: Walk): TSESTree.TryStatement[] {
  const tries: TSESTree.TryStatement[] = []
  for (let child: Node = loop.node; child !== loop.owner && child.parent; child = child.parent) {
    if (child.parent.type === 'TryStatement' && child.parent.block === child) tries.push(child.parent)
  }
  return tries
}

/** Whether code that runs after the failure uses a variable declared before the `try`. */
function goesOnWith(variable: Variable, { block, handler, finalizer }: TSESTree.TryStatement): boolean {
  if (contains(block, variable.identifiers[0] as Node)) return false
  const usedIn = (part: Node | null): boolean =>
    part !== null && referencesOf(variable).some(({ identifier }) => contains(part, identifier as Node))
  if (usedIn(handler) || usedIn(finalizer)) return true
  return handler !== null && !alwaysLeaves(handler.body)
}

/** Whether what follows the block is never reached through it. */
function alwaysLeaves({ body }: TSESTree.BlockStatement): boolean {
  const last = body.at(-1)
  return last?.type === 'ThrowStatement' || last?.type === 'ReturnStatement'
}
