import type { Options } from '../../options.ts'
import { exportsFiller } from '../../facts/producers/exports-filler.ts'
import { mayFillArray } from '../../parse/may-fill-array.ts'
import { parseSource } from '../../parse/files/parse-source.ts'
import { projectTypesFor } from '../../parse/types/project-types.ts'
import type { Finding } from '../../report/answer.ts'
import { type Fingerprint, fingerprintOf } from '../../report/fingerprint.ts'
import { type RewriteStep, rewriteText } from '../../report/rewrite-text.ts'
import { answersOf, RULES } from '../../report/rules.ts'
import { mayTell } from '../../report/may-tell.ts'
import type { ReportRule } from '../../report/report-rule.ts'
import type { Rewrite, RewriteForm } from '../../rewrite/rewrite.ts'
import type { Confidence } from '../../verdict/verdict.ts'
import { type FileProblem, toFileProblem } from '../file-problem.ts'
import { isShown } from '../is-shown.ts'
import { readSource } from '../read-source.ts'

/** The work on one file; it and its result can be sent to and from a thread. */
export type Job = FindJob | RewriteJob

interface FileJob {
  readonly absolute: string
  readonly options: Options
  /** Names of the only rules to ask; null for all of the preset. */
  readonly rules: readonly string[] | null
}

interface FindJob extends FileJob {
  readonly kind: 'find'
  /** Whether the forms that are not reported are listed too. */
  readonly all: boolean
}

interface RewriteJob extends FileJob {
  readonly kind: 'rewrite'
  readonly least: Confidence
  readonly forms: readonly RewriteForm[] | null
  /** Whether to look for what takes several files. */
  readonly across: boolean
}

export interface Work<Result> {
  readonly result: Result | null
  readonly problem: FileProblem | null
  /** Where types were asked for: whether a project has the file. */
  readonly isTyped?: boolean
}

/** One form of a file. */
export interface FoundForm {
  readonly finding: Finding
  readonly fingerprint: Fingerprint
  readonly rewrites: readonly Rewrite[]
}

export interface FindResult {
  /** The text, without its byte-order mark; empty where nothing in it can be rewritten. */
  readonly text: string
  /** What is listed: with `--all` the silent forms too. */
  readonly forms: readonly FoundForm[]
  /** How many forms are less sure than what is reported. */
  readonly below: number
}

export interface RewriteResult {
  /** The text before, without its byte-order mark. */
  readonly text: string
  readonly steps: readonly RewriteStep[]
  /** Whether it has a form whose rewrite may take several files. */
  readonly mayReachOut: boolean
}

/** Does one job; whatever goes wrong is a problem of that file. */
export function runJob(job: Job): Work<FindResult | RewriteResult> {
  try {
    const { text } = readSource(job.absolute)
    const result = job.kind === 'find' ? find(text, job) : rewrite(text, job)
    const { project } = job.options
    if (project === null) return { result, problem: null }
    return { result, problem: null, isTyped: projectTypesFor(text, job.absolute, project) !== null }
  } catch (error) {
    return { result: null, problem: toFileProblem(error) }
  }
}

function find(text: string, job: FindJob): FindResult {
  const { absolute, options, rules } = job
  const parsed = parseSource(text, absolute, options)
  const isListed = (finding: Finding): boolean => job.all || isShown(finding, job)
  const asked = rules === null ? RULES : named(rules)
  const telling = job.all ? asked : asked.filter((rule) => mayTell(rule, text, absolute))
  const answers = answersOf(parsed, options, telling, isListed)
  const forms = answers.filter(({ finding }) => isListed(finding)).map((answer) => ({
    finding: answer.finding,
    fingerprint: fingerprintOf(answer, parsed),
    rewrites: answer.offers.rewrites,
  }))
  const below = answers.filter(({ finding }) => finding.confidence !== null && !isShown(finding, job)).length
  return { text: forms.some(({ rewrites }) => rewrites.length > 0) ? text : '', forms, below }
}

function rewrite(text: string, { absolute, options, least, rules, forms, across }: RewriteJob): RewriteResult {
  const mayReachOut = across && mayFillArray(text) && exportsFiller(parseSource(text, absolute, options))
  return { text, mayReachOut, steps: rewriteText(text, absolute, options, least, rules && named(rules), forms) }
}

function named(names: readonly string[]): readonly ReportRule[] {
  return RULES.filter(({ name }) => names.includes(name))
}
