import type { Variable } from '@typescript-eslint/scope-manager'
import { accessesNear } from '../facts/effects/access-index.ts'
import { accessesMeet } from '../facts/effects/accesses-meet.ts'
import type { Access } from '../facts/effects/behaviour.ts'
import type { Ref } from '../facts/effects/place.ts'
import { ANY_KEY, MAP_KEYS, refsMeet } from '../facts/effects/place.ts'
import { refsOf } from '../facts/effects/refs.ts'
import { beginsTurn, isCalledFirst } from '../facts/loops/begins-turn.ts'
import { ownerOf } from '../model/find-await-loops.ts'
import type { Node } from '../parse/node-types.ts'
import { isInPrefix } from './cuts.ts'
import { isDoneAtStart } from './done-at-start.ts'
import { isFilledAtOnce } from './filled-memory.ts'
import { isUnderOwnKey, keepsOrderOfKeys } from './keyed-places.ts'
import { isKeptForItself } from './kept-state.ts'
import type { Question } from './question.ts'
import { isGivenAnother, takesOut } from './takes-out.ts'
import { reason } from './question.ts'
import type { Cut, Reason } from './verdict.ts'
import { whereOf } from './where.ts'

/** What turns have in common: `bar` forbids the overlap, `kept` is what callees keep for themselves. */
export interface Carried {
  readonly bar: Reason | null
  readonly kept: Access | null
  /** What is put under a key that is the turn's own. */
  readonly placed: Access | null
  /** An append of the prefix that may as well be made in order, after what the prefix awaits. */
  readonly deferred: Access | null
}

/** The first dependence by which the prefix of a turn needs what another turn does, or changes what it reads. */
export function carriedDependence(question: Question, cut: Cut | null): Carried {
  const { parsed, turn: { accesses }, region: { elements } } = question
  const queue =
    question.loop.kind === 'queue' && question.loop.source ? refsOf(question.loop.source, question.region) : []
  const shared = accesses.filter(({ place }) =>
    'variable' in place
      ? !elements.has(place.variable)
      : isSharedRef(place.ref) &&
        !queue.some((ref) => refsMeet(ref, place.ref) && ref.path.length >= place.ref.path.length),
  )
  const takers = shared.filter((one) => takesOut(one, parsed))
  const writes = shared.filter(({ does }) => does === 'write')
  let kept: Access | null = null
  let placed: Access | null = null
  let deferred: Access | null = null
  for (const write of writes) {
    // Of one write it is asked against every access: once is enough.
    const inOrder = once(() => comesInOrder(write, shared, question))
    const inKeyOrder = once(() => keepsOrderOfKeys(write, question, cut))
    const readBefore = once(() => cut !== null && isReadInPrefix(write, shared, cut))
    for (const access of accessesNear(write, shared)) {
      if (!isInPrefix(access.anchor, cut) && !isInPrefix(write.anchor, cut)) continue
      if (access === write ? !isInPrefix(write.anchor, cut) : !accessesMeet(access, write)) continue
      const own = [write, access].find((one) => one.does === 'write' && isKeptForItself(one, question))
      const isTakenOut = own && (takers.some((one) => accessesMeet(one, own)) || isGivenAnother(own, writes, parsed))
      if (own && !isTakenOut) kept = !kept || isAtOnce(kept, shared, question) ? own : kept
      else if (isUnderOwnKey(write, access, question) && (write.depth !== undefined || inKeyOrder())) {
        placed ??= write
        // Whoever walks the collection sees in which order a callee has filled it.
        if (write.depth === undefined ? cut && isInPrefix(write.anchor, cut) : !inKeyOrder()) deferred ??= write
      } else if (inOrder()) deferred ??= write
      else if (cut && isAppend(write) && isAppend(access) && !readBefore()) deferred ??= write
      else return { bar: describe(write, access, question), kept, placed, deferred }
    }
  }
  return { bar: null, kept, placed, deferred }
}

function once(ask: () => boolean): () => boolean {
  let answer: boolean | undefined
  return () => (answer ??= ask())
}

