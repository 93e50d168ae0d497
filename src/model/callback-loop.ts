import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { AwaitLoop, LoopElement, LoopKind } from './await-loop.ts'
import { readTurn } from './turn.ts'

/**
 * The expression forms: an async `reduce`, a `then` chain built by `reduce`, and `Array.fromAsync` with an async
 * mapper.
 */
export function callbackLoopOf(node: TSESTree.CallExpression, parsed: Parsed): AwaitLoop | null {
  const { callee } = node
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return null
  if (callee.property.name === 'reduce') return reduceLoop(node, callee.object, parsed)
  if (callee.property.name === 'fromAsync') return fromAsyncLoop(node, callee.object, parsed)
  return null
}

/** xs.forEach(async (x) => ...), seen as a loop: every call of the callback is a turn. */
export function forEachLoop(
  node: TSESTree.CallExpression,
  callback: FunctionNode,
  source: TSESTree.Expression,
  parsed: Parsed,
): AwaitLoop {
  return callbackLoop(node, 'from-async', callback, source, 0, parsed)
}

function reduceLoop(node: TSESTree.CallExpression, source: TSESTree.Expression, parsed: Parsed): AwaitLoop | null {
  const callback = inlineCallback(node.arguments[0])
  if (!callback || callback.params.length < 1) return null
  if (!callback.async) {
    return isThenChain(callback) ? callbackLoop(node, 'then-chain', callback, source, 1, parsed) : null
  }
  const loop = callbackLoop(node, 'reduce', callback, source, 1, parsed)
  return loop.awaits.length > 0 ? loop : null
}

function fromAsyncLoop(
  node: TSESTree.CallExpression,
  receiver: TSESTree.Expression,
  parsed: Parsed,
): AwaitLoop | null {
  if (receiver.type !== 'Identifier' || receiver.name !== 'Array' || isDeclared(receiver, parsed)) return null
  const source = node.arguments[0]
  const callback = inlineCallback(node.arguments[1])
  if (!source || source.type === 'SpreadElement' || !callback) return null
  return callbackLoop(node, 'from-async', callback, source, 0, parsed)
}

function callbackLoop(
  node: TSESTree.CallExpression,
  kind: LoopKind,
  callback: FunctionNode,
  source: TSESTree.Expression,
  elementIndex: number,
  parsed: Parsed,
): AwaitLoop {
  const parameter = callback.params[elementIndex]
  const pattern = (parameter?.type === 'AssignmentPattern' ? parameter.left : parameter) as LoopElement['pattern']
  return {
    kind,
    node,
    body: callback.body,
    owner: callback,
    label: null,
    element: {
      pattern: pattern ?? null,
      declared: pattern ? 'parameter' : 'none',
      variables: parsed.scopes.getDeclaredVariables(callback).filter((variable) => {
        const name = variable.defs[0]?.name
        return pattern && name && name.range[0] >= pattern.range[0] && name.range[1] <= pattern.range[1]
      }),
    },
    source,
    bound: null,
    step: null,
    ...readTurn(node, [callback.body], parsed),
    // A `return` of the callback ends its turn, not the walk.
    exits: [],
  }
}

/** (p, x) => p.then(() => f(x)) */
function isThenChain(callback: FunctionNode): boolean {
  const [accumulator] = callback.params
  const body =
    callback.body?.type === 'BlockStatement' && callback.body.body.length === 1
      ? callback.body.body[0]
      : callback.body
  const result = body?.type === 'ReturnStatement' ? body.argument : body
  return (
    result?.type === 'CallExpression' &&
    result.callee.type === 'MemberExpression' &&
    result.callee.property.type === 'Identifier' &&
    result.callee.property.name === 'then' &&
    result.callee.object.type === 'Identifier' &&
    accumulator?.type === 'Identifier' &&
    result.callee.object.name === accumulator.name
  )
}

/** Whether a scope of the file declares the name, so that it is not the platform's. */
function isDeclared(name: TSESTree.Identifier, { scopes }: Parsed): boolean {
  for (let node: TSESTree.Node | undefined = name; node; node = node.parent) {
    const variable = scopes.acquire(node, true)?.set.get(name.name)
    if (variable && variable.defs.length > 0) return true
  }
  return false
}

function inlineCallback(argument: TSESTree.CallExpressionArgument | undefined): FunctionNode | null {
  return argument?.type === 'ArrowFunctionExpression' || argument?.type === 'FunctionExpression' ? argument : null
}
