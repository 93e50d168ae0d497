import type { TSESTree } from '@typescript-eslint/utils'
import { behaviourOfCode, pauses } from '../facts/arrays/code-effects.ts'
import { findFunction } from '../facts/callees/find-function.ts'
import { accessesMeet } from '../facts/effects/accesses-meet.ts'
import { mayBeOne } from '../facts/effects/may-be-one.ts'
import type { Access, Behaviour, Happening, OpaqueCall } from '../facts/effects/behaviour.ts'
import type { Region } from '../facts/effects/region.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { signOfName } from '../facts/signs/name-signs.ts'
import type { Chain } from '../model/chain.ts'
import { goesOn } from '../model/goes-on.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Node } from '../parse/node-types.ts'
import { isKeptForItself } from './kept-state.ts'
import { reason } from './question.ts'
import type { Reason } from './verdict.ts'
import type { Weight } from './weight.ts'
import { allow, forbid } from './weight.ts'
import { nameOfPlace } from './conflicts.ts'
import { seenAfterFailedStage } from './whole-walks.ts'
import { whereOf } from './where.ts'

/**
 * Whether it can be told that stages run element by element, and not at all for those after the last one needed: they
 * must do nothing but compute, from nothing that is changed between two elements.
 */
export function weighChain(chain: Chain, region: Region): Weight {
  const stages = chain.stages.flatMap(({ callback }) => (callback ? [callbackCode(callback, region)] : []))
  for (const stage of stages) {
    const bar = effectOf(stage, region)
    if (bar) return forbid(bar)
  }
  const taking = consumingCode(chain, region)
  const change = changeBetween(chain, stages, taking, region)
  if (change) return forbid(change)
  const unsure = [...stages, ...taking].flatMap((code) => doubtsOf(code, region))
  const doubts = [...aliasesBetween(chain, stages, taking, region), ...unsure]
  const partial = seenAfterFailedStage(chain, region)
  const reasons = partial ? [partial, ...doubts] : doubts
  return allow(reasons.length > 0 ? 'likely' : 'certain', ...reasons.slice(0, 2))
}

/** A callback, or the part of a loop's body after which another element is asked for. */
interface Code {
  readonly node: Node
  /** Null for a function that is passed by name and not read. */
  readonly behaviour: Behaviour | null
}

function callbackCode(callback: Node, region: Region): Code {
  const node = plainExpression(callback)
  const body = findFunction(node, region.parsed)
  return { node, behaviour: body && behaviourOfCode(body, region) }
}

/** What a stage does that somebody else can see. */
function effectOf({ node, behaviour }: Code, { parsed }: Region): Reason | null {
  if (!behaviour) {
    const name = nameOf(node)
    return CHANGES.has(signOfName(name) ?? '') ? reason('stage-has-effect', node, { name }) : null
  }
  if (isFunction(node) && (node.async || node.generator || pauses(node, parsed))) return effect(node, 'await')
  const write = writesOf(behaviour, parsed)[0]
  if (write) return effect(write.anchor, nameOfPlace(write))
  const world = behaviour.world.find(({ does }) => does === 'write') ?? behaviour.marks[0]
  if (world) return effect(world.anchor, world.name)
  const call = behaviour.opaque.find(mayChange)
  return call ? effect(call.anchor, call.name ?? 'call') : null
}

function effect(node: Node, name: string): Reason {
  return reason('stage-has-effect', node, { name })
}

function writesOf({ accesses }: Behaviour, parsed: Region['parsed']): readonly Access[] {
  return accesses.filter((access) => access.does === 'write' && !isKeptForItself(access, { parsed }))
}

