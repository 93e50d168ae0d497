import type { Access } from '../facts/effects/behaviour.ts'
import { accessesMeet } from '../facts/effects/accesses-meet.ts'
import { distinctBy } from '../facts/effects/distinct.ts'
import { valueUseOf } from '../facts/effects/value-use.ts'
import { isKnownCollection } from '../facts/loops/iteration-source.ts'
import { isWrittenElsewhere } from '../facts/loops/written-elsewhere.ts'
import { measuresTime } from '../facts/loops/measured-time.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { sharedAlias } from './alias-bars.ts'
import { collectionOf } from './collection.ts'
import { carriedDependence, describe, elementWrites, isAtOnce, nameOfPlace, opaqueWrites } from './conflicts.ts'
import { cutsOf, isInPrefix } from './cuts.ts'
import { barOfExits } from './exit-bars.ts'
import { elementConflict } from './element-conflicts.ts'
import { heldAcrossCut } from './held-resources.ts'
import { judgeCallbackLoop } from './judge-callback-loop.ts'
import { judgeConditionLoop } from './judge-condition-loop.ts'
import { announcementOf, barOfMarks } from './mark-bars.ts'
import { anyTakesElement, weighOperations } from './operations.ts'
import { aliasOfTurn } from './aliases-of-turn.ts'
import type { Question } from './question.ts'
import { askAbout, reason } from './question.ts'
import { UNKNOWN_CODES } from './reason-codes.ts'
import { SILENCES } from './silences.ts'
import type { Confidence, Cut, OverlapVerdict, Reason, Verdict } from './verdict.ts'
import { lower } from './weight.ts'
import { whereOf } from './where.ts'
import { doubtOfWorld, sureWorldConflict } from './world-conflicts.ts'

/** Whether the awaited work of the turns may overlap, how sure that is, and what it rests on. */
export function judgeAwaitLoop(loop: AwaitLoop, parsed: Parsed, options: Pick<Options, 'knownCalls'>): Verdict {
  const question = askAbout(loop, parsed, options)
  if (loop.kind === 'condition') return serial(loop, judgeConditionLoop(question))
  for (const silence of SILENCES) {
    const found = silence(question)
    if (found) return serial(loop, found)
  }
  if (loop.kind === 'reduce' || loop.kind === 'then-chain') return judgeCallbackLoop(question)
  return judgeCuts(question)
}

interface Candidate {
  readonly cut: Cut | null
  readonly confidence: Confidence
  readonly reasons: readonly Reason[]
  readonly deferred: Node | undefined
}

/** Tries the whole turn and every cut; takes the surest, and of equally sure ones that which overlaps most. */
function judgeCuts(question: Question): Verdict {
  const { loop } = question
  const candidates: Candidate[] = []
  let bar: Reason | null = null
  for (const cut of [null, ...cutsOf(loop)]) {
    const outcome = judgeCut(question, cut)
    if ('confidence' in outcome) candidates.push(outcome)
    else if (!bar || outcome.code !== 'same-call') bar = outcome
  }
  const best = candidates.reduce<Candidate | null>(
    (found, next) => (found && lower(found.confidence, next.confidence) === next.confidence ? found : next),
    null,
  )
  return best ? overlap(question, best) : serial(loop, bar!)
}

function judgeCut(question: Question, cut: Cut | null): Candidate | Reason {
  const { loop, parsed } = question
  if (!anyTakesElement(question, cut)) return reason('same-call', loop.node)
  if (loop.yields.some((node) => isInPrefix(node, cut)))
    return reason('ordered-effect', loop.yields[0]!, { name: 'yield' })
  const carried = carriedDependence(question, cut)
  const bar =
    barOfMarks(question, cut) ??
    carried.bar ??
    elementConflict(question, cut) ??
    heldAcrossCut(question, cut) ??
    barOfExits(question, cut)
  if (bar) return bar
  const weight = weighOperations(question, cut)
  if (weight.bar) return weight.bar
  const sure = sureWorldConflict(question, cut)
  if (sure) return reason('ordered-effect', sure.anchor, { name: sure.name, ...whereOf(sure, parsed) })
  const alias = sharedAlias(question, cut)
  if (alias) return alias
  const one = aliasOfTurn(question, cut)
  if (one?.isGiven) return describe(one.write, one.other, question)
  const elements = elementWrites(question, cut)
  const reasons = [
    reason('nothing-carried', loop.node),
    ...knownOperations(question, cut),
    ...weight.reasons,
    ...[carried.kept].flatMap((kept) =>
      kept ? [reason('callee-keeps-state', kept.anchor, { name: nameOfPlace(kept), ...whereOf(kept, parsed) })] : [],
    ),
    ...[carried.placed].flatMap((placed) =>
      placed ? [reason('callee-writes-own-place', placed.anchor, { name: nameOfPlace(placed), ...whereOf(placed, parsed) })] : [],
    ),
    ...elements.slice(0, 1).map(({ anchor }) => reason('element-written', anchor)),
  ]
  const doubts = [carried.placed ? 'likely' as const : 'certain' as const, capOfKept(carried.kept, question), CAP_OF_WORLD[doubtOfWorld(question, cut)], one ? 'likely' as const : 'certain' as const]
  const deferred = carried.deferred?.anchor ?? announcementOf(question, cut) ?? undefined
  const caps = [weight.cap, ...capsOf(question, cut), ...doubts]
  return { cut, confidence: caps.reduce(lower), reasons: distinctReasons(reasons), deferred }
}

