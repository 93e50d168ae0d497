import { STOPS_EARLY } from '../facts/arrays/array-consumers.ts'
import { evaluatedBetween } from '../facts/arrays/evaluated-before.ts'
import { mayInterleave } from '../facts/arrays/may-interleave.ts'
import { changeDuring } from '../facts/arrays/change-during.ts'
import { behaviourOfCode } from '../facts/arrays/code-effects.ts'
import { holderOf } from '../facts/arrays/holder.ts'
import { walkedStateOf } from '../facts/arrays/walked-state.ts'
import { findFunction } from '../facts/callees/find-function.ts'
import type { OpaqueCall } from '../facts/effects/behaviour.ts'
import type { Region } from '../facts/effects/region.ts'
import { referencesIn } from '../facts/rewrite-legality/references-in.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import type { ArrayUse } from '../model/copy-use.ts'
import type { Node } from '../parse/node-types.ts'
import { mayChange } from './chain-effects.ts'
import type { CopyQuestion } from './copies.ts'
import type { Callbacks } from './copy-callbacks.ts'
import { reason } from './question.ts'
import type { Weight } from './weight.ts'
import { allow, forbid } from './weight.ts'

/** Whether what is copied may change between the copy and the end of the walk: then the copy is a snapshot. */
export function changeWhileWalked(question: CopyQuestion, { bodies, doubts }: Callbacks): Weight {
  const { copy, kind, region, name } = question
  const { consumer, named, stages } = copy.use
  // A stage of an array makes a new one, which is what the loop walks.
  const isLoopOverSource = consumer.kind === 'loop' && (kind !== 'array' || stages.length === 0)
  const body: readonly Node[] = isLoopOverSource ? [...bodies, consumer.node.body] : bodies
  const between = named ? evaluatedBetween(named.declaration, named.mention, region.parsed) : []
  const snapshot = (at: Node): Weight => forbid(reason('snapshot', at, { name }))
  if (isBegunWith(question)) return snapshot(copy.node)
  const crossed = stageThatIsCrossed(question, [...between, ...body])
  if (crossed) return forbid(reason('stage-order', crossed))
  const earlier = changeDuring(copy.source, between, region)
  if (earlier.may !== 'no') return snapshot(earlier.at)
  const unread = unreadEffects(question)
  if (unread.bar) return unread
  // A callback of which nothing is known may do anything, unless nobody else holds what is walked.
  const hidden = doubts.find(({ code }) => code === 'callee-unknown')
  if (hidden && !isAsked(question) && !isHeldHere(question, hidden.node)) return snapshot(hidden.node)
  const change = changeDuring(copy.source, body, region)
  const rest = kind === 'iterator' && stopsEarly(copy.use) ? otherUseOf(copy.source, region) : null
  if (change.may === 'no') return rest ? forbid(reason('unread-effects', rest)) : unread
  const mayWait = change.may === 'unknown' && isAsked(question) && (change.why === 'call' || change.why === 'step')
  const calls = mayWait ? body.flatMap((part) => behaviourOfCode(part, region).opaque) : []
  if (!mayWait || !calls.every(isQuestion)) return snapshot(change.at)
  if (rest) return forbid(reason('unread-effects', rest))
  const [first] = calls
  return allow('likely', ...(first ? [reason('callee-unknown', first.anchor, { name: first.name ?? 'call' })] : unread.reasons))
}

/** Their callback is called for its value. */
function isAsked({ copy: { use: { consumer } } }: CopyQuestion): boolean {
  return consumer.kind === 'method' && (STOPS_EARLY.has(consumer.name) || ASKING.has(consumer.name))
}

const ASKING: ReadonlySet<string> = new Set(['reduce', 'reduceRight', 'findIndex', 'findLast', 'findLastIndex'])

function isHeldHere({ copy, region }: CopyQuestion, place: Node): boolean {
  const { collections, steps, isKnown } = walkedStateOf(copy.source, region)
  return isKnown && steps.length === 0 && collections.every((one) => HERE.has(holderOf(one, place, region)))
}

const HERE = new Set(['fresh', 'local'])

/** Called for what it gives; an element that is called itself, as a listener, may do anything. */
function isQuestion({ call, used, callsElement, awaited }: OpaqueCall): boolean {
  const isElementCalled = callsElement && call.type === 'CallExpression' && call.callee.type === 'Identifier'
  return used !== 'discarded' && !isElementCalled && !awaited
}

/** A stage whose callback ran for all elements before what now runs in between, and which can tell. */
function stageThatIsCrossed({ copy: { use }, kind, region }: CopyQuestion, later: readonly Node[]): Node | null {
  if (kind === 'array') return null
  return (
    stageFunctions(use, region).find((stage) => {
      const does = behaviourOfCode(stage, region)
      return later.some((part) => part !== stage && !mayInterleave(does, behaviourOfCode(part, region)))
    }) ?? null
  )
}

/** `[...users].reduce(add, users)`: what is folded is the source itself. */
function isBegunWith({ copy: { source, use: { consumer } }, region: { parsed } }: CopyQuestion): boolean {
  const begin = consumer.kind === 'method' && consumer.name === 'reduce' ? consumer.node.arguments[1] : undefined
  if (!begin) return false
  const used = referencesIn([source], parsed).map(({ variable }) => variable)
  return referencesIn([begin], parsed).some(({ variable }) => variable !== null && used.includes(variable))
}

function stopsEarly({ consumer }: ArrayUse): boolean {
  return consumer.kind === 'pattern' || consumer.kind === 'loop' || (consumer.kind === 'method' && STOPS_EARLY.has(consumer.name))
}

/** What a generator, or a stage, does for the elements after the last one that is taken would not be done. */
function unreadEffects({ copy: { source, use }, kind, region }: CopyQuestion): Weight {
  if (!stopsEarly(use)) return allow('certain')
  const ofStages = kind === 'array' ? [] : stageFunctions(use, region).map((stage) => behaviourOfCode(stage, region))
  let weight = allow('certain')
  for (const { accesses, world, marks, opaque } of [...walkedStateOf(source, region).steps, ...ofStages]) {
    const write: { anchor: Node } | undefined =
      accesses.find(({ does }) => does === 'write') ?? world.find(({ does }) => does === 'write') ?? marks[0] ?? opaque.find(mayChange)
    if (write) return forbid(reason('unread-effects', write.anchor))
    const [call] = opaque
    if (call) weight = allow('likely', reason('callee-unknown', call.anchor, { name: call.name ?? 'call' }))
  }
  return weight
}

/** Where else an iterator is used, which a copy leaves with nothing, and a walk that stops with the rest. */
function otherUseOf(source: Node, { parsed }: Region): Node | null {
  const node = plainExpression(source)
  const variable = node.type === 'Identifier' ? variableOf(node, parsed) : null
  const other = variable?.references.find(({ identifier, init }) => identifier !== node && !init)
  return (other?.identifier as Node | undefined) ?? null
}

/** Callbacks of the stages, those that have a name too. */
function stageFunctions({ stages }: ArrayUse, { parsed }: Region): readonly Node[] {
  return stages.map(({ arguments: [callback] }) => findFunction(plainExpression(callback!), parsed) ?? callback!)
}