/** What is done with one element, and changes what the stages read for the next one. */
function changeBetween(chain: Chain, stages: readonly Code[], taking: readonly Code[], region: Region): Reason | null {
  const ofStages = stages.flatMap(({ behaviour }) => behaviour?.accesses ?? [])
  const reads = [...ofStages, ...behaviourOfCode(chain.source, region).accesses]
  const isOpen = stages.some(({ behaviour }) => !behaviour || behaviour.opaque.length > 0)
  const readsWorld = isOpen || stages.some(({ behaviour }) => behaviour!.world.length > 0)
  for (const { node, behaviour } of taking) {
    if (pauses(node, region.parsed)) return reason('consumer-changes', node)
    const writes = behaviour ? writesOf(behaviour, region.parsed) : []
    const change: Happening | undefined =
      writes.find((write) => isOpen || reads.some((read) => isOneFor(write, read, region))) ??
      behaviour?.opaque.find(mayChange) ??
      (readsWorld ? behaviour?.world.find(({ does }) => does === 'write') : undefined)
    if (change) return reason('consumer-changes', change.anchor)
  }
  return null
}

function isOneFor(write: Access, read: Access, region: Region): boolean {
  return accessesMeet(read, write) || mayBeOne(write, read, region) === 'given'
}

/** What is done with one element, and may change under another name what the stages read for the next one. */
function aliasesBetween(
  chain: Chain,
  stages: readonly Code[],
  taking: readonly Code[],
  region: Region,
): readonly Reason[] {
  const ofStages = stages.flatMap(({ behaviour }) => behaviour?.accesses ?? [])
  const reads = [...ofStages, ...behaviourOfCode(chain.source, region).accesses]
  const writes = taking.flatMap(({ behaviour }) => (behaviour ? writesOf(behaviour, region.parsed) : []))
  const aliases = writes.filter((write) => reads.some((read) => mayBeOne(write, read, region) !== null))
  return aliases.map((write) => reason('caller-unknown', write.anchor, { name: nameOfPlace(write) }))
}

/** What runs for one element before the stages run for the next. */
function consumingCode({ consumer }: Chain, region: Region): readonly Code[] {
  switch (consumer.kind) {
    case 'some':
    case 'every':
    case 'find':
      return [callbackCode(consumer.argument, region)]
    case 'loop':
    case 'walk':
      return goesOn(consumer.node.body, region.parsed).map((node) => ({
        node,
        behaviour: behaviourOfCode(node, region),
      }))
    default:
      return []
  }
}

/**
 * A call of which nothing is known, but that it is named like one that changes something, or made for nothing else.
 * What is given a callback in place, `forEachChild(node, (child) => ...)`, is made for what that does, which is read.
 */
export function mayChange({ name, used, call }: OpaqueCall): boolean {
  const isWalk = call.type === 'CallExpression' && call.arguments.some(isFunction)
  if (used === 'discarded' && !isWalk) return true
  if (call.type !== 'CallExpression' || name === null || isReplacedText(call, name)) return false
  return CHANGES.has(signOfName(name) ?? '')
}

/** user.name.replace(/a/g, 'b'): of a text, which it leaves as it is, by all signs. */
function isReplacedText({ arguments: [what, ...rest] }: TSESTree.CallExpression, name: string): boolean {
  const isText = what?.type === 'Literal' && typeof what.value !== 'number'
  return (name === 'replace' || name === 'replaceAll') && isText && rest.length === 1
}

const CHANGES: ReadonlySet<string> = new Set(['writes', 'ordered', 'interactive', 'pacing'])

function doubtsOf({ node, behaviour }: Code, { parsed }: Region): readonly Reason[] {
  if (!behaviour) return isConverter(node) ? [] : [reason('callee-unknown', node, { name: nameOf(node) })]
  const unknown = [...behaviour.opaque, ...behaviour.assumed].map((call) =>
    reason('callee-unknown', call.anchor, { name: ('name' in call ? (call as OpaqueCall).name : null) ?? 'call' }),
  )
  // A memory that is not asked for all of them is filled with less.
  const kept = behaviour.accesses.filter((access) => access.does === 'write' && isKeptForItself(access, { parsed }))
  return [...unknown, ...kept.map((write) => reason('callee-keeps-state', write.anchor, { name: nameOfPlace(write), ...whereOf(write, parsed) }))]
}

/** Functions of the language that are passed by name. */
function isConverter(node: Node): boolean {
  return node.type === 'Identifier' && ['Boolean', 'String', 'Number'].includes(node.name)
}

function nameOf(callback: Node): string {
  const node = plainExpression(callback)
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier') return node.property.name
  return node.type === 'Identifier' ? node.name : 'call'
}
