import type { Options } from '../options.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { Answer, Preset } from './answer.ts'

/** A question that every door puts to a file: what the ESLint rule and the transform of one name have in common. */
export interface ReportRule {
  readonly name: string
  /** Smallest preset that has the rule. */
  readonly preset: Preset
  /** Whether forms in tests are reported too; where not, each answer about a test is silent. */
  readonly tellsOfTests: boolean
  /** Whether a file with this text could have answers at all, asked before it is parsed. */
  readonly mayApply: (text: string) => boolean
  /** The answers in source order, the silent ones too. */
  readonly answers: (parsed: Parsed, options: Options) => readonly Answer[]
}
