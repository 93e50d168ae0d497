import type { Variable } from '@typescript-eslint/scope-manager'
import type { OpaqueCall } from '../facts/effects/behaviour.ts'
import { namesIn } from '../facts/loops/awaited-values.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import { signOfName } from '../facts/signs/name-signs.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { walk } from '../parse/walk.ts'
import { carriedDependence } from './conflicts.ts'
import { elementConflict } from './element-conflicts.ts'
import { barOfMarks } from './mark-bars.ts'
import { weighOperations } from './operations.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Reason, Verdict } from './verdict.ts'
import { lower } from './weight.ts'
import { doubtOfWorld, sureWorldConflict } from './world-conflicts.ts'

/**
 * A `reduce` with an async callback, or one that chains with `then`: the work of a turn may overlap where it does
 * not need what the turns before gave.
 *
 *     xs.reduce(async (acc, x) => { const a = await acc; a.push(await f(x)); return a }, [])
 *     xs.reduce((p, x) => p.then(() => f(x)), Promise.resolve())
 */
export function judgeCallbackLoop(question: Question): Verdict {
  const { loop } = question
  const gathered = gatheredNames(loop, question.parsed)
  const work = workOf(question)
  const carried = work.find((node) => mentions(node, gathered, question.parsed))
  const stop = carried
    ? reason('carried-value', carried, { name: 'the result so far' })
    : (startedBefore(question, gathered) ??
      barOfMarks(question, null) ??
      carriedDependence(question, null).bar ??
      elementConflict(question, null) ??
      worldBar(question))
  if (stop || work.length === 0) {
    return {
      loop,
      verdict: 'serial',
      confidence: null,
      reasons: [stop ?? reason('carried-value', loop.node, { name: 'the result so far' })],
    }
  }
  const weight = weighOperations(withoutGathering(question, gathered), null)
  if (weight.bar) return { loop, verdict: 'serial', confidence: null, reasons: [weight.bar] }
  return {
    loop,
    verdict: 'fission',
    confidence: lower(weight.cap, doubtOfWorld(question, null) ? 'possible' : 'likely'),
    reasons: [reason('nothing-carried', loop.node), ...weight.reasons, reason('rest-in-order', loop.body)],
    cut: null,
    collection: null,
  }
}

/**
 * `const v = await f(x); (await acc).push(v)`: the callbacks all begin at once; what comes before the wait overlaps.
 */
function startedBefore({ loop, parsed }: Question, gathered: ReadonlySet<Variable>): Reason | null {
  const first = loop.awaits[0]
  const late = loop.kind === 'reduce' && first !== undefined && !mentions(first, gathered, parsed)
  return late ? reason('already-started', first) : null
}

function worldBar(question: Question): Reason | null {
  const sure = sureWorldConflict(question, null)
  return sure && reason('ordered-effect', sure.anchor, { name: sure.name })
}

/** Calls on what is gathered follow in order: `a.push(v)`. */
function withoutGathering(
  { loop, parsed, options, region, awaited, turn }: Question,
  gathered: ReadonlySet<Variable>,
): Question {
  const ours = turn.opaque.filter(({ call }) => {
    const callee =
      call.type === 'CallExpression' && call.callee.type === 'MemberExpression' ? call.callee.object : null
    return !callee || !mentions(callee, gathered, parsed)
  })
  // p.then(() => f(x)): nobody gets what the callback of a chain gives, and the chain waits for it.
  const opaque = loop.kind === 'then-chain' ? ours.map(asDropped) : ours
  return { loop, parsed, options, region, awaited, turn: { ...turn, opaque } }
}

function asDropped(call: OpaqueCall): OpaqueCall {
  const reads = call.name !== null && signOfName(call.name) === 'reads'
  return call.used === 'returned' && !reads ? { ...call, awaited: true, used: 'discarded' } : call
}

/** The accumulator and what is made of it: `acc`, `a` in `const a = await acc`, `rest` in `const [, ...rest] = a`. */
function gatheredNames(loop: AwaitLoop, parsed: Parsed): Set<Variable> {
  const names = new Set<Variable>()
  const add = (pattern: Node): void => {
    for (const name of namesIn(pattern, parsed)) names.add(name)
  }
  const accumulator = accumulatorOf(loop)
  if (accumulator) add(accumulator)
  walk(loop.body, parsed, (node) => {
    if (node.type === 'VariableDeclarator' && node.init && mentions(node.init, names, parsed)) add(node.id)
    if (node.type === 'AssignmentExpression' && mentions(node.right, names, parsed)) add(node.left)
    // The callback of `p.then((a) => ...)` gets what was gathered.
    if (isFunction(node) && loop.kind === 'then-chain') for (const param of node.params) add(param)
  })
  return names
}

function accumulatorOf({ owner }: AwaitLoop): Node | undefined {
  return isFunction(owner) ? owner.params[0] : undefined
}

/** Awaited operands that are not the accumulator itself; of a then-chain, what its callback calls. */
function workOf({ loop, turn }: Question): readonly Node[] {
  if (loop.kind === 'then-chain') return turn.opaque.map(({ origin }) => origin)
  const accumulator = accumulatorOf(loop)
  return loop.awaits
    .map(({ argument }) => argument)
    .filter((node) => node.type !== 'Identifier' || !(accumulator?.type === 'Identifier' && accumulator.name === node.name))
}

function mentions(root: Node, names: ReadonlySet<Variable>, parsed: Parsed): boolean {
  let found = false
  walk(root, parsed, (node) => {
    const variable = node.type === 'Identifier' ? variableOf(node, parsed) : null
    if (variable && names.has(variable)) found = true
    if (found) return 'skip'
  })
  return found
}
