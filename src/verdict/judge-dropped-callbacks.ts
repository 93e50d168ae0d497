import { findFunction } from '../facts/callees/find-function.ts'
import { collectBehaviour } from '../facts/effects/collect-behaviour.ts'
import { callbackRegion } from '../facts/effects/region.ts'
import { changesWalked } from '../facts/loops/changes-walked.ts'
import { silenceOf } from '../facts/loops/author-comment.ts'
import { neverRejects, returnedBy } from '../facts/promises/never-rejects.ts'
import { takesTime } from '../facts/promises/takes-time.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { looksLikeArray } from '../facts/signs/array-signs.ts'
import { classOf, parseKind } from '../facts/values/kind.ts'
import { valueKindOf } from '../facts/values/value-of.ts'
import { forEachLoop } from '../model/callback-loop.ts'
import type { DroppedCallback } from '../model/find-dropped-callbacks.ts'
import { findDroppedCallbacks } from '../model/find-dropped-callbacks.ts'
import { waitsOf } from '../model/waits.ts'
import type { Options } from '../options.ts'
import { fileOf } from '../parse/file-of.ts'
import type { FunctionNode, Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { authorReason } from './author-reason.ts'
import type { DroppedForm } from './dropped.ts'
import type { FormVerdict } from './form-verdict.ts'
import { atMostLikely, keep, unknown } from './form-verdict.ts'
import { judgeAwaitLoop } from './judge-await-loop.ts'
import { reason } from './question.ts'
import type { Confidence, Reason } from './verdict.ts'
import { lower } from './weight.ts'

/** Async callbacks given to what does not wait for them: whether the receiver surely drops their promises. */
export function judgeDroppedCallbacks(parsed: Parsed, options: Pick<Options, 'knownCalls'>): DroppedForm[] {
  return findDroppedCallbacks(parsed).flatMap((dropped): DroppedForm[] => {
    const callback = findFunction(dropped.callback, parsed)
    if (!callback?.async || callback.generator) return []
    const kind = valueKindOf(dropped.receiver, parsed, options.knownCalls)
    const known = kind === null ? null : classOf(parseKind(kind)).replace(/^global:/, '')
    const walked = known ?? (looksLikeArray(dropped.receiver, parsed) ? 'Array' : null)
    const verdict = judge(dropped, callback, { known, walked }, parsed, options.knownCalls)
    const mayOverlap = verdict.confidence !== null && overlaps(dropped, callback, parsed, options)
    const changes = verdict.confidence === null ? 'no' : changesOf(dropped, callback, parsed, options)
    const capped = changes === 'maybe' ? atMostLikely(verdict) : verdict
    return [{ dropped, callback, walked, mayOverlap, changesWalked: changes === 'yes', verdict: capped }]
  })
}

/** Classes of the language and the platform whose `forEach` drops what its callback gives. */
const DROPS = new Set([
  'Array',
  'Map',
  'Set',
  'Iterator',
  'NodeList',
  'NodeListOf',
  'DOMTokenList',
  'URLSearchParams',
  'Headers',
  'FormData',
  'Buffer',
  'Uint8Array',
])

/** Class of the receiver: `known` surely, `walked` by all signs. */
interface Receiver {
  readonly known: string | null
  readonly walked: string | null
}

function judge(
  dropped: DroppedCallback,
  callback: FunctionNode,
  { known, walked }: Receiver,
  parsed: Parsed,
  rows: Options['knownCalls'],
): FormVerdict {
  const { node, receiver, method } = dropped
  const comment = silenceOf(node, parsed)
  if (comment) return keep(authorReason(comment, node))
  const name = parsed.text.slice(...receiver.range).split('\n')[0]!.slice(0, 40)
  if (walked !== null && !DROPS.has(walked)) return unknown(reason('other-receiver', node, { name: method }))
  const waits = waitsOf(callback, fileOf(callback, parsed)).length > 0
  // What waits for the call takes it for one that waits; a body that is read is no method of the language.
  const isOther = node.parent.type === 'AwaitExpression' || findFunction(node.callee, parsed) !== null
  if (walked === null && (!waits || isOther)) return unknown(reason('other-receiver', node, { name: method }))
  // What awaits nothing and gives nothing is done when it is back.
  if (!waits && returnedBy(callback, fileOf(callback, parsed)).length === 0) return keep(reason('never-waits', callback))
  const reasons: readonly Reason[] = [
    reason('promise-dropped', node, { name: method }),
    ...(known === null ? [reason('receiver-unknown', receiver, { name })] : []),
    ...(waits ? [] : [reason('never-waits', callback)]),
    ...(waits && neverRejects(callback, parsed) ? [reason('handles-failure', callback)] : []),
  ]
  const isDoubtful = walked === null || !waits
  const confidence = isDoubtful ? 'possible' : lower(known === null ? 'likely' : 'certain', harmOf(dropped, callback, parsed, rows))
  return { verdict: 'repair', confidence, reasons }
}

/**
 * A callback that handles its failures harms only who goes on too early: an async function by all signs; what is no
 * such function, as the listener of an event, may mean to go on. Nor does one harm much in which nothing is seen to
 * take time: it has done its work when it is back.
 */
function harmOf(
  { owner }: DroppedCallback,
  callback: FunctionNode,
  parsed: Parsed,
  rows: Options['knownCalls'],
): Confidence {
  if (neverRejects(callback, parsed)) return isFunction(owner) && owner.async ? 'likely' : 'possible'
  const file = fileOf(callback, parsed)
  const isSeenThrough = waitsOf(callback, file).every(
    (wait) => wait.type === 'AwaitExpression' && isReadCall(wait.argument, file) && takesTime(wait.argument, file, rows) !== 'yes',
  )
  return isSeenThrough ? 'likely' : 'certain'
}

/** A call whose body is read. */
function isReadCall(value: Node, parsed: Parsed): boolean {
  const node = plainExpression(value)
  return node.type === 'CallExpression' && findFunction(node.callee, parsed) !== null
}

/** Whether the calls change what they are made for; `forEach` asks once how many there are. */
function changesOf(
  { receiver }: DroppedCallback,
  callback: FunctionNode,
  parsed: Parsed,
  { knownCalls }: Pick<Options, 'knownCalls'>,
): 'yes' | 'maybe' | 'no' {
  if (fileOf(callback, parsed) !== parsed) return 'no'
  const region = callbackRegion(callback, parsed, knownCalls)
  return changesWalked(receiver, collectBehaviour([callback.body as Node], region), region)
}

/** Whether the calls, one for each element, would be judged as turns that may overlap. */
function overlaps(
  { node, receiver }: DroppedCallback,
  callback: FunctionNode,
  parsed: Parsed,
  options: Pick<Options, 'knownCalls'>,
): boolean {
  if (fileOf(callback, parsed) !== parsed) return false
  const verdict = judgeAwaitLoop(forEachLoop(node, callback, receiver, parsed), parsed, options)
  return verdict.verdict === 'concurrent' && verdict.confidence !== 'possible'
}
