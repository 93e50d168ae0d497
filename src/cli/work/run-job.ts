import type { Options } from '../../options.ts'
import { parseSource } from '../../parse/files/parse-source.ts'
import type { Finding } from '../../report/answer.ts'
import { type RewriteStep, rewriteText } from '../../report/rewrite-text.ts'
import { answersOf } from '../../report/rules.ts'
import type { Confidence } from '../../verdict/verdict.ts'
import { type FileProblem, toFileProblem } from '../file-problem.ts'
import { readSource } from '../read-source.ts'

/** The work on one file; it and its result can be sent to and from a thread. */
export type Job =
  | { readonly kind: 'find'; readonly absolute: string; readonly options: Options }
  | { readonly kind: 'rewrite'; readonly absolute: string; readonly options: Options; readonly least: Confidence }

export interface Work<Result> {
  readonly result: Result | null
  readonly problem: FileProblem | null
}

/** All forms of the file, the silent ones too. */
export type FindResult = readonly Finding[]

export interface RewriteResult {
  /** The text before, without its byte-order mark. */
  readonly text: string
  readonly steps: readonly RewriteStep[]
}

/** Does one job; whatever goes wrong is a problem of that file. */
export function runJob(job: Job): Work<FindResult | RewriteResult> {
  try {
    const { text } = readSource(job.absolute)
    return { result: job.kind === 'find' ? find(text, job) : rewrite(text, job), problem: null }
  } catch (error) {
    return { result: null, problem: toFileProblem(error) }
  }
}

function find(text: string, { absolute, options }: Extract<Job, { kind: 'find' }>): FindResult {
  return answersOf(parseSource(text, absolute, options), options).map((answer) => answer.finding)
}

function rewrite(text: string, { absolute, options, least }: Extract<Job, { kind: 'rewrite' }>): RewriteResult {
  return { text, steps: rewriteText(text, absolute, options, least) }
}
