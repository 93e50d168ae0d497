import type { Confidence, Verdict } from '../verdict/verdict.ts'

/** From the surest on. */
export const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible']

/** Whether a verdict is for an overlap and at least as sure as asked for. */
export function isAtLeast(confidence: Verdict['confidence'], least: Confidence): boolean {
  return confidence !== null && CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(least)
}
