import type { Node } from '../parse/node-types.ts'
import type { Offers } from '../rewrite/rewrite.ts'
import type { FormVerdict } from '../verdict/form-verdict.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { ReasonCode } from '../verdict/reason-codes.ts'

/** What the JSON of `scan` says of one form; see `docs/ci.md`. */
export interface Finding {
  readonly rule: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly verdict: Verdict['verdict'] | FormVerdict['verdict']
  readonly confidence: Verdict['confidence']
  /** Smallest preset that reports it; null for a silent form. */
  readonly preset: Preset | null
  readonly reasons: readonly { readonly code: ReasonCode; readonly line: number; readonly message: string }[]
  readonly message: string
  readonly rewrites: readonly { readonly form: string; readonly title: string }[]
  readonly refused: ReasonCode | null
}

export type Preset = 'recommended' | 'strict'

/** The code that an answer is about. */
export interface Form {
  /** What the lines of the finding are: the loop, the call, the first statement. */
  readonly node: Node
  /** Where a reader sees it: the first await, the name of a method. */
  readonly mark: Node
  /** The function around it, or the program: of two rewrites in one, the later is made on the text after the first. */
  readonly owner: Node
  /** A word for the kind of form: `for-of`. */
  readonly kind: string
}

/** One candidate form of a file: where it is, the verdict in words, and how it could be rewritten. */
export interface Answer {
  readonly form: Form
  readonly finding: Finding
  readonly offers: Offers
}
