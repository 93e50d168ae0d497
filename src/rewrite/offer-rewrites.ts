import type { Parsed } from '../parse/parsed.ts'
import type { OverlapVerdict } from '../verdict/verdict.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import { callbackMaker } from './callback-maker.ts'
import { isDeclaredAround } from './fresh-name.ts'
import { useLimiter } from './limiter-import.ts'
import { losesComment } from './lost-comments.ts'
import type { Maker } from './maker.ts'
import { parsesStill } from './parses-still.ts'
import type { Offers, Rewrite, LoopForm, RewriteOptions } from './rewrite.ts'
import { statementMaker } from './statement-maker.ts'
import { titleOf } from './title.ts'

/**
 * Longer texts are bundles, which nobody mends by hand; each rewrite would be parsed once more, seconds at a time.
 * Characters.
 */
const LONGEST = 1_000_000

/** The rewrites of a form whose awaits could overlap, the safest first, or why there is none. */
export function offerRewrites(verdict: OverlapVerdict, parsed: Parsed, options: RewriteOptions): Offers {
  if (parsed.text.length > LONGEST) return { rewrites: [], refused: 'unsupported-form' }
  if (verdict.deferred) return { rewrites: [], refused: 'appends-before' }
  const isCall = verdict.loop.node.type === 'CallExpression'
  const maker = isCall ? callbackMaker(verdict, parsed, options) : statementMaker(verdict, parsed, options)
  if (typeof maker === 'string') return { rewrites: [], refused: maker }
  const results = maker.forms.map((form) => rewriteAs(form, maker, verdict, parsed, options))
  const rewrites = results.filter((result) => typeof result !== 'string')
  const refusals = results.filter((result) => typeof result === 'string')
  if (isOnlyUnbounded(rewrites, maker, options)) return { rewrites: [], refused: 'needs-limiter' }
  return { rewrites, refused: rewrites.length > 0 ? null : (refusals[0] ?? 'unsupported-form') }
}

/**
 * Without a limiter the second choice would be the only one: a list of any length started all at once. That is for
 * the user to ask for.
 */
function isOnlyUnbounded(rewrites: readonly Rewrite[], { forms }: Maker, { limiter }: RewriteOptions): boolean {
  return limiter !== 'none' && forms[0] !== 'map-all' && rewrites.length > 0 && rewrites.every(({ form }) => form === 'map-all')
}

function rewriteAs(
  form: LoopForm,
  maker: Maker,
  { loop }: OverlapVerdict,
  parsed: Parsed,
  options: RewriteOptions,
): Rewrite | RefusalCode {
  const names = maker.namesFor(form)
  const isShadowed = maker.globalsOf(form).some((name) => isDeclaredAround(name, loop.node, parsed))
  if (names === null || isShadowed) return 'unsupported-form'
  if (names.some((name) => options.limiter === 'none' || !options.limiterNames.has(name))) return 'needs-limiter'
  const limiter = useLimiter(names, loop.node, parsed)
  const list = maker.make(form, limiter.spelled)
  if (!list) return 'unsupported-form'
  for (const { range, text } of limiter.edits) list.replace(range[0], range[1], text)
  const edits = list.sorted(parsed)
  if (losesComment(edits, parsed)) return 'loses-comment'
  return parsesStill(edits, parsed) ? { form, title: titleOf(form, options), edits } : 'does-not-parse'
}
