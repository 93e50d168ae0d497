import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Node } from '../parse/node-types.ts'
import type { ReasonCode } from './reason-codes.ts'

/** How sure a non-serial verdict is; see `docs/how-it-works.md`. */
export type Confidence = 'certain' | 'likely' | 'possible'

/** One fact the verdict rests on. `data` fills the words of the code in `src/report`. */
export interface Reason {
  readonly code: ReasonCode
  readonly node: Node
  readonly data: Readonly<Record<string, string>>
}

/**
 * Where a turn is cut into an overlapped prefix and an ordered suffix.
 *
 * `after` is a statement of the body block: the prefix ends with it.
 * `at` is an expression inside a statement of the body block: the prefix ends with the evaluation of it, and
 * the suffix is that statement with the expression replaced by its value, and what follows.
 */
export type Cut =
  | { readonly kind: 'after'; readonly statement: TSESTree.Statement }
  | { readonly kind: 'at'; readonly statement: TSESTree.Statement; readonly expression: TSESTree.Expression }

/** How a `collect` suffix gathers the value; all but `fold` have a map form of their own. */
export type Collection =
  /** out.push(await f(x)) */
  | { readonly kind: 'push'; readonly target: TSESTree.Expression }
  /**
   * out[k] = await f(x), map.set(k, await f(x)), set.add(await f(x)), total += await f(x), xs = xs.concat(await
   * f(x))
   */
  | { readonly kind: 'keyed' | 'map-set' | 'set-add' | 'fold' | 'concat'; readonly target: TSESTree.Expression }

export type Verdict = OverlapVerdict | SilentVerdict

export interface OverlapVerdict {
  readonly loop: AwaitLoop
  readonly verdict: 'concurrent' | 'collect' | 'fission'
  readonly confidence: Confidence
  readonly reasons: readonly Reason[]
  /** Null for `concurrent`. */
  readonly cut: Cut | null
  /** For `collect`. */
  readonly collection: Collection | null
  /** What the prefix appends before it awaits, and the suffix would have to append in order. */
  readonly deferred?: Node
}

export interface SilentVerdict {
  readonly loop: AwaitLoop
  readonly verdict: 'serial' | 'unknown'
  readonly confidence: null
  readonly reasons: readonly Reason[]
}
