import type { TSESTree } from '@typescript-eslint/utils'
import { isSettled } from '../facts/rewrite-legality/settled-value.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { referencesOf } from '../facts/scopes/binding.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'

/** A `reduce` whose turns only wait for each other, or list what they give. */
export interface Reduction {
  /** Parameters of the callback but the accumulator, as written. */
  readonly parameters: string
  /** The turn's work as one expression, or the block it stands in. */
  readonly work: TSESTree.Expression | WorkBlock
}

export interface WorkBlock {
  readonly block: TSESTree.BlockStatement
  /** Statements about the accumulator alone. */
  readonly gone: readonly TSESTree.Statement[]
  /** The statement that adds to the list, and what it adds; null where a turn gives nothing. */
  readonly adds: { readonly statement: TSESTree.Statement; readonly value: TSESTree.Expression } | null
}

/**
 * Reads the forms that a map can stand for:
 *
 *     await xs.reduce((done, x) => done.then(() => f(x)), Promise.resolve())
 *     await xs.reduce(async (done, x) => { await done; await f(x) }, Promise.resolve())
 *     await xs.reduce(async (acc, x) => { const list = await acc; list.push(await f(x)); return list }, ...)
 *     await xs.reduce(async (acc, x) => [...(await acc), await f(x)], Promise.resolve([]))
 */
export function reductionOf(node: TSESTree.CallExpression, parsed: Parsed): Reduction | null {
  const [callback, start] = node.arguments
  if (!isFunction(callback) || !callback.body || !start || node.arguments.length !== 2) return null
  const [accumulator, element] = callback.params
  if (accumulator?.type !== 'Identifier' || !element) return null
  const parameters = parsed.text.slice(element.range[0], callback.params.at(-1)!.range[1])
  const work = callback.async
    ? workOf(callback.body, accumulator, start, node, parsed)
    : chained(callback.body, start, node)
  return work && { parameters, work }
}

/** `f(x)` of `done.then(() => f(x))`. */
function chained(body: Node, start: Node, call: Node): TSESTree.Expression | null {
  if (!isDiscarded(call) || !isNothing(start) || body.type !== 'CallExpression' || body.arguments.length !== 1)
    return null
  const [then] = body.arguments
  if (then?.type !== 'ArrowFunctionExpression' || then.params.length > 0) return null
  return then.body.type === 'BlockStatement' ? null : then.body
}

function workOf(
  body: TSESTree.BlockStatement | TSESTree.Expression,
  accumulator: TSESTree.Identifier,
  start: Node,
  call: Node,
  parsed: Parsed,
): Reduction['work'] | null {
  if (usesOf(accumulator, parsed) !== 1) return null
  if (body.type !== 'BlockStatement') return isEmptyList(start) ? addedTo(body, accumulator) : null
  const [first, ...others] = body.body
  const name = first ? awaitedInto(first, accumulator) : null
  if (!first || name === null) return null
  if (name === 'nothing') {
    const isWork = others.every((statement) => isStep(statement) || isWait(statement))
    return isWork && isDiscarded(call) && isNothing(start) ? { block: body, gone: [first], adds: null } : null
  }
  return isEmptyList(start) ? listed(body, first, others, name, parsed) : null
}

/** list.push(await f(x)); return list   |   return [...list, await f(x)] */
function listed(
  block: TSESTree.BlockStatement,
  first: TSESTree.Statement,
  others: readonly TSESTree.Statement[],
  list: TSESTree.Identifier,
  parsed: Parsed,
): WorkBlock | null {
  const last = others.at(-1)
  if (last?.type !== 'ReturnStatement' || !last.argument) return null
  const spread = addedTo(last.argument, list)
  if (spread) {
    const fits = usesOf(list, parsed) === 1 && others.slice(0, -1).every(isStep)
    return fits ? { block, gone: [first], adds: { statement: last, value: spread } } : null
  }
  const push = others.at(-2)
  const value = push && pushedTo(push, list)
  const returnsList = last.argument.type === 'Identifier' && last.argument.name === list.name
  if (!value || !returnsList || usesOf(list, parsed) !== 2 || !others.slice(0, -2).every(isStep)) return null
  return { block, gone: [first, last], adds: { statement: push, value } }
}

/** `await f(x)` of `[...list, await f(x)]` and `[...(await acc), await f(x)]`. */
function addedTo(expression: TSESTree.Expression, list: TSESTree.Identifier): TSESTree.Expression | null {
  const node = plainExpression(expression)
  if (node.type !== 'ArrayExpression' || node.elements.length !== 2) return null
  const [spread, added] = node.elements
  if (spread?.type !== 'SpreadElement' || !added || added.type === 'SpreadElement' || !isSettled(added)) return null
  const spreadOf = spread.argument.type === 'AwaitExpression' ? spread.argument.argument : spread.argument
  return spreadOf.type === 'Identifier' && spreadOf.name === list.name ? added : null
}

function pushedTo(statement: TSESTree.Statement, list: TSESTree.Identifier): TSESTree.Expression | null {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') return null
  const { callee, arguments: added } = statement.expression
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.object.name !== list.name)
    return null
  if (callee.property.type !== 'Identifier' || callee.property.name !== 'push' || added.length !== 1) return null
  const [value] = added
  return value && value.type !== 'SpreadElement' && isSettled(value) ? value : null
}

/** `list` of `const list = await acc`; `'nothing'` for `await acc`. */
function awaitedInto(
  statement: TSESTree.Statement,
  accumulator: TSESTree.Identifier,
): TSESTree.Identifier | 'nothing' | null {
  const isOfAccumulator = (node: Node | null): boolean =>
    node?.type === 'AwaitExpression' && node.argument.type === 'Identifier' && node.argument.name === accumulator.name
  if (statement.type === 'ExpressionStatement') return isOfAccumulator(statement.expression) ? 'nothing' : null
  const declarator =
    statement.type === 'VariableDeclaration' && statement.declarations.length === 1 ? statement.declarations[0] : null
  return declarator?.id.type === 'Identifier' && isOfAccumulator(declarator.init) ? declarator.id : null
}

/** A statement of the turn whose order among the turns nobody sees, as the judge has found. */
function isStep(statement: TSESTree.Statement): boolean {
  return statement.type === 'VariableDeclaration' && statement.kind !== 'var'
}

function isWait(statement: TSESTree.Statement): boolean {
  return statement.type === 'ExpressionStatement' && statement.expression.type === 'AwaitExpression'
}

function usesOf(name: TSESTree.Identifier, parsed: Parsed): number {
  const variable = variableOf(name, parsed)
  return variable ? referencesOf(variable).filter((reference) => !reference.init).length : 0
}

/** await xs.reduce(...) whose value nobody takes */
function isDiscarded({ parent }: Node): boolean {
  return parent?.type === 'AwaitExpression' && parent.parent.type === 'ExpressionStatement'
}

function isNothing(start: Node): boolean {
  if (start.type === 'Identifier') return start.name === 'undefined'
  return start.type === 'CallExpression' && start.arguments.length === 0 && isPromiseResolve(start)
}

/** []   Promise.resolve([]) */
function isEmptyList(start: Node): boolean {
  const node = plainExpression(start)
  if (node.type === 'ArrayExpression') return node.elements.length === 0
  return (
    node.type === 'CallExpression' &&
    node.arguments.length === 1 &&
    isPromiseResolve(node) &&
    isEmptyList(node.arguments[0]!)
  )
}

function isPromiseResolve({ callee }: TSESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Promise' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'resolve'
  )
}
