import type { TSESTree } from '@typescript-eslint/utils'
import { hasPromiseElements } from '../facts/rewrite-legality/promise-elements.ts'
import { forEachLoop } from '../model/callback-loop.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { DroppedForm } from '../verdict/dropped.ts'
import { awaitingLoop } from './awaiting-loop.ts'
import { becomeAsync } from './become-async.ts'
import type { Draft } from './drafts.ts'
import { offersOf } from './drafts.ts'
import { isOwnThis } from './own-this.ts'
import { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import { limiterIfAllowed } from './limiter-import.ts'
import type { Offers, RewriteOptions } from './rewrite.ts'
import { textInParentheses } from './source-text.ts'

/** A loop that awaits, and a bounded map; the map first where the calls may overlap. */
export function offerForDroppedCallback(form: DroppedForm, parsed: Parsed, options: RewriteOptions): Offers {
  if (form.walked === null) return { rewrites: [], refused: 'no-array' }
  const { dropped, callback } = form
  if (form.changesWalked) return { rewrites: [], refused: 'changes-walked' }
  if (!dropped.statement || dropped.node.arguments.length > 1 || isOwnThis(callback, parsed)) {
    return { rewrites: [], refused: 'unsupported-form' }
  }
  const drafts = [awaitingLoop(form, parsed), boundedMap(form, parsed, options)]
  return offersOf(form.mayOverlap ? drafts.toReversed() : drafts, parsed)
}

/** xs.forEach(async (x) => { ... })   ->   await pMap(xs, async (x) => { ... }, { concurrency: 8 }) */
function boundedMap(form: DroppedForm, parsed: Parsed, options: RewriteOptions): Draft | RefusalCode {
  const { dropped, callback, walked } = form
  const { node, receiver, statement, callee } = dropped
  const parameters = callback.params
  const isInline = callback === dropped.callback
  if (parameters.length > (walked === 'Set' ? 1 : 2)) return 'unsupported-form'
  if (hasPromiseElements(forEachLoop(node, callback, receiver, parsed), parsed)) return 'promise-elements'
  const limiter = limiterIfAllowed(['pMap'], node, parsed, options)
  if (!limiter) return 'needs-limiter'
  const list = new EditList()
  // First, as a function that becomes async may stand where the import is put.
  for (const { range, text: added } of limiter.edits) list.replace(range[0], range[1], added)
  if (!becomeAsync(list, dropped.owner, parsed)) return 'not-async'
  if (walked === 'Map' && !entryParameters(list, parameters, isInline, parsed)) return 'unsupported-form'
  const text = textInParentheses(receiver, parsed)
  const source = callee.optional ? `${text} ?? []` : text
  const { spacedBraces } = fileStyle(parsed)
  const limit = `concurrency: ${options.concurrency}`
  const [start, end] = statement!.expression.range
  list.replace(start, dropped.callback.range[0], `await ${limiter.spelled.pMap}(${source}, `)
  list.replace(dropped.callback.range[1], end, `, ${spacedBraces ? `{ ${limit} }` : `{${limit}}`})`)
  return { form: 'map-bounded', title: titleOfMap(options), list }
}

/** A Map gives `(value, key)` to `forEach`, and `[key, value]` to whoever walks it. */
function entryParameters(
  list: EditList,
  parameters: readonly TSESTree.Parameter[],
  isInline: boolean,
  parsed: Parsed,
): boolean {
  const [value, key] = parameters.map((parameter) => parsed.text.slice(...parameter.range))
  const [first, last] = [parameters[0], parameters.at(-1)]
  if (!isInline || parameters.some(({ type }) => type !== 'Identifier') || !first || !last) return false
  if (parameters.some((parameter) => 'typeAnnotation' in parameter && parameter.typeAnnotation)) return false
  list.replace(first.range[0], last.range[1], key === undefined ? `[, ${value}]` : `[${key}, ${value}]`)
  const hasParentheses = parsed.text[first.range[0] - 1] === '(' || parameters.length > 1
  return hasParentheses
}

function titleOfMap({ concurrency }: RewriteOptions): string {
  return (
    `Await the calls with \`pMap\`, at most ${concurrency} at a time (the function waits for them, a failure is thrown ` +
    'here, and later calls may not start).'
  )
}
