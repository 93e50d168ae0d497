import type { RefusalCode } from '../verdict/reason-codes.ts'

/** Replaces `text.slice(range[0], range[1])`; an insertion has an empty range. Edits of one rewrite do not overlap. */
export interface Edit {
  readonly range: readonly [number, number]
  readonly text: string
}

export type LoopForm = 'map-bounded' | 'map-all' | 'ordered-pipeline'
export type ArrayForm = 'drop-copy' | 'collection-method' | 'plain-loop' | 'iterator-pipeline'
export type ChainFormName = 'merged-predicate' | 'count-matches' | 'slice-first' | 'fused-loop'
export type WasteFormName = 'grow-in-place' | 'map-instead' | 'counting-loop'
type PromiseForm = 'mark-handled' | 'await-together' | 'awaiting-loop' | 'grouped-awaits'
export type RewriteForm = LoopForm | PromiseForm | ArrayForm | ChainFormName | WasteFormName | 'generator'

/** One way to rewrite a form. The same edits serve the suggestion, the transform and the command. */
export interface Rewrite {
  readonly form: RewriteForm
  /** Imperative, reads well alone in an editor's menu, names the behaviour that changes. */
  readonly title: string
  /** In the order of their ranges. */
  readonly edits: readonly Edit[]
}

/** The rewrites of one verdict, the safest first; `refused` says why there is none. */
export interface Offers {
  readonly rewrites: readonly Rewrite[]
  readonly refused: RefusalCode | null
}

/** Of a form that stays as it is. */
export const NO_OFFERS: Offers = { rewrites: [], refused: null }

/** Exports of p-map that rewritten code uses; `pMap` stands for the default export. */
export type LimiterName = 'pMap' | 'pMapIterable' | 'pMapSkip' | 'pMapSettled'

/** What rewritten code of one file may use. */
export interface RewriteOptions {
  /** Most turns in flight at once in a bounded form. A whole number from 1 on. */
  readonly concurrency: number
  /** `auto` is settled by now: see `settleLimiter`. */
  readonly limiter: 'p-map' | 'none'
  /** Names that the p-map of this file exports. */
  readonly limiterNames: ReadonlySet<LimiterName>
  /** Newest syntax and library; `auto` is settled by now. */
  readonly target: 'es2025' | 'es2018'
}
