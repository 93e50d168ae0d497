import type { Confidence, Verdict } from '../verdict/verdict.ts'
import type { Finding } from './answer.ts'

/** From the surest on. */
export const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible']

/** Whether a verdict is for an overlap and at least as sure as asked for. */
export function isAtLeast(confidence: Verdict['confidence'], least: Confidence): boolean {
  return confidence !== null && CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(least)
}

/** Whether a run reports the finding: `possible` stands for the preset `strict`, the others for `recommended`. */
export function isReported({ confidence, preset }: Finding, least: Confidence): boolean {
  return isAtLeast(confidence, least) && (preset === 'recommended' || least === 'possible')
}
