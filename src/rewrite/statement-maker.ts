import { hasExpectedType } from '../facts/rewrite-legality/expected-type.ts'
import { contains } from '../facts/rewrite-legality/references-in.ts'
import { typedByUse } from '../facts/rewrite-legality/typed-by-use.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { OverlapVerdict } from '../verdict/verdict.ts'
import { assignedForm } from './assigned-form.ts'
import type { ConcurrentCall } from './concurrent-call.ts'
import { concurrentCall, globalsOf } from './concurrent-call.ts'
import type { EditList } from './edit-list.ts'
import { callbackRefusal, handOverRefusal, headRefusal, showsPartialState } from './legality.ts'
import type { Walk } from './loop-walk.ts'
import { walkOf } from './loop-walk.ts'
import type { Maker } from './maker.ts'
import { mapForm } from './map-form.ts'
import { mapsFor } from './maps-for.ts'
import { orderedForm } from './ordered-form.ts'
import { orderlyCut } from './orderly-cut.ts'
import type { LimiterName, LoopForm, RewriteOptions } from './rewrite.ts'
import type { Split } from './split-turn.ts'
import { splitTurn } from './split-turn.ts'

/** What every form of one loop statement is made from. */
interface Plan {
  readonly verdict: OverlapVerdict
  readonly forms: readonly LoopForm[]
  readonly walk: Walk
  /** Null where whole turns overlap. */
  readonly split: Split | null
  readonly overlapped: readonly Node[]
}

/** The forms of a loop statement, or why it has none. */
export function statementMaker(verdict: OverlapVerdict, parsed: Parsed, options: RewriteOptions): Maker | RefusalCode {
  const plan = planOf(verdict, parsed)
  if (typeof plan === 'string') return plan
  return {
    forms: plan.forms,
    namesFor: (form) => namesFor(form, plan),
    globalsOf: (form) => globalsOf(form, plan.walk),
    make: (form, spelled) => editsOf(plan, concurrentCall(form, plan.walk, spelled, options, parsed), parsed),
  }
}

function planOf(verdict: OverlapVerdict, parsed: Parsed): Plan | RefusalCode {
  const { loop } = verdict
  const walk = walkOf(loop, parsed)
  const refused = headRefusal(loop, parsed)
  if (refused || !walk) return refused ?? 'unsupported-form'
  const isMap = verdict.verdict !== 'fission'
  const isKept = isMap && showsPartialState(verdict, [loop.body], parsed)
  const cut = verdict.cut ?? (isKept ? orderlyCut(loop) : null)
  if (isKept && !cut) return 'partial-state'
  const split = cut ? splitTurn(loop, cut, walk.elements, parsed) : null
  if (typeof split === 'string') return verdict.cut ? split : 'partial-state'
  const overlapped = split?.overlapped ?? [loop.body]
  const isAhead = isKept || !isMap
  if (isAhead && showsPartialState({ ...verdict, collection: null }, overlapped, parsed)) return 'partial-state'
  if (split && losesTypeOfPlace(split, verdict, parsed)) return 'loses-type'
  const illegal = callbackRefusal(loop, overlapped, parsed) ?? (split && handOverRefusal(loop, split, parsed))
  const forms: LoopForm[] = isMap && !isKept ? mapsFor(loop, parsed) : ['ordered-pipeline']
  return illegal ?? { verdict, forms, walk, split, overlapped }
}

/** sizes[x] = await load(x), where the place alone tells what the call gives; a list that is filled is the map's. */
function losesTypeOfPlace({ through }: Split, { collection }: OverlapVerdict, parsed: Parsed): boolean {
  if (!through || collection?.kind === 'push') return false
  return hasExpectedType(through, parsed) && typedByUse(through, parsed) === 'yes'
}

/** Exports of p-map that the form uses; null where it would need to leave out results and cannot. */
function namesFor(form: LoopForm, { verdict, split, overlapped }: Plan): LimiterName[] | null {
  const { continues } = verdict.loop
  const skips =
    split !== null &&
    (split.guards.length > 0 || continues.some((jump) => overlapped.some((part) => contains(part, jump))))
  if (form === 'map-all') return skips ? null : []
  const first: LimiterName = form === 'map-bounded' ? 'pMap' : 'pMapIterable'
  return skips ? [first, 'pMapSkip'] : [first]
}

function editsOf({ verdict, walk, split }: Plan, call: ConcurrentCall, parsed: Parsed): EditList | null {
  const { loop, collection } = verdict
  if (!split) return mapForm(loop, walk, call, parsed)
  const assigned =
    collection?.kind === 'push' && call.form !== 'ordered-pipeline'
      ? assignedForm(loop, split, walk, call, parsed)
      : null
  return assigned ?? orderedForm(loop, split, walk, call, parsed)
}
