import type { TSESTree } from '@typescript-eslint/utils'
import { childrenOf } from '../parse/children-of.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { AwaitLoop } from './await-loop.ts'

type Turn = Pick<AwaitLoop, 'awaits' | 'innerAwaits' | 'exits' | 'continues' | 'throws' | 'yields'>
type Found = { -readonly [Key in keyof Turn]: Turn[Key][number][] }

/** Collects what a turn of `loop` awaits and how it is left; nested functions and classes run on their own. */
export function readTurn(loop: Node, parts: readonly Node[], parsed: Parsed): Turn {
  const found: Found = { awaits: [], innerAwaits: [], exits: [], continues: [], throws: [], yields: [] }
  const rest: { node: Node; inner: boolean }[] = []
  const push = (nodes: readonly Node[], inner: boolean): void => {
    for (let index = nodes.length - 1; index >= 0; index -= 1) rest.push({ node: nodes[index]!, inner })
  }
  push(parts, false)
  for (let item = rest.pop(); item; item = rest.pop()) {
    const { node, inner } = item
    if (isFunction(node) || node.type === 'PropertyDefinition' || node.type === 'StaticBlock') continue
    record(node, inner, loop, found)
    if (isLoopStatement(node)) pushLoop(node, inner, push)
    else push(childrenOf(node, parsed.visitorKeys), inner)
  }
  return found
}

/** The source of an inner `for...of` and the init of an inner `for` run once a turn of the outer loop. */
function pushLoop(node: TSESTree.Node, inner: boolean, push: (nodes: readonly Node[], inner: boolean) => void): void {
  switch (node.type) {
    case 'ForOfStatement':
    case 'ForInStatement':
      push([node.body], true)
      push([node.right], inner)
      break
    case 'ForStatement':
      push(
        [node.test, node.body, node.update].filter((part) => part !== null),
        true,
      )
      if (node.init) push([node.init], inner)
      break
    case 'WhileStatement':
    case 'DoWhileStatement':
      push([node.test, node.body], true)
      break
  }
}

function record(node: Node, inner: boolean, loop: Node, found: Found): void {
  switch (node.type) {
    case 'AwaitExpression':
      ;(inner ? found.innerAwaits : found.awaits).push(node)
      break
    case 'YieldExpression':
      found.yields.push(node)
      break
    case 'ReturnStatement':
      found.exits.push(node)
      break
    case 'ThrowStatement':
      if (!isCaughtWithin(node, loop)) found.throws.push(node)
      break
    case 'BreakStatement':
      if (!isWithinTurn(jumpTarget(node), loop)) found.exits.push(node)
      break
    case 'ContinueStatement': {
      const target = jumpTarget(node)
      if (target === loop) found.continues.push(node)
      else if (!isWithinTurn(target, loop)) found.exits.push(node)
      break
    }
  }
}

/** Loop, switch or labelled statement that a `break` or `continue` refers to. */
export function jumpTarget(jump: TSESTree.BreakStatement | TSESTree.ContinueStatement): Node | null {
  for (let node: Node | undefined = jump.parent; node && !isFunction(node); node = node.parent) {
    if (jump.label) {
      if (node.type === 'LabeledStatement' && node.label.name === jump.label.name) {
        return isLoopStatement(node.body) ? node.body : node
      }
    } else if (isLoopStatement(node) || (jump.type === 'BreakStatement' && node.type === 'SwitchStatement')) {
      return node
    }
  }
  return null
}

function isWithinTurn(target: Node | null, loop: Node): boolean {
  for (let node: Node | undefined | null = target?.parent; node; node = node.parent) if (node === loop) return true
  return false
}

function isCaughtWithin(node: Node, loop: Node): boolean {
  for (let child = node, parent = node.parent; parent && child !== loop; child = parent, parent = parent.parent) {
    if (parent.type === 'TryStatement' && parent.block === child && parent.handler) return true
  }
  return false
}
