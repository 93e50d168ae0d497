import { isAtLeast } from '../report/confidence-order.ts'
import type { RewriteStep } from '../report/rewrite-text.ts'
import type { Edit } from '../rewrite/rewrite.ts'
import type { LeftForm, ProgramChange } from './across/program-change.ts'
import type { FixInvocation } from './arguments.ts'
import type { AddedLimiter } from './dependencies/add-limiter.ts'
import type { Change } from './writing/change.ts'

/** A file and what its rewrites make of it, step by step. */
export interface RewrittenFile {
  readonly path: string
  readonly absolute: string
  /** The text on disk, without its byte-order mark. */
  readonly text: string
  /** The text that the steps begin with: on disk, or what changes that take several files have made of it. */
  readonly start: string
  /** The edits of those changes, in their order. */
  readonly rounds: readonly (readonly Edit[])[]
  readonly steps: readonly RewriteStep[]
}

/** What is to be shown or written. */
export interface WantedFixes {
  readonly files: readonly RewrittenFile[]
  readonly across: AcrossReport
}

/** What `fix` has to tell. */
export interface FixReport extends WantedFixes {
  readonly invocation: FixInvocation
  /** How many files could not be worked on. */
  readonly failed: number
  readonly added: AddedLimiter
}

/** The changes that take several files. */
export interface AcrossReport {
  /** What is, or would be, written. */
  readonly made: readonly ProgramChange[]
  /** What is less sure than asked for. */
  readonly below: readonly ProgramChange[]
  readonly left: readonly LeftForm[]
}

export const NOTHING_ACROSS: AcrossReport = { made: [], below: [], left: [] }

export function isChanged({ text, start, steps }: RewrittenFile): boolean {
  return start !== text || steps.some(({ rewritten }) => rewritten > 0)
}

/** What is written of a file; none where its rewrites are less sure than asked for. */
export function toChanges(file: RewrittenFile, { options }: Pick<FixInvocation, 'options'>): readonly Change[] {
  const { path, absolute, text, start, steps } = file
  const after = steps.filter(({ confidence }) => isAtLeast(confidence, options.confidence)).at(-1)?.text ?? start
  return after === text ? [] : [{ path, absolute, before: text, after }]
}
