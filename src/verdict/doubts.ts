import type { Access } from '../facts/effects/behaviour.ts'
import { accessesMeet } from '../facts/effects/accesses-meet.ts'
import type { Ref } from '../facts/effects/place.ts'
import { valueUseOf } from '../facts/effects/value-use.ts'
import { askedToStop } from '../facts/loops/asked-to-stop.ts'
import { isKnownCollection } from '../facts/loops/iteration-source.ts'
import { measuresTime } from '../facts/loops/measured-time.ts'
import { isFieldWrittenElsewhere, isWrittenElsewhere } from '../facts/loops/written-elsewhere.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import { isWithin } from '../parse/walk.ts'
import { aliasOfTurn } from './aliases-of-turn.ts'
import { type Carried, elementWrites, isAtOnce, nameOfPlace, opaqueWrites } from './conflicts.ts'
import { isInPrefix } from './cuts.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Confidence, Cut, Reason } from './verdict.ts'
import { whereOf } from './where.ts'
import { doubtOfWorld } from './world-conflicts.ts'

/** How sure one can be at most by something that the turns do, and what is to be said of it. */
export interface Doubt {
  readonly cap: Confidence
  readonly reason: Reason
}

/** What keeps an overlap from being certain, but for the calls that are not known, which are weighed. */
export function doubtsOf(question: Question, cut: Cut | null, carried: Carried): readonly Doubt[] {
  const { kept, placed } = carried
  const reasons = LIKELY.flatMap((ask) => ask(question, cut) ?? [])
  return [
    ...(kept ? [{ cap: capOfKept(kept, question), reason: aboutPlace('callee-keeps-state', kept, question) }] : []),
    ...(placed ? [{ cap: 'likely' as const, reason: aboutPlace('callee-writes-own-place', placed, question) }] : []),
    ...reasons.map((one) => ({ cap: 'likely' as const, reason: one })),
    ...worldDoubt(question, cut),
    ...timeDoubt(question),
  ]
}

const LIKELY: readonly ((question: Question, cut: Cut | null) => Reason | null)[] = [
  changedElement,
  changedObject,
  toldElement,
  openList,
  readerBetween,
  saidInOrder,
  knownBySigns,
  changedBetween,
  moduleBetween,
  secondName,
  timeOfItsOwn,
]

/** Turns side by side may each do what one would have done for all; what a callee is called for is no aside. */
function capOfKept(kept: Access, question: Question): Confidence {
  if (valueUseOf(kept.anchor, question.parsed) === 'discarded') return 'possible'
  return isAtOnce(kept, question.turn.accesses, question) ? 'certain' : 'likely'
}

function changedElement(question: Question, cut: Cut | null): Reason | null {
  const [write] = elementWrites(question, cut)
  return write ? reason('element-written', write.anchor) : null
}

function changedObject(question: Question, cut: Cut | null): Reason | null {
  const [write] = opaqueWrites(question, cut)
  return write ? reason('object-unknown', write.anchor, whereOf(write, question.parsed)) : null
}

/** A turn asks its element for what a later part of a turn tells it, which shows where two elements are one object. */
function toldElement({ turn }: Question, cut: Cut | null): Reason | null {
  const isOfElement = ({ place }: Access): boolean =>
    'ref' in place && place.ref.root.kind === 'element' && place.ref.path.length > 0
  const own = turn.accesses.filter(isOfElement)
  const later = own.filter(({ does, anchor }) => does === 'write' && !isInPrefix(anchor, cut))
  const ahead = own.filter(({ does, anchor }) => does === 'read' && isInPrefix(anchor, cut))
  const read = ahead.find((one) => later.some((write) => accessesMeet(one, write)))
  return read ? reason('element-told', read.anchor) : null
}

function openList({ loop, region }: Question): Reason | null {
  return isKnownCollection(loop, region) ? null : reason('list-unknown', loop.source ?? loop.node)
}

/** Between two yields the consumer runs, which may do anything. */
function readerBetween({ loop }: Question): Reason | null {
  const [first] = loop.yields
  return first ? reason('reader-between', first) : null
}

