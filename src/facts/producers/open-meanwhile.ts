import type { TSESTree } from '@typescript-eslint/utils'
import type { Append, ArrayFiller } from '../../model/find-array-fillers.ts'
import { ownerOf } from '../../model/find-await-loops.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin, walk } from '../../parse/walk.ts'
import { isEmptyArray } from '../../model/find-array-fillers.ts'

/**
 * What would be open while a caller works on an element: `using`, a `finally`. A `try` around `push(...walk(x))`
 * counts, as a failure in the middle would leave the first part of `walk(x)`.
 */
export function openMeanwhile({ node, appends }: ArrayFiller, parsed: Parsed): Node | null {
  let found: Node | null = null
  walk(node.body as Node, parsed, (one) => {
    if (one.type === 'VariableDeclaration' && /using$/.test(one.kind) && ownerOf(one) === node) found ??= one
  })
  for (const append of appends) found ??= tryAround(append, node)
  return found
}

function tryAround({ call }: Append, owner: Node): TSESTree.TryStatement | null {
  const hasSpread = call.arguments.some(({ type }) => type === 'SpreadElement')
  for (let node: Node = call; node !== owner && node.parent; node = node.parent) {
    const around: Node = node.parent
    if (around.type !== 'TryStatement' || around.finalizer === node) continue
    if (around.finalizer || (hasSpread && around.block === node)) return around
  }
  return null
}

/** The `try` around a walk that handles failures, in the same function. */
export function handlerAround(loop: Node): TSESTree.TryStatement | null {
  for (let node = loop; node.parent && !isFunction(node.parent); node = node.parent) {
    if (node.parent.type === 'TryStatement' && node.parent.block === node && node.parent.handler) return node.parent
  }
  return null
}

/** What the function throws, or gives instead of the array, after it may have appended something. */
export function endsOtherwise({ node, appends, returns, array }: ArrayFiller, parsed: Parsed): Node | null {
  const ends: Node[] = returns.filter(
    ({ argument }) => isEmptyArray(argument) && !array.references.some(({ identifier }) => identifier === argument),
  )
  walk(node.body as Node, parsed, (one) => {
    if (one.type === 'ThrowStatement' && ownerOf(one) === node) ends.push(one)
  })
  return ends.find((end) => appends.some(({ call }) => mayFollow(end, call))) ?? null
}

function mayFollow(end: Node, call: Node): boolean {
  if (end.range[0] > call.range[0]) return !isInOtherBranch(end, call)
  for (let node: Node | undefined = call; node; node = node.parent) {
    if (isLoopStatement(node) && isWithin(end, node)) return true
  }
  return false
}

/** if (c) { push } else { throw }, with no loop around */
function isInOtherBranch(end: Node, call: Node): boolean {
  for (let node: Node | undefined = end; node?.parent; node = node.parent) {
    if (isLoopStatement(node)) return false
    const { parent }: Node = node
    if (parent?.type === 'IfStatement' && parent.alternate === node && isWithin(call, parent.consequent)) {
      return !isInLoop(parent)
    }
  }
  return false
}

function isInLoop(inner: Node): boolean {
  for (let node: Node | undefined = inner; node; node = node.parent) if (isLoopStatement(node)) return true
  return false
}
