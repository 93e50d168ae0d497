import type { Confidence, Reason } from './verdict.ts'

/** The answer for a form that is no loop of its own: a call, a run of statements. */
export type FormVerdict = FoundForm | KeptForm

/**
 * `repair`: a promise without a handler, dropped or unbounded; mending it changes what the program does, by intention.
 * `concurrent`: awaits that may overlap. `lazy`: an array that need not be built.
 */
export interface FoundForm {
  readonly verdict: 'repair' | 'concurrent' | 'lazy'
  readonly confidence: Confidence
  readonly reasons: readonly Reason[]
  /** Set where only `strict` reports the form, though `recommended` has the rule: little is gained, or less is sure. */
  readonly preset?: 'strict'
}

/** `keep`: the form is as it should be. `unknown`: it could not be told. */
export interface KeptForm {
  readonly verdict: 'keep' | 'unknown'
  readonly confidence: null
  readonly reasons: readonly Reason[]
}

/** The form stays as it is. */
export function keep(...reasons: readonly Reason[]): KeptForm {
  return { verdict: 'keep', confidence: null, reasons }
}

/** The same, no more sure than by all signs. */
export function atMostLikely(verdict: FormVerdict): FormVerdict {
  return verdict.confidence === 'certain' ? { ...verdict, confidence: 'likely' } : verdict
}

/** What would have to be known is not. */
export function unknown(...reasons: readonly Reason[]): KeptForm {
  return { verdict: 'unknown', confidence: null, reasons }
}