/** A memory that turns side by side fill as turns one after another would. */
export function isAtOnce(write: Access, accesses: readonly Access[], { parsed, loop }: Question): boolean {
  if (write.depth !== 1 || !isCalledFirst(write.anchor, ownerOf(write.origin), loop, parsed)) return false
  return isFilledAtOnce(write, accessesNear(write, accesses).filter((one) => accessesMeet(one, write)), parsed)
}

/**
 * Turns begin in the order of their elements: what they append before they await comes in order all the same, and so
 * does what statements do there that give nothing to the rest of the turn: `bar.text = `${done += 1} of ${all}``.
 */
function comesInOrder(write: Access, shared: readonly Access[], { loop, parsed }: Question): boolean {
  const isHead = (one: Access): boolean =>
    (appends(one) && beginsTurn(one, loop, parsed)) || (loop.yields.length === 0 && isDoneAtStart(one, loop, parsed))
  const isApart = (one: Access): boolean => !accessesMeet(one, write) || isHead(one) || one.anchor === write.anchor
  return isHead(write) && accessesNear(write, shared).every(isApart)
}

/** `out.push(x)` as a statement of the turn itself. */
function isAppend(access: Access): boolean {
  return access.depth === undefined && appends(access)
}

function appends({ place, slot, origin }: Access): boolean {
  if (slot || !('ref' in place) || origin.type !== 'CallExpression') return false
  const { callee } = origin
  return (
    isOnlyDone(origin) &&
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    ['push', 'add'].includes(callee.property.name)
  )
}

/** `out.push(x)`, `found && out.push(x)` */
function isOnlyDone({ parent }: Node): boolean {
  if (parent?.type === 'LogicalExpression') return isOnlyDone(parent)
  return parent?.type === 'ExpressionStatement'
}

function isReadInPrefix(append: Access, shared: readonly Access[], cut: Cut): boolean {
  return accessesNear(append, shared).some(
    (access) =>
      access.does === 'read' && isInPrefix(access.anchor, cut) && accessesMeet(access, append) && !isAppend(access),
  )
}

/** Writes in the prefix to what only the turn's own element holds. */
export function elementWrites(question: Question, cut: Cut | null): readonly Access[] {
  return question.turn.accesses.filter(
    ({ does, place, anchor }) =>
      does === 'write' && 'ref' in place && place.ref.root.kind === 'element' && isInPrefix(anchor, cut),
  )
}

/** Writes in the prefix to objects that a call gave which is not known: they may be shared by the turns. */
export function opaqueWrites(question: Question, cut: Cut | null): readonly Access[] {
  return question.turn.accesses.filter(
    ({ does, place, anchor }) =>
      does === 'write' && 'ref' in place && place.ref.root.kind === 'opaque' && isInPrefix(anchor, cut),
  )
}

function isSharedRef({ root }: Ref): boolean {
  return root.kind === 'variable' || root.kind === 'this' || root.kind === 'global'
}

export function describe(write: Access, access: Access, { parsed }: Question): Reason {
  const name = nameOfPlace(write)
  const isObject = 'ref' in write.place && !isGlobalName(write.place.ref)
  const collection = 'ref' in write.place && write.place.ref.root.kind === 'variable'
  const code = !isObject ? 'carried-value' : collection ? 'carried-collection' : 'stateful-receiver'
  return reason(code, access.anchor, { name, ...whereOf(write, parsed) })
}

/** `last`, where no scope of the file declares it. */
function isGlobalName({ root, path }: Ref): boolean {
  return root.kind === 'global' && path.length === 0
}

/** `total`, `this.items`, `cache[…]`. */
export function nameOfPlace({ place }: Access): string {
  if ('variable' in place) return place.variable.name
  const { root, path } = place.ref
  const start =
    root.kind === 'variable' ? (root.variable as Variable).name : root.kind === 'global' ? root.name : 'this'
  return [start, ...path.map((key) => (key === ANY_KEY || key === MAP_KEYS ? '[…]' : key))].join('.').replaceAll('.[', '[')
}
