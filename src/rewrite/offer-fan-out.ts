import { isArrayByType } from '../facts/rewrite-legality/arrayness.ts'
import { hasPromiseElements } from '../facts/rewrite-legality/promise-elements.ts'
import { waitsForOthers } from '../facts/promises/waits-for-others.ts'
import { looksLikeArray } from '../facts/signs/array-signs.ts'
import { forEachLoop } from '../model/callback-loop.ts'
import type { FanOut } from '../model/find-fan-outs.ts'
import type { FunctionNode } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { UnboundedForm } from '../verdict/unbounded.ts'
import type { Draft } from './drafts.ts'
import { offersOf } from './drafts.ts'
import { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import { limiterIfAllowed } from './limiter-import.ts'
import { nameReturned } from './name-returned.ts'
import { isOwnThis } from './own-this.ts'
import type { Offers, RewriteOptions } from './rewrite.ts'
import { textInParentheses } from './source-text.ts'

/** The same calls, some at a time. */
export function offerForFanOut(form: UnboundedForm, parsed: Parsed, options: RewriteOptions): Offers {
  const { fanOut, callback } = form
  if (form.changesWalked) return { rewrites: [], refused: 'changes-walked' }
  const refused = callback ? refusalOf(fanOut, callback, parsed) : 'unsupported-form'
  return offersOf([refused ?? bounded(fanOut, parsed, options)], parsed)
}

function refusalOf(fanOut: FanOut, callback: FunctionNode, parsed: Parsed): RefusalCode | null {
  const { node, map, source, isFrom, callback: given } = fanOut
  if (waitsForOthers(callback, parsed)) return 'waits-for-others'
  const isOptional = map.callee.type === 'MemberExpression' && map.callee.optional
  const hasTypes = Boolean(map.typeArguments ?? node.typeArguments)
  if (isOptional || hasTypes || callback.params.length > 2 || isOwnThis(callback, parsed)) return 'unsupported-form'
  // A promise method of its own, `this.load`, would be called without its object either way; a name stays a name.
  if (given.type === 'MemberExpression') return 'unsupported-form'
  if (!isFrom && !isArrayByType(source, parsed) && !looksLikeArray(source, parsed)) return 'no-array'
  return hasPromiseElements(forEachLoop(map, callback, source, parsed), parsed) ? 'promise-elements' : null
}

/** Promise.all(xs.map(f))   ->   pMap(xs, f, { concurrency: 8 }) */
function bounded(fanOut: FanOut, parsed: Parsed, options: RewriteOptions): Draft | RefusalCode {
  const { node, source, callback, combinator, isFrom } = fanOut
  const name = combinator === 'all' ? 'pMap' : 'pMapSettled'
  const limiter = limiterIfAllowed([name], node, parsed, options)
  if (!limiter) return 'needs-limiter'
  const isArrayLike = isFrom && !isArrayByType(source, parsed)
  const text = isFrom ? parsed.text.slice(...source.range) : textInParentheses(source, parsed)
  const iterable = isArrayLike ? `Array.from(${text})` : text
  const limit = `concurrency: ${options.concurrency}`
  const { spacedBraces } = fileStyle(parsed)
  const list = new EditList()
  for (const { range, text: added } of limiter.edits) list.replace(range[0], range[1], added)
  list.replace(node.range[0], callback.range[0], `${limiter.spelled[name]}(${iterable}, `)
  if (isFunction(callback)) nameReturned(list, node, callback, parsed)
  list.replace(callback.range[1], node.range[1], `, ${spacedBraces ? `{ ${limit} }` : `{${limit}}`})`)
  return { form: 'map-bounded', title: titleOf(fanOut, options), list }
}

function titleOf({ combinator }: FanOut, { concurrency }: RewriteOptions): string {
  return combinator === 'all'
    ? `Run at most ${concurrency} calls at a time with \`pMap\` (after a failure no further call is started).`
    : `Run at most ${concurrency} calls at a time with \`pMapSettled\` (later calls start when earlier ones have settled).`
}