/** What is said or asked on the way comes in another order. */
function saidInOrder({ turn, parsed }: Question, cut: Cut | null): Reason | null {
  const mark = turn.marks.find(({ what, anchor }) => what === 'ordered' && isInPrefix(anchor, cut))
  return mark ? reason('said-in-order', mark.anchor, { name: mark.name, ...whereOf(mark, parsed) }) : null
}

/** A class below the one that a type names may do otherwise. */
function knownBySigns({ turn, parsed }: Question): Reason | null {
  const [assumed] = turn.assumed
  return assumed ? reason('known-by-signs', assumed.anchor, whereOf(assumed, parsed)) : null
}

/** What a callee waits for by itself, or the turn for the sake of a value, may be meant to keep the turns apart. */
function timeOfItsOwn({ turn, parsed }: Question): Reason | null {
  const mark = turn.marks.find(({ what }) => what === 'waits')
  return mark ? reason('waits-a-time', mark.anchor, { name: mark.name, ...whereOf(mark, parsed) }) : null
}

/** What other functions write may change while turns wait: a variable, a field that the turn asks, a wish to stop. */
function changedBetween({ loop, turn, parsed }: Question, cut: Cut | null): Reason | null {
  const isChanged = ({ place, depth }: Access): boolean => {
    if ('variable' in place) return isWrittenElsewhere(place.variable, loop)
    const field = depth === undefined && isHeldAround(place.ref, loop) ? place.ref.path[0] : null
    return typeof field === 'string' && isFieldWrittenElsewhere(field, loop, parsed)
  }
  const read = turn.accesses.find((access) => isReadAhead(access, cut) && isChanged(access))
  if (read) return reason('changes-between', read.anchor, { name: nameOfPlace(read) })
  const stop = askedToStop(loop, parsed)
  return stop && reason('changes-between', stop, { name: stop.property.name })
}

/** Before the await, also where the rest of its expression comes after it: `out.push(this.count + (await read(x)))`. */
function isReadAhead({ does, anchor }: Access, cut: Cut | null): boolean {
  if (does !== 'read') return false
  return isInPrefix(anchor, cut) || (cut?.kind === 'at' && anchor.range[0] < cut.expression.range[0])
}

/** A field of `this`, or of an object that stands around the function. */
function isHeldAround({ root, path }: Ref, { owner }: AwaitLoop): boolean {
  if (path.length !== 1) return false
  if (root.kind !== 'variable') return root.kind === 'this' || root.kind === 'global'
  const name = root.variable.identifiers[0]
  return name !== undefined && !isWithin(name, owner)
}

/** A module that is loaded runs. */
function moduleBetween({ turn, parsed }: Question, cut: Cut | null): Reason | null {
  const load = turn.world.find(({ world, anchor }) => world === 'modules' && isInPrefix(anchor, cut))
  return load ? reason('runs-module', load.anchor, { name: load.name, ...whereOf(load, parsed) }) : null
}

function secondName(question: Question, cut: Cut | null): Reason | null {
  const alias = opaqueWrites(question, cut).length > 0 ? null : aliasOfTurn(question, cut)
  if (!alias) return null
  const named = [alias.write, alias.other].find(hasName)
  return named ? aboutPlace('maybe-alias', named, question) : reason('maybe-alias', alias.write.anchor)
}

/** What a call gave and the element of the turn have none that all turns share. */
function hasName({ place }: Access): boolean {
  return 'variable' in place || ['variable', 'this', 'global'].includes(place.ref.root.kind)
}

/** An ordered write stays in order; the doubt is whether a read that runs ahead should have seen it. */
function worldDoubt(question: Question, cut: Cut | null): readonly Doubt[] {
  const doubt = doubtOfWorld(question, cut)
  if (!doubt) return []
  const { cap, write } = doubt
  return [{ cap, reason: reason('place-shared', write.anchor, { name: write.name, ...whereOf(write, question.parsed) }) }]
}

function timeDoubt({ loop, turn }: Question): readonly Doubt[] {
  const measure = measuresTime(loop, turn)
  if (!measure) return []
  return [{ cap: measure === 'given' ? 'possible' : 'likely', reason: reason('time-measured', loop.node) }]
}

function aboutPlace(code: Reason['code'], access: Access, { parsed }: Question): Reason {
  return reason(code, access.anchor, { name: nameOfPlace(access), ...whereOf(access, parsed) })
}
