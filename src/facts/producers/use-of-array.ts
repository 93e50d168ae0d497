import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'
import { mayStopEarly } from './early-exit.ts'

/** What a caller does with the array that a call gives. */
export type ArrayUse = WalkedOnce | TakenWhole | TakenInPart | CopiedAtOnce | NeedsArray

/** `for (const x of f())`, `const xs = f(); for (const x of xs)`, with `await` before the call of an async one. */
export interface WalkedOnce {
  readonly how: 'walked'
  readonly call: TSESTree.CallExpression
  readonly loop: TSESTree.ForOfStatement
  /** `xs = f()`; null where the loop walks the call itself. */
  readonly declarator: TSESTree.VariableDeclarator | null
  /** What runs between the call and the end of the walk. */
  readonly meanwhile: readonly Node[]
  readonly stopsEarly: boolean
}

/** `[...f()]`, `g(...f())`, `new Set(f())`, `Array.from(f())`: all of it at once, where any iterable will do. */
export interface TakenWhole {
  readonly how: 'whole'
  readonly call: TSESTree.CallExpression
}

/** `const [first] = f()` */
export interface TakenInPart {
  readonly how: 'part'
  readonly call: TSESTree.CallExpression
}

/** `f().length`, where `[...f()].length` would do: all of it at once, as an array. */
export interface CopiedAtOnce {
  readonly how: 'copied'
  readonly call: TSESTree.CallExpression
}

export interface NeedsArray {
  readonly how: 'array' | 'discarded'
  readonly call: TSESTree.CallExpression
  /** The code that needs the array. */
  readonly node: Node
}

export function useOfArray(call: TSESTree.CallExpression, isAsync: boolean, parsed: Parsed): ArrayUse {
  const value = isAsync ? awaitOf(call) : call
  if (!value || call.optional) return { how: 'array', call, node: call }
  const { parent } = value
  if (parent.type === 'ExpressionStatement') return { how: 'discarded', call, node: parent }
  if (isHeadOf(parent, value)) return walked(call, parent, null, [], parsed)
  if (parent.type === 'VariableDeclarator' && parent.init === value) return useOfName(call, parent, isAsync, parsed)
  if (!isAsync && takesIterable(parent, value, parsed)) return { how: 'whole', call }
  return { how: 'array', call, node: parent }
}

function awaitOf({ parent }: TSESTree.CallExpression): TSESTree.AwaitExpression | null {
  return parent.type === 'AwaitExpression' ? parent : null
}

/** A loop with a name of its own for the element. */
function isHeadOf(loop: Node | undefined, value: Node): loop is TSESTree.ForOfStatement {
  const isWalk = loop?.type === 'ForOfStatement' && loop.right === value && !loop.await
  return isWalk && loop.left.type === 'VariableDeclaration' && loop.left.kind !== 'var'
}

function walked(
  call: TSESTree.CallExpression,
  loop: TSESTree.ForOfStatement,
  declarator: TSESTree.VariableDeclarator | null,
  between: readonly Node[],
  parsed: Parsed,
): WalkedOnce {
  const meanwhile = [...between, loop.left, loop.body]
  return { how: 'walked', call, loop, declarator, meanwhile, stopsEarly: mayStopEarly(loop, parsed) }
}

/** The one use of `const xs = f()`, as the source of a loop in the same list of statements. */
function useOfName(
  call: TSESTree.CallExpression,
  declarator: TSESTree.VariableDeclarator,
  isAsync: boolean,
  parsed: Parsed,
): ArrayUse {
  const { id, parent: declaration } = declarator
  if (id.type === 'ArrayPattern' && !isAsync) return { how: 'part', call }
  const variable = id.type === 'Identifier' ? variableOf(id, parsed) : null
  const reads = variable?.references.filter((reference) => !reference.init) ?? []
  const name = reads[0]?.identifier as Node | undefined
  const loop = name?.parent
  if (variable && reads.length === 0) return { how: 'discarded', call, node: declarator }
  if (reads.length !== 1 || !name || !isHeadOf(loop, name) || declaration.declarations.length > 1) {
    return { how: 'array', call, node: elsewhere(reads.map(({ identifier }) => identifier as Node)) ?? declarator }
  }
  const list = statementsAround(declaration)
  const from = list.indexOf(declaration)
  const to = list.indexOf(loop)
  if (from < 0 || to < from || declaration.kind === 'var') return { how: 'array', call, node: loop }
  return walked(call, loop, declarator, list.slice(from + 1, to), parsed)
}

/** Of several uses the first that is no loop. */
function elsewhere(uses: readonly Node[]): Node | undefined {
  return uses.find((use) => !isHeadOf(use.parent, use)) ?? uses[0]
}

function statementsAround({ parent }: Node): readonly Node[] {
  return parent?.type === 'BlockStatement' || parent?.type === 'Program' ? parent.body : []
}

/** Collections that are made of whatever can be walked. */
const MADE_OF_ITERABLE = new Set(['Set', 'Map', 'WeakSet'])

function takesIterable(parent: Node, value: Node, parsed: Parsed): boolean {
  if (parent.type === 'SpreadElement') return parent.parent.type !== 'ObjectExpression'
  if (parent.type === 'YieldExpression') return parent.delegate
  if (parent.type === 'NewExpression') return parent.arguments[0] === value && isNamed(parent.callee, MADE_OF_ITERABLE, parsed)
  if (parent.type !== 'CallExpression' || parent.arguments[0] !== value) return false
  const { callee } = parent
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false
  return callee.property.name === 'from' && isNamed(callee.object, new Set(['Array']), parsed)
}

function isNamed(node: Node, names: ReadonlySet<string>, parsed: Parsed): boolean {
  return node.type === 'Identifier' && names.has(node.name) && isGlobal(node, parsed)
}
