import { DEFAULT_OPTIONS } from '../src/options.ts'
import type { Options } from '../src/options.ts'
import { findAwaitLoops } from '../src/model/find-await-loops.ts'
import { parseText } from '../src/parse/parse-text.ts'
import { judgeAwaitLoop } from '../src/verdict/judge-await-loop.ts'
import type { Verdict } from '../src/verdict/verdict.ts'

export interface JudgeOptions extends Partial<Pick<Options, 'knownCalls'>> {
  /** Decides on the language and on what the path says; `example.ts` where nothing is given. */
  readonly filename?: string
}

/** The verdicts of all loops of a source text, in source order. */
export function judge(source: string, { filename = 'example.ts', ...options }: JudgeOptions = {}): Verdict[] {
  const parsed = parseText(source, filename)
  return findAwaitLoops(parsed).map((loop) => judgeAwaitLoop(loop, parsed, { ...DEFAULT_OPTIONS, ...options }))
}

/** One line for each loop: `serial: early-exit`, `collect likely`. */
export function outcomes(source: string, options?: JudgeOptions): string[] {
  return judge(source, options).map(({ verdict, confidence, reasons }) =>
    confidence === null ? `${verdict}: ${reasons.map(({ code }) => code).join(', ')}` : `${verdict} ${confidence}`)
}

/** The outcomes that the preset `recommended` reports. */
export function reported(source: string, options?: JudgeOptions): string[] {
  return outcomes(source, options).filter((outcome) => / (?:certain|likely)$/.test(outcome))
}

/** Every reason code of every loop, in the order of the verdicts. */
export function codes(source: string, options?: JudgeOptions): string[] {
  return judge(source, options).flatMap(({ reasons }) => reasons.map(({ code }) => code))
}