/** Said once for each name, however often a callee does it. */
function distinctReasons(reasons: readonly Reason[]): readonly Reason[] {
  return distinctBy(reasons, ({ code, node, data }) => `${code} ${node.range[0]} ${JSON.stringify(data)}`)
}

/** How sure one can be at most, by what the turn is like. */
function capsOf(question: Question, cut: Cut | null): readonly Confidence[] {
  const { loop, region, turn } = question
  const writesObjects = elementWrites(question, cut).length > 0 || opaqueWrites(question, cut).length > 0
  // Between two yields the consumer runs, which may do anything.
  const isOpen = loop.yields.length > 0 || !isKnownCollection(loop, region)
  // A class below the one that a type names may do otherwise.
  // What is said or asked on the way comes in another order.
  const says = turn.marks.some(({ what, anchor }) => what === 'ordered' && isInPrefix(anchor, cut))
  const isShared = writesObjects || looksAhead(question, cut)
  const doubts = isShared || isOpen || says || turn.assumed.length > 0 || mayChangeBetween(question, cut)
  return [doubts ? 'likely' : 'certain', measuresTime(loop, turn) ? 'possible' : 'certain']
}

/** A turn asks its element for what a later part of a turn tells it, which shows where two elements are one object. */
function looksAhead({ turn }: Question, cut: Cut | null): boolean {
  const isOfElement = ({ place }: Access): boolean =>
    'ref' in place && place.ref.root.kind === 'element' && place.ref.path.length > 0
  const own = turn.accesses.filter(isOfElement)
  const later = own.filter(({ does, anchor }) => does === 'write' && !isInPrefix(anchor, cut))
  const ahead = own.filter(({ does, anchor }) => does === 'read' && isInPrefix(anchor, cut))
  return later.some((write) => ahead.some((read) => accessesMeet(read, write)))
}

/** An ordered write stays in order; the doubt is whether a read that runs ahead should have seen it. */
const CAP_OF_WORLD = { none: 'certain', mild: 'likely', grave: 'possible' } as const

/** Turns side by side may each do what one would have done for all; what a callee is called for is no aside. */
function capOfKept(kept: Access | null, question: Question): Confidence {
  if (!kept) return 'certain'
  if (valueUseOf(kept.anchor, question.parsed) === 'discarded') return 'possible'
  return isAtOnce(kept, question.turn.accesses, question) ? 'certain' : 'likely'
}

/** A module that is loaded runs; a variable that other functions write may change while turns wait. */
function mayChangeBetween({ loop, turn }: Question, cut: Cut | null): boolean {
  return (
    turn.world.some(({ world, anchor }) => world === 'modules' && isInPrefix(anchor, cut)) ||
    turn.accesses.some(
      ({ place, anchor }) => 'variable' in place && isInPrefix(anchor, cut) && isWrittenElsewhere(place.variable, loop),
    )
  )
}

function knownOperations(question: Question, cut: Cut | null): readonly Reason[] {
  return question.turn.world
    .filter(({ anchor, world }) => world !== 'console' && isInPrefix(anchor, cut))
    .map((access) => {
      const code = access.does === 'read' ? 'callee-reads' : 'callee-writes-own-place'
      return reason(code, access.anchor, { name: access.name, ...whereOf(access, question.parsed) })
    })
}

function overlap(question: Question, { cut, confidence, reasons, deferred }: Candidate): OverlapVerdict {
  const { loop } = question
  if (!cut) {
    return { loop, verdict: 'concurrent', confidence, reasons, cut, collection: null, ...(deferred && { deferred }) }
  }
  const collection = deferred ? null : collectionOf(question, cut)
  const place = cut.kind === 'at' ? cut.expression : cut.statement
  return collection
    ? {
      loop,
      verdict: 'collect',
      confidence,
      reasons: [...reasons, reason('collected-in-order', place)],
      cut,
      collection,
    }
    : {
      loop,
      verdict: 'fission',
      confidence,
      reasons: [...reasons, reason('rest-in-order', place)],
      cut,
      collection: null,
      ...(deferred && { deferred }),
    }
}

function serial(loop: AwaitLoop, found: Reason): Verdict {
  const unknown = (UNKNOWN_CODES as readonly string[]).includes(found.code)
  return { loop, verdict: unknown ? 'unknown' : 'serial', confidence: null, reasons: [found] }
}
