import type { Confidence, Verdict } from '../verdict/verdict.ts'
import type { Finding } from './answer.ts'

/** From the surest on. */
export const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible']

/** Whether a verdict is for an overlap and at least as sure as asked for. */
export function isAtLeast(confidence: Verdict['confidence'], least: Confidence): boolean {
  return confidence !== null && CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(least)
}

/**
 * Whether a run is about the finding: `possible` stands for the preset `strict`, the others for `recommended`; a
 * rule that was asked for by its name has all of its findings, whichever preset has them.
 */
export function isAsked({ confidence, preset }: Finding, least: Confidence, byName: boolean): boolean {
  return isAtLeast(confidence, least) && (byName || preset === 'recommended' || least === 'possible')
}
