import type { AwaitLoop, LoopExit } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { isLoopStatement } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin, walk } from '../../parse/walk.ts'
import type { AwaitedValues } from './awaited-values.ts'

/**
 * The first exit of the loop that an awaited outcome decides or carries, or null:
 *
 *     if (await isFree(x)) return x        const r = await f(x); if (!r) continue; return r
 *     try { return await f() } catch {}
 *
 * An exit that comes before every await, or that is decided by something else (`signal.aborted`), is none.
 */
export function awaitedExitOf(loop: AwaitLoop, awaited: AwaitedValues, parsed: Parsed): LoopExit | null {
  return loop.exits.find((exit) => isDecidedByAwait(exit, loop, awaited, parsed)) ?? null
}

/** Whether reaching `jump`, or what it carries, depends on what the turn awaits. */
export function isDecidedByAwait(jump: Node, loop: AwaitLoop, awaited: AwaitedValues, parsed: Parsed): boolean {
  if ('argument' in jump && jump.argument && awaited.has(jump.argument)) return true
  for (let child: Node = jump, parent = jump.parent; parent; child = parent, parent = parent.parent) {
    if (isGuardedByAwait(parent, child, awaited)) return true
    if (endsFinally(jump, parent, child, awaited)) return true
    if (followsAwait(parent, child, loop) || followsAwaitedJump(parent, child, loop, awaited, parsed)) return true
    if (parent === loop.node) break
  }
  return false
}

/** try { await f(x) } finally { return } */
function endsFinally(jump: Node, parent: Node, child: Node, awaited: AwaitedValues): boolean {
  if (parent.type !== 'TryStatement' || parent.finalizer !== child) return false
  return jump.parent === child && awaited.has(parent.block)
}

/** Of the statements that lead to the jump whatever happens, one awaits: the turn that awaits is the last one. */
function followsAwait(parent: Node, child: Node, loop: AwaitLoop): boolean {
  if (parent.type !== 'BlockStatement' && parent.type !== 'SwitchCase') return false
  const list: readonly Node[] = parent.type === 'BlockStatement' ? parent.body : parent.consequent
  if (!isJump(child)) return false
  return list
    .slice(0, list.indexOf(child))
    .some((statement) => loop.awaits.some((node) => isWithin(node, statement) && isUnconditional(node, statement)))
}

function isJump(node: Node): boolean {
  return node.type === 'ReturnStatement' || node.type === 'BreakStatement' || node.type === 'ContinueStatement'
}

function isUnconditional(node: Node, statement: Node): boolean {
  for (let child: Node = node; child !== statement; child = child.parent!) {
    if (isConditional(child.parent!, child) || isLoopStatement(child.parent)) return false
  }
  return true
}

function isGuardedByAwait(parent: Node, child: Node, awaited: AwaitedValues): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return child !== parent.test && awaited.has(parent.test)
    case 'LogicalExpression':
      return child === parent.right && awaited.has(parent.left)
    case 'SwitchStatement':
      return awaited.has(parent.discriminant) || parent.cases.some(({ test }) => test !== null && awaited.has(test))
    case 'ForOfStatement':
    case 'ForInStatement':
      return (
        child === parent.body && (parent.type === 'ForOfStatement' && parent.await ? true : awaited.has(parent.right))
      )
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return parent.test !== null && child !== parent.test && awaited.has(parent.test)
    // A rejection leads into the handler, and past what follows in the block.
    case 'TryStatement':
      return parent.handler !== null && child !== parent.finalizer && awaited.has(parent.block)
    default:
      return false
  }
}

function isConditional(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return child !== parent.test
    case 'LogicalExpression':
      return child === parent.right
    case 'SwitchCase':
    case 'CatchClause':
      return true
    default:
      return false
  }
}

/**
 * An earlier statement of the same block may leave it by an awaited value: `if (!raw) continue`, `try { ... } catch
 * { continue }`.
 */
function followsAwaitedJump(
  parent: Node,
  child: Node,
  loop: AwaitLoop,
  awaited: AwaitedValues,
  parsed: Parsed,
): boolean {
  const list: readonly Node[] | null =
    parent.type === 'BlockStatement' ? parent.body : parent.type === 'SwitchCase' ? parent.consequent : null
  if (!list) return false
  for (const statement of list) {
    if (statement === child) return false
    let jumps = false
    walk(statement, parsed, (node) => {
      if (jumps || node.type.includes('Function')) return 'skip'
      if (node.type === 'ContinueStatement' && loop.continues.includes(node)) {
        jumps = isDecidedInside(node, statement, awaited)
      }
    })
    if (jumps) return true
  }
  return false
}

function isDecidedInside(jump: Node, statement: Node, awaited: AwaitedValues): boolean {
  for (
    let child: Node = jump, parent = jump.parent;
    parent && child !== statement;
    child = parent, parent = parent.parent
  ) {
    if (isGuardedByAwait(parent, child, awaited)) return true
  }
  return false
}
