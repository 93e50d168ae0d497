import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { declaredFunction } from '../callees/declared-function.ts'
import { findConstructor, findFunction, findMethodOfMade, findMethodOfType } from '../callees/find-function.ts'
import { calledBySuper, classesMadeBy } from '../callees/super-class.ts'
import { isPlaceholder, isReplaceable } from '../callees/is-replaceable.ts'
import { functionsIn } from '../callees/functions-in.ts'
import { isPromiseSettler } from '../callees/is-promise-settler.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { toldByArguments } from '../known-calls/told-by-arguments.ts'
import { isNothing } from '../scopes/is-nothing.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import type { Access, BehaviourLists, Happening, OpaqueNode } from './behaviour.ts'
import { readRoot, type Recorder } from './recorder.ts'
import { recordKnownCall, recordTold } from './known-call-behaviour.ts'
import { argumentRefs, opaqueCall } from './opaque-call.ts'
import type { Ref } from './place.ts'
import { refsOf } from './refs.ts'
import { replayBody } from './replay-body.ts'
import { runAccessor } from './run-accessor.ts'

/**
 * Records what a call does: by its row in the table, by its body in this file, or as a call that nothing is known
 * of.
 */
export function recordCall(node: OpaqueNode, recorder: Recorder): void {
  const { region } = recorder
  const known = lookUpCall(node, region.parsed, region.knownCalls)
  const args = argumentsOf(node)
  if (node.type !== 'ImportExpression') visitCallee(calleeOf(node), recorder)
  for (const argument of args) visitArgument(argument, recorder)
  if (known) return recordKnownCall(node, known, args, recorder)
  if (node.type === 'CallExpression' && isPromiseSettler(node.callee, region.parsed)) return
  if (recordPromiseMethod(node, args, recorder)) return
  replayGiven(node, args, recorder)
  const receiver = receiverRefs(node, recorder)
  for (const made of classesMadeBy(node, region.parsed)) replayBody(made, node, receiver, [], recorder)
  const body = bodyOf(node, recorder)
  if (body === 'none') return
  const given = node.type === 'TaggedTemplateExpression' ? [node.quasi, ...args] : args
  if (body && node.type === 'CallExpression' && isReplaceable(node.callee, body)) {
    if (isPlaceholder(body)) return recordOpaque(node, args, null, recorder)
    recorder.assumed.push({ anchor: node, origin: node })
  }
  if (body && replayBody(body, node, receiver, given, recorder)) return
  if (!body && recordMethodOfType(node, args, receiver, recorder)) return
  if (!body && recordDeclared(node, args, receiver, recorder)) return
  recordOpaque(node, args, body, recorder)
}

/** `this.store.load(id)` where `store: Store` is written down: by the body that `Store` gives it. */
function recordMethodOfType(
  node: OpaqueNode,
  args: readonly Node[],
  receiver: readonly Ref[] | null,
  recorder: Recorder,
): boolean {
  const body = node.type === 'CallExpression' ? findMethodOfType(node.callee, recorder.region.parsed) : null
  if (!body || isPlaceholder(body) || !replayBody(body, node, receiver, args, recorder)) return false
  recorder.assumed.push({ anchor: node, origin: node })
  return true
}

/** `this.store.load(id)` where `store = new Store()` is what is seen of the store. */
function methodOfMade(node: OpaqueNode, receiver: readonly Ref[] | null, recorder: Recorder): FunctionNode | null {
  // What was made in this turn keeps its state for it, also in variables of the function that made it.
  const isShared = receiver?.some(({ root }) => root.kind !== 'fresh' && root.kind !== 'opaque') === true
  return isShared && node.type === 'CallExpression' ? findMethodOfMade(node.callee, recorder.region.parsed) : null
}

function noneYet(): BehaviourLists {
  return { accesses: [], world: [], marks: [], opaque: [], assumed: [] }
}

/**
 * By the body of what the object was made as, or that a type checker has found, which may be replaced as well. Where
 * that is not known to the end, what it does itself counts, and the rest is as unknown as a call of which nothing is.
 */
function recordDeclared(
  node: OpaqueNode,
  args: readonly Node[],
  receiver: readonly Ref[] | null,
  recorder: Recorder,
): boolean {
  const declared = node.type === 'CallExpression' ? declaredFunction(node.callee, recorder.region.parsed) : null
  const body = methodOfMade(node, receiver, recorder) ?? declared
  if (!body || isPlaceholder(body)) return false
  const told = noneYet()
  const isWhole = replayBody(body, node, receiver, args, { ...recorder, ...told })
  const isKnown = isWhole && told.opaque.length === 0 && !told.accesses.some(isVague)
  const counts = (one: Happening): boolean => isKnown || one.depth === 1
  recorder.accesses.push(...told.accesses.filter((access) => counts(access) && !isVague(access)))
  recorder.world.push(...told.world.filter(counts).map((access) => ({ ...access, isAssumed: true as const })))
  recorder.marks.push(...told.marks.filter(counts))
  recorder.assumed.push({ anchor: node, origin: node })
  return isKnown
}

