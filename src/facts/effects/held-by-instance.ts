import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { walk } from '../../parse/walk.ts'
import type { ClassNode } from '../callees/class-node.ts'
import { MOST_PARENTS } from '../callees/super-class.ts'
import { findClass } from '../callees/value-of-name.ts'
import type { FieldValue } from '../callees/values-of-field.ts'
import { constructorOf, valuesOfField } from '../callees/values-of-field.ts'
import { isGlobal } from '../scopes/variable-of.ts'
import type { Key, Ref } from './place.ts'
import type { RefAsking } from './ref-asking.ts'
import type { Region } from './region.ts'
import { isLocal, regionAt } from './region.ts'
import type { ToldCall } from './told-refs.ts'
import { toldRefs } from './told-refs.ts'

/** What an object is made with: `new C(...)`, or `super(...)` in the constructor below. */
interface Making {
  readonly node: TSESTree.NewExpression
  readonly args: readonly Node[]
  readonly region: Region
  readonly path: readonly Key[]
  readonly asking: RefAsking
}

/**
 * What `path` leads to in a new object of a class, by what its constructors and fields put there; of a class that is
 * not seen, nothing is known.
 *
 *     new Reader({ state })
 *     constructor(options) { super(options.state) }        constructor(state = shared) { this.#state = state }
 */
export function heldByInstance(
  node: TSESTree.NewExpression,
  path: readonly Key[],
  region: Region,
  asking: RefAsking,
): readonly Ref[] {
  const making = { node, args: node.arguments, region, path, asking }
  const refs = heldOfClass(node.callee, making, 0)
  return refs ?? [unknownOf(making)]
}

function unknownOf({ node, path }: Making): Ref {
  return { root: { kind: 'opaque', node }, path: path.slice(0, 1) }
}

/** Null where the class is not seen. */
function heldOfClass(named: Node, making: Making, depth: number): readonly Ref[] | null {
  const found = depth < MOST_PARENTS ? findClass(named, fileOf(named, making.region.parsed)) : null
  if (!found) return null
  const maker = constructorOf(found)
  const values = valuesOfField(found, making.path[0]!, making.region.parsed)
  const own = values.flatMap((one) => refsOfValue(one, found, making))
  if (!found.superClass) return own
  const above = maker ? heldAbove(found, maker, making, depth) : heldOfClass(found.superClass, making, depth + 1)
  if (above) return [...own, ...above]
  // A class of the language, or one that is not seen: what it puts into a field that this one fills is replaced.
  return own.length > 0 || isOfLanguage(found.superClass, making) ? own : [unknownOf(making)]
}

/** class Failure extends Error */
function isOfLanguage(above: Node, { region }: Making): boolean {
  return above.type === 'Identifier' && isGlobal(above, fileOf(above, region.parsed))
}

/** By `super(...)` in the constructor, in terms of its caller. */
function heldAbove(
  { superClass }: ClassNode,
  maker: FunctionNode,
  making: Making,
  depth: number,
): readonly Ref[] | null {
  const inner = regionAt(maker, making.region)
  const calls: TSESTree.CallExpression[] = []
  walk(maker.body ?? maker, inner.parsed, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Super') calls.push(node)
    return isFunction(node) && node.type !== 'ArrowFunctionExpression' ? 'skip' : undefined
  })
  const [call] = calls
  if (!call) return null
  const above = heldOfClass(superClass!, { ...making, args: call.arguments, region: inner }, depth + 1)
  return above && above.flatMap((ref) => toCaller(ref, maker, making))
}

function refsOfValue({ value, by, isWithin }: FieldValue, found: ClassNode, making: Making): readonly Ref[] {
  const { region, path, asking } = making
  if (!value) return [unknownOf(making)]
  if (isFunction(value)) return []
  const inner = regionAt(by ?? found, region)
  const refs = asking.refsAt(asking.refsOf(value, inner), isWithin ? path : path.slice(1), inner)
  // A method may be called with anything.
  if (by !== constructorOf(found) && refs.some(isParameter)) return [unknownOf(making)]
  return refs.flatMap((ref) => toCaller(ref, by ?? found, making))
}

function isParameter({ root }: Ref): boolean {
  return root.kind === 'variable' && root.variable.defs[0]?.type === 'Parameter'
}

function toCaller(ref: Ref, callee: FunctionNode | ClassNode, making: Making): readonly Ref[] {
  const { node, args, region, path, asking } = making
  const self: Ref = { root: { kind: 'fresh', node }, path }
  if (ref.root.kind === 'fresh') return ref.root.node === node ? [ref] : [self]
  const receiver: readonly Ref[] = [{ root: { kind: 'fresh', node }, path: [] }]
  const call: ToldCall = { callee, node, receiver, args, given: [] }
  return toldRefs(ref, call, region, asking).map((one) =>
    one.root.kind === 'variable' && isInnerName(one, callee, region) ? unknownOf(making) : one,
  )
}

/** A name of the constructor of which it is not told what it holds. */
function isInnerName({ root }: Ref, callee: Node, region: Region): boolean {
  return root.kind === 'variable' && isLocal(root.variable, regionAt(callee, region))
}
