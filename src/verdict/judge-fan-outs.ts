import { findFunction } from '../facts/callees/find-function.ts'
import type { Behaviour, WorldAccess } from '../facts/effects/behaviour.ts'
import { collectBehaviour } from '../facts/effects/collect-behaviour.ts'
import { callbackRegion } from '../facts/effects/region.ts'
import { changesWalked } from '../facts/loops/changes-walked.ts'
import { limiterAt, limiterIn } from '../facts/loops/limiter-use.ts'
import { isGivenInstead } from '../facts/loops/given-instead.ts'
import { isGivenByUnseen } from '../facts/loops/given-by-callers.ts'
import { isOpenList } from '../facts/loops/open-list.ts'
import { listLengthOf } from '../facts/loops/list-length.ts'
import type { ListLength } from '../facts/loops/longest-length.ts'
import type { ScarceAccess } from '../facts/loops/scarce-io.ts'
import { scarceAccessOf } from '../facts/loops/scarce-io.ts'
import { isPromiseCombinator } from '../facts/loops/fan-out.ts'
import type { KnownCallRow, ValueKind } from '../facts/known-calls/row.ts'
import { isCertainlyReached } from '../facts/promises/paths.ts'
import { isNamedFew } from '../facts/signs/list-signs.ts'
import { isTestHelper } from '../facts/signs/path-signs.ts'
import { classOf, parseKind } from '../facts/values/kind.ts'
import { valueKindOf } from '../facts/values/value-of.ts'
import type { FanOut } from '../model/find-fan-outs.ts'
import { findFanOuts } from '../model/find-fan-outs.ts'
import type { Options } from '../options.ts'
import { isWithin } from '../parse/walk.ts'
import { fileOf } from '../parse/file-of.ts'
import type { FunctionNode, Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { FormVerdict } from './form-verdict.ts'
import { atMostLikely, keep, unknown } from './form-verdict.ts'
import { reason } from './question.ts'
import { quietReason } from './quiet.ts'
import type { UnboundedForm } from './unbounded.ts'
import type { Confidence, Reason } from './verdict.ts'

/** A call for each element of a list, all at once: whether there may be more of them than the system can bear. */
export function judgeFanOuts(parsed: Parsed, options: Pick<Options, 'knownCalls'>): UnboundedForm[] {
  const all = findFanOuts(parsed).filter(({ callee }) => isPromiseCombinator(callee, parsed))
  return all.map((fanOut) => {
    const callback = findFunction(fanOut.callback, parsed)
    const region = callback ? callbackRegion(callback, parsed, options.knownCalls) : null
    const turn = callback && region ? collectBehaviour([callback.body as Node], region) : null
    const verdict = judge(fanOut, outerOf(fanOut, all, parsed), turn, parsed, options)
    const isSeen = verdict.confidence !== null && turn !== null && region?.parsed === parsed
    const changes = isSeen ? changesWalked(fanOut.source, turn, region) : 'no'
    const capped = changes === 'maybe' || !isWaitedFor(fanOut.node) ? atMostLikely(verdict) : verdict
    return { fanOut, callback, turn, changesWalked: changes === 'yes', verdict: capped }
  })
}

/** `await Promise.all(...)`, `return Promise.all(...)`: nothing else runs before all calls are made. */
function isWaitedFor({ parent }: Node): boolean {
  return parent?.type === 'AwaitExpression' || parent?.type === 'ReturnStatement' || parent?.type === 'ArrowFunctionExpression'
}

function judge(
  fanOut: FanOut,
  outer: FanOut | null,
  turn: Behaviour | null,
  parsed: Parsed,
  { knownCalls }: Pick<Options, 'knownCalls'>,
): FormVerdict {
  const { node, source, callback } = fanOut
  const quiet = quietReason(node, parsed)
  if (quiet) return keep(quiet)
  const length = listLengthOf(source, parsed)
  const kind = valueKindOf(source, parsed, knownCalls)
  if (length === 'few' || (kind !== null && parseKind(kind).head === '[]')) return keep(reason('few-elements', source))
  if (length === 'batch') return keep(reason('batching', source))
  const limiter = limiterIn(callback, parsed)
  if (limiter) return keep(reason('limited', limiter.node, { name: limiter.name }))
  const body = findFunction(callback, parsed)
  const ask = (world: readonly WorldAccess[]): ScarceAccess | null => scarceAccessDone(world, body, parsed, knownCalls)
  const known = turn && ask(turn.world)
  if (!known) return unknown(reason('no-known-io', callback))
  const io = ask(turn.world.filter(({ origin }) => !limiterAt(origin, callback, fileOf(origin, parsed))))
  if (!io) return keep(limitedReason(known.access, callback, parsed))
  return { verdict: 'repair', ...weigh(fanOut, { io, length, kind, outer }, parsed, knownCalls) }
}

/** What the calls do that there is a limited number of, without what a callee does only where it is given less. */
function scarceAccessDone(
  world: readonly WorldAccess[],
  callback: FunctionNode | null,
  parsed: Parsed,
  rows: readonly KnownCallRow[],
): ScarceAccess | null {
  const found = scarceAccessOf(world, parsed, rows)
  if (!found || !callback || !isGivenInstead(found.access.origin, callback, parsed)) return found
  return scarceAccessDone(world.filter((one) => one !== found.access), callback, parsed, rows)
}

interface Found {
  readonly io: ScarceAccess
  readonly length: ListLength
  readonly kind: ValueKind | null
  readonly outer: FanOut | null
}

function weigh(
  { source, callback }: FanOut,
  { io: { access, scarcity }, length, kind, outer }: Found,
  parsed: Parsed,
  rows: readonly KnownCallRow[],
): { confidence: Confidence; reasons: readonly Reason[] } {
  const name = parsed.text.slice(...source.range).split('\n')[0]!.slice(0, 40)
  const isList = kind !== null && LISTS.has(classOf(parseKind(kind)))
  const isOpen = isOpenList(source, parsed, rows)
  const isGiven = !isOpen && isGivenByUnseen(source, parsed)
  const isEach = isWithinEach(access.anchor, callback, parsed)
  const isShort = length === 'constant' || (isGiven && isTestHelper(parsed.filename)) || (!isOpen && isNamedFew(source, parsed))
  const isDoubtful = !isEach && !isList && !isOpen && !isGiven
  const isInner = outer !== null && !isOpen
  const isSure = isList && isOpen && isEach && access.isAssumed === undefined
  return {
    confidence: isShort || isInner || isDoubtful || scarcity === 'queued' ? 'possible' : isSure ? 'certain' : 'likely',
    reasons: [
      reason('unbounded', source),
      reason('does-io', access.anchor, { name: access.name }),
      ...(isEach ? [] : [reason('io-at-times', access.anchor)]),
      ...(isShort ? [reason('constant-list', source, { name })] : []),
      ...(isList ? [] : [reason('receiver-unknown', source, { name })]),
      ...(isGiven ? [reason('given-by-callers', source, { name })] : []),
      ...(isOpen || isGiven ? [] : [reason('length-unknown', source, { name })]),
      ...(isInner ? [reason('inner-list', outer.source)] : []),
    ],
  }
}

/** The form in whose callback another one is, so that to bound the first bounds the second, too. */
function outerOf({ node }: FanOut, all: readonly FanOut[], parsed: Parsed): FanOut | null {
  const around = all.find((other) => other.node !== node && isWithin(node, other.callback))
  return around && listLengthOf(around.source, parsed) === 'any' ? around : null
}

/** Whether each call comes to the code: no branch of the callback is around it. */
function isWithinEach(code: Node, callback: Node, parsed: Parsed): boolean {
  const body = findFunction(callback, parsed)?.body
  return !body || isCertainlyReached(code, body)
}

function limitedReason({ anchor, origin, name }: WorldAccess, callback: Node, parsed: Parsed): Reason {
  const limiter = limiterAt(origin, callback, fileOf(origin, parsed))
  return reason('limited', anchor, { name: limiter?.name ?? name })
}

const LISTS = new Set(['Array', 'Set', 'Map', 'Iterator', 'NodeList'])
