import type { Offers } from '../rewrite/rewrite.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { ReasonCode } from '../verdict/reason-codes.ts'

/** What the JSON of `scan` says of one form; see `docs/json.md`. */
export interface Finding {
  readonly rule: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly verdict: Verdict['verdict']
  readonly confidence: Verdict['confidence']
  /** Smallest preset that reports it; null for a silent form. */
  readonly preset: 'recommended' | 'strict' | null
  readonly reasons: readonly { readonly code: ReasonCode; readonly line: number; readonly message: string }[]
  readonly message: string
  readonly rewrites: readonly { readonly form: string; readonly title: string }[]
  readonly refused: ReasonCode | null
}

/** One candidate form of a file: the verdict, its words, and how it could be rewritten. */
export interface Answer {
  readonly verdict: Verdict
  readonly finding: Finding
  readonly offers: Offers
}
