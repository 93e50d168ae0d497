import { distinctBy } from '../facts/effects/distinct.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { sharedAlias } from './alias-bars.ts'
import { collectionOf } from './collection.ts'
import { carriedDependence, describe } from './conflicts.ts'
import { cutsOf, isInPrefix } from './cuts.ts'
import { doubtsOf } from './doubts.ts'
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
import { toldByListeners } from './told-by-listeners.ts'
import type { Confidence, Cut, OverlapVerdict, Reason, Verdict } from './verdict.ts'
import { lower } from './weight.ts'
import { whereOf } from './where.ts'
import { sureWorldConflict } from './world-conflicts.ts'

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
    toldByListeners(question, cut) ??
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
  const doubts = doubtsOf(question, cut, carried)
  const shared = doubts.find((doubt) => doubt.reason.code === 'place-shared')?.reason.node
  const reasons = [
    reason('nothing-carried', loop.node),
    ...knownOperations(question, cut).filter(({ code, node }) => code === 'callee-reads' || node !== shared),
    ...weight.reasons,
    ...doubts.map((doubt) => doubt.reason),
  ]
  const deferred = carried.deferred?.anchor ?? announcementOf(question, cut) ?? undefined
  const confidence = doubts.reduce((least, { cap }) => lower(least, cap), weight.cap)
  return { cut, confidence, reasons: distinctReasons(reasons), deferred }
}

/** Said once for each name, however often a callee does it. */
function distinctReasons(reasons: readonly Reason[]): readonly Reason[] {
  return distinctBy(reasons, ({ code, node, data }) => `${code} ${node.range[0]} ${JSON.stringify(data)}`)
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
