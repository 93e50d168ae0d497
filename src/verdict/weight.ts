import type { Confidence, Reason } from './verdict.ts'

/** What an operation says: `bar` forbids the overlap; else the confidence is at most `cap`. */
export interface Weight {
  readonly bar: Reason | null
  readonly cap: Confidence
  readonly reasons: readonly Reason[]
}

const ORDER: readonly Confidence[] = ['possible', 'likely', 'certain']

export function lower(a: Confidence, b: Confidence): Confidence {
  return ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b
}

export function allow(cap: Confidence, ...reasons: readonly Reason[]): Weight {
  return { bar: null, cap, reasons }
}

export function forbid(bar: Reason): Weight {
  return { bar, cap: 'possible', reasons: [] }
}
