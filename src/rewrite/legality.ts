import type { Variable } from '@typescript-eslint/scope-manager'
import { declaresUsing, declaresVar } from '../facts/rewrite-legality/declared-in-function.ts'
import { isSharedByClosure, isWrittenIn, keepsTypeAsLet } from '../facts/rewrite-legality/handed-over.ts'
import { isCapturedIn, isReassignedIn, isUsedOutside } from '../facts/rewrite-legality/head-use.ts'
import { isTypeScript } from '../facts/rewrite-legality/is-typescript.ts'
import { isAny } from '../facts/rewrite-legality/any-source.ts'
import { hidesAssignment, losesGuardOfPrefix, losesOuterNarrowing } from '../facts/rewrite-legality/narrowing.ts'
import { isSeenAfterFailure } from '../facts/rewrite-legality/partial-state.ts'
import { hasPromiseElements } from '../facts/rewrite-legality/promise-elements.ts'
import { contains } from '../facts/rewrite-legality/references-in.ts'
import { mayReleaseWhileRunning } from '../facts/rewrite-legality/releases.ts'
import { writtenOutside } from '../facts/rewrite-legality/turn-writes.ts'
import { isSettledVariable, isUsedAsPromise } from '../facts/rewrite-legality/settled-value.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { OverlapVerdict } from '../verdict/verdict.ts'
import type { Split } from './split-turn.ts'

/** Why the head's names cannot become a callback's parameter; null where they can. */
export function headRefusal(loop: AwaitLoop, parsed: Parsed): RefusalCode | null {
  const { declared, variables } = loop.element
  if (declared === 'assigned') return 'element-after-loop'
  // A parameter is not let go at the end of the turn.
  if (declared === 'using') return 'unsupported-form'
  if (variables.some((variable) => isUsedOutside(variable, loop.node))) return 'element-after-loop'
  if (variables.some((variable) => isReassignedIn(variable, loop.body))) return 'reassigns-head'
  if (declared === 'var' && variables.some((variable) => isCapturedIn(variable, loop.body))) return 'unsafe-capture'
  if (variables.some((variable) => isDeclaredAgain(variable, loop, parsed))) return 'unsupported-form'
  if (isTypeScript(parsed) && loop.source && isAny(loop.source, parsed)) return 'loses-narrowing'
  // `for await` waits for its elements, as p-map does.
  return loop.kind !== 'for-await' && hasPromiseElements(loop, parsed) ? 'promise-elements' : null
}

/** `for (const x of xs) { const x = 1 }`: a parameter and a `const` of the same name are an error. */
function isDeclaredAgain({ name }: Variable, { body }: AwaitLoop, { scopes }: Parsed): boolean {
  return scopes.acquire(body)?.set.has(name) ?? false
}

/** Why the parts of a turn cannot become the body of an async callback; null where they can. */
export function callbackRefusal(loop: AwaitLoop, overlapped: readonly Node[], parsed: Parsed): RefusalCode | null {
  const isOverlapped = (node: Node): boolean => overlapped.some((part) => contains(part, node))
  if (loop.exits.some(isOverlapped)) return 'keeps-exit'
  if (loop.yields.some(isOverlapped)) return 'yields'
  if (declaresVar(overlapped, parsed)) return 'declares-var'
  if (mayReleaseWhileRunning(loop, overlapped, parsed)) return 'releases-used'
  if (losesOuterNarrowing(loop, overlapped, parsed) || hidesAssignment(loop, overlapped, parsed))
    return 'loses-narrowing'
  return null
}

/** Why the values of the overlapped part cannot be handed to the rest of the turn; null where they can. */
export function handOverRefusal(loop: AwaitLoop, split: Split, parsed: Parsed): RefusalCode | null {
  const { prefix, suffix, passed } = split
  if (declaresUsing(prefix, parsed)) return 'releases-used'
  for (const variable of passed) {
    const isPromise = !isSettledVariable(variable) && isUsedAsPromise(variable, suffix)
    if (isPromise || isSharedByClosure(variable, prefix, suffix)) return 'unsafe-capture'
    if (isTypeScript(parsed) && isWrittenIn(variable, suffix) && !keepsTypeAsLet(variable)) return 'loses-narrowing'
  }
  return losesGuardOfPrefix(
    loop,
    split.overlapped,
    split.guards.map(({ test }) => test),
    suffix,
    new Set(passed),
    parsed,
  )
    ? 'loses-narrowing'
    : null
}

/** Whether a map would show what the sequential loop keeps: results or effects of turns after a failed one. */
export function showsPartialState(
  { loop, collection }: OverlapVerdict,
  overlapped: readonly Node[],
  parsed: Parsed,
): boolean {
  const targets = [...writtenOutside(overlapped, parsed), ...(collection ? [collection.target] : [])]
  return targets.some((target) => isSeenAfterFailure(target, loop, parsed))
}