/** It changes something that a call gave of which nothing is known, or that the element holds. */
function isVague({ does, place, slot }: Access): boolean {
  if (does !== 'write' || !('ref' in place)) return false
  const { root, path } = place.ref
  return root.kind === 'opaque' || (root.kind === 'element' && path.length > (slot ? 1 : 0))
}

function bodyOf(node: OpaqueNode, { region }: Recorder): FunctionNode | 'none' | null {
  if (node.type === 'ImportExpression') return null
  const above = calledBySuper(calleeOf(node))
  if (above) return findConstructor(above, region.parsed)
  return node.type === 'NewExpression'
    ? findConstructor(node.callee, region.parsed)
    : findFunction(calleeOf(node), region.parsed)
}

/**
 * `p.then(f)`, `p.catch(f)`, `p.finally(f)`: the protocol of promises; the callbacks run, before the value is
 * there.
 */
function recordPromiseMethod(node: OpaqueNode, args: readonly Node[], recorder: Recorder): boolean {
  if (node.type !== 'CallExpression') return false
  const callee = plainExpression(node.callee)
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false
  if (!['then', 'catch', 'finally'].includes(callee.property.name)) return false
  if (
    !args.every(
      (argument) => isFunction(argument) || isNothing(argument) || findFunction(argument, recorder.region.parsed),
    )
  )
    return false
  for (const argument of args) {
    const callback = isFunction(argument) ? argument : findFunction(argument, recorder.region.parsed)
    if (callback) replayBody(callback, node, null, [], recorder)
  }
  return true
}

/** `told`: the body that has been told of already, as far as it could be. */
function recordOpaque(node: OpaqueNode, args: readonly Node[], told: FunctionNode | null, recorder: Recorder): void {
  const { region } = recorder
  for (const body of mayCall(node, region.parsed)) {
    if (body !== told) replayBody(body, node, receiverRefs(node, recorder), args, recorder)
  }
  const callee = node.type === 'ImportExpression' ? null : plainExpression(calleeOf(node))
  const written = toldByArguments(node, region.parsed, region.knownCalls)
  if (written) recordTold(node, written, recorder)
  const call = opaqueCall(node, callee, argumentRefs(args, region), region)
  recorder.opaque.push(written ? { ...call, isTold: true } : call)
}

/** A function handed over may be called, with what nothing is known of: what it does happens here, or later. */
function replayGiven(node: OpaqueNode, args: readonly Node[], recorder: Recorder): void {
  const given: readonly Ref[] = [{ root: { kind: 'opaque', node }, path: [] }]
  for (const argument of args) {
    for (const callback of functionsIn(argument, recorder.region.parsed)) {
      replayBody(callback, node, null, [], recorder, given)
    }
  }
}

function mayCall(node: OpaqueNode, parsed: Parsed): readonly FunctionNode[] {
  return node.type === 'CallExpression' ? functionsIn(node.callee, parsed) : []
}

function calleeOf(node: Exclude<OpaqueNode, TSESTree.ImportExpression>): Node {
  return node.type === 'TaggedTemplateExpression' ? node.tag : node.callee
}

function visitCallee(callee: Node, recorder: Recorder): void {
  const node = plainExpression(callee)
  if (isFunction(node)) return
  if (node.type === 'Identifier') return readRoot(node, recorder)
  if (node.type !== 'MemberExpression') return recorder.visit(node)
  if (node.computed) recorder.visit(node.property)
  runAccessor(node, 'get', recorder)
  const object = plainExpression(node.object)
  // A method may read all of its receiver; that is for the row, the body or the opaque call to say.
  if (object.type === 'Identifier' || object.type === 'ThisExpression') readRoot(object, recorder)
  else recorder.visit(object)
}

function visitArgument(argument: Node, recorder: Recorder): void {
  if (isFunction(argument)) return
  if (argument.type === 'SpreadElement') return recorder.visit(argument.argument)
  recorder.visit(argument)
}

function receiverRefs(node: OpaqueNode, { region }: Recorder): readonly Ref[] | null {
  if (node.type === 'NewExpression') return [{ root: { kind: 'fresh', node }, path: [] }]
  if (node.type !== 'CallExpression') return null
  if (node.callee.type === 'Super') return refsOf(node.callee, region)
  const callee = plainExpression(node.callee)
  return callee.type === 'MemberExpression' ? refsOf(callee.object, region) : null
}

function argumentsOf(node: OpaqueNode): readonly Node[] {
  if (node.type === 'ImportExpression') return [node.source]
  return node.type === 'TaggedTemplateExpression' ? node.quasi.expressions : node.arguments
}
