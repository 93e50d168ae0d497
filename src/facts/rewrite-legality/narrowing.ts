import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin, walk } from '../../parse/walk.ts'
import { isNeverReassigned } from '../scopes/binding.ts'
import type { AccessPath } from './access-path.ts'
import { accessPathOf, accessPathsIn, isSamePath } from './access-path.ts'
import { isTypeScript } from './is-typescript.ts'
import { contains } from './references-in.ts'

/**
 * Whether moving `overlapped` into a callback may lose what TypeScript has found out about a name or a property:
 *
 *     if (!options.url) return
 *     for (const x of xs) await send(options.url, x)     // in a callback: `string | undefined`
 *
 * A `const`, or a parameter that is never assigned, keeps its narrowing in a callback; its properties do not, nor does
 * a `let`. Text that no TypeScript reads loses nothing.
 */
export function losesOuterNarrowing(loop: AwaitLoop, overlapped: readonly Node[], parsed: Parsed): boolean {
  if (!isTypeScript(parsed)) return false
  const used = accessPathsIn(overlapped, parsed).filter((path) => isFromOutside(path, loop.node) && !isKept(path))
  if (used.length === 0) return false
  return guardsBefore(loop, parsed).some((guard) => used.some((path) => isSamePath(path, guard)))
}

/** Whether a guard in the overlapped part tells TypeScript something that the rest of the turn relies on. */
export function losesGuardOfPrefix(
  loop: AwaitLoop,
  prefix: readonly Node[],
  suffix: readonly Node[],
  handedOver: ReadonlySet<unknown>,
  parsed: Parsed,
): boolean {
  if (!isTypeScript(parsed) || prefix.length === 0) return false
  const guards = prefix.flatMap((part) => guardsIn(part, loop, parsed))
  return accessPathsIn(suffix, parsed).some((path) => {
    const isHandedOver = path.keys.length === 0 && handedOver.has(path.root)
    return !isHandedOver && guards.some((guard) => isSamePath(guard, path))
  })
}

/** Whether the overlapped part gives a variable around it a value, which TypeScript does not see behind a callback. */
export function hidesAssignment(loop: AwaitLoop, overlapped: readonly Node[], parsed: Parsed): boolean {
  if (!isTypeScript(parsed)) return false
  return accessPathsIn(overlapped, parsed).some(
    (path) => path.keys.length === 0 && path.root !== 'this' && isTarget(path.node) && isFromOutside(path, loop.node),
  )
}

function isFromOutside({ root }: AccessPath, loop: Node): boolean {
  return root === 'this' || !root.identifiers.some((name) => contains(loop, name as Node))
}

function isKept({ root, keys }: AccessPath): boolean {
  if (root === 'this' || keys.length > 0) return keys.length === 0
  const definition = root.defs[0]
  if (definition?.type === 'Variable') return definition.parent?.kind === 'const'
  return definition?.type !== 'CatchClause' && (definition?.type !== 'Parameter' || isNeverReassigned(root))
}

/** Paths about which code of the same function has found something out that still holds at the loop. */
function guardsBefore(loop: AwaitLoop, parsed: Parsed): readonly AccessPath[] {
  return guardsIn(loop.owner, loop, parsed).filter(({ node }) => node.range[0] < loop.node.range[0])
}

function guardsIn(root: Node, loop: AwaitLoop, parsed: Parsed): readonly AccessPath[] {
  const guards: AccessPath[] = []
  walk(root, parsed, (node) => {
    if (isFunction(node) && node !== root) return 'skip'
    const path = accessPathOf(node, parsed)
    if (path && narrows(node, loop.node)) guards.push(path)
    return undefined
  })
  return guards
}

/** Whether the use of a path at `node` narrows it for code at `place`. */
function narrows(node: Node, place: Node): boolean {
  if (isTarget(node)) return true
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    switch (parent.type) {
      case 'IfStatement':
        return parent.test === child && (isWithin(place, parent) || mayLeave(parent.consequent) || mayLeave(parent.alternate))
      case 'WhileStatement':
      case 'ForStatement':
      case 'ConditionalExpression':
        if (parent.test === child) return isWithin(place, parent) || parent.type !== 'ConditionalExpression'
        break
      case 'SwitchStatement':
        return parent.discriminant === child
      case 'VariableDeclarator':
        return isCondition(child)
      case 'ExpressionStatement':
        return isAssertion(child)
    }
    if (isFunction(parent) || parent.type.endsWith('Statement')) return false
  }
  return false
}

function isTarget(node: Node): boolean {
  const { parent } = node
  if (parent?.type === 'AssignmentExpression') return parent.left === node
  return parent?.type === 'UpdateExpression' || parent?.type === 'ArrayPattern' || isPatternValue(node)
}

function isPatternValue({ parent }: Node): boolean {
  return parent?.type === 'Property' && parent.parent.type === 'ObjectPattern' && !isDeclared(parent.parent)
}

function isDeclared(pattern: Node): boolean {
  let node: Node | undefined = pattern
  while (node && /Pattern|Property|Rest/.test(node.type)) node = node.parent
  return node?.type !== 'AssignmentExpression'
}

/** const known = options.url !== undefined */
function isCondition(init: Node): boolean {
  if (init.type === 'UnaryExpression') return init.operator === '!'
  if (init.type === 'LogicalExpression') return isCondition(init.left) || isCondition(init.right)
  return init.type === 'BinaryExpression' && /^([!=]==?|in|instanceof)$/.test(init.operator)
}

/** assert(options.url)   a && b.c() is none */
function isAssertion(expression: Node): boolean {
  const node = expression.type === 'AwaitExpression' ? expression.argument : expression
  return node.type === 'CallExpression' && node.arguments.length > 0
}

function mayLeave(branch: Node | null): boolean {
  if (!branch) return false
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch
  if (!last) return false
  if (last.type === 'IfStatement') return mayLeave(last.consequent) || mayLeave(last.alternate)
  return ['ReturnStatement', 'ThrowStatement', 'ContinueStatement', 'BreakStatement', 'ExpressionStatement'].includes(last.type)
}
