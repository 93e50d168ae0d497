import type { Parsed } from '../parse/parsed.ts'
import type { ChainForm } from '../verdict/chains.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import { addsUndefined } from './chains/adds-undefined.ts'
import { countMatches } from './chains/count-matches.ts'
import { fusedLoop } from './chains/fused-loop.ts'
import { guardedWalk } from './chains/guarded-walk.ts'
import { iteratorChain } from './chains/iterator-chain.ts'
import { mergedPredicate } from './chains/merged-predicate.ts'
import { sliceFirst } from './chains/slice-first.ts'
import type { Draft } from './drafts.ts'
import { offersOf } from './drafts.ts'
import type { Offers, RewriteOptions } from './rewrite.ts'

/** One method with a merged callback, one loop, or a chain of iterator helpers; the fastest first. */
export function offerForChain(form: ChainForm, parsed: Parsed, options: RewriteOptions): Offers {
  const { chain } = form
  const isUndefinedNew = addsUndefined(chain, parsed)
  const merged = isUndefinedNew ? 'adds-undefined' : mergedPredicate(form, parsed)
  const lazy = isUndefinedNew ? [] : [guardedWalk(form, parsed), iteratorChain(form, parsed, options)]
  const drafts: (Draft | RefusalCode)[] = [
    merged,
    countMatches(form, parsed),
    sliceFirst(form, parsed),
    // Where one method says it, a loop says no more.
    ...(typeof merged === 'string' && !isUndefinedNew ? [fusedLoop(form, parsed)] : []),
    ...lazy,
  ]
  const offers = offersOf(drafts, parsed)
  if (offers.rewrites.length > 0) return offers
  return { rewrites: [], refused: mostTelling(drafts) ?? offers.refused }
}

/** A form that does not fit at all says less than what another one lacks. */
function mostTelling(drafts: readonly (Draft | RefusalCode)[]): RefusalCode | null {
  const codes = drafts.filter((draft) => typeof draft === 'string')
  return codes.find((code) => code !== 'unsupported-form' && code !== 'needs-target') ?? codes.find((code) => code === 'needs-target') ?? null
}
