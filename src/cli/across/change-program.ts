import type { Options } from '../../options.ts'
import type { ProgramFiles } from '../../parse/files/program-files.ts'
import type { ProgramAnswer } from '../../report/answers-in-program.ts'
import { answersInProgram } from '../../report/answers-in-program.ts'
import { isAsked } from '../../report/confidence-order.ts'
import { describeReason } from '../../report/reason-words.ts'
import { applyEdits } from '../../rewrite/apply-edits.ts'
import type { ChangeSet } from '../../rewrite/change-set.ts'
import type { RewriteForm } from '../../rewrite/rewrite.ts'
import type { Confidence } from '../../verdict/verdict.ts'
import { offsetBefore } from '../asking/offset-before.ts'
import { displayPath } from '../display-path.ts'
import type { FileChange, LeftForm, ProgramChange } from './program-change.ts'

/** What a run asks of a program. */
export interface ProgramRun {
  readonly directory: string
  readonly options: Options
  readonly least: Confidence
  /** The rule was asked for by its name. */
  readonly byName: boolean
  readonly forms: readonly RewriteForm[] | null
  /** The files with forms to look at. */
  readonly producers: readonly string[]
  /** Files that may be changed. */
  readonly mayChange: ReadonlySet<string>
}

export type SetReply = 'yes' | 'no' | 'quit' | 'cancel'

export interface ProgramChanges {
  /** In the order in which they were made, each on the texts that those before it have left. */
  readonly made: readonly ProgramChange[]
  readonly left: readonly LeftForm[]
  readonly program: ProgramFiles
  /** What ended it before all had been asked about. */
  readonly end: 'quit' | 'cancel' | null
}

/** Makes the changes that take several files, one after the other, each if the reply to it is yes. */
export async function changeProgram(
  before: ProgramFiles,
  run: ProgramRun,
  ask: (change: ProgramChange) => SetReply | Promise<SetReply>,
): Promise<ProgramChanges> {
  const made: ProgramChange[] = []
  const left: LeftForm[] = []
  const declined = new Set<string>()
  let program = before
  // sequential: each change is made on what those before it have left
  for (const producer of run.producers) {
    for (;;) {
      const answers = answersInProgram(producer, program, run.options)
      const changes = answers.flatMap((answer) => toChange(answer, program, made, run) ?? [])
      const next = changes.find(({ id }) => !declined.has(id))
      if (!next) {
        left.push(...answers.flatMap((answer) => leftOf(answer, run) ?? []))
        break
      }
      const reply = await ask(next)
      if (reply === 'quit' || reply === 'cancel') return { made, left, program, end: reply }
      if (reply === 'no') declined.add(next.id)
      else {
        made.push(next)
        program = program.with(new Map(next.files.map(({ absolute, after }) => [absolute, after])))
      }
    }
  }
  return { made, left, program, end: null }
}

function toChange(
  { filename, finding, start, change }: ProgramAnswer,
  program: ProgramFiles,
  made: readonly ProgramChange[],
  run: ProgramRun,
): ProgramChange | null {
  const { directory, least, byName } = run
  if (change === null || !isAsked(finding, least, byName) || !isAllowed(change, run)) return null
  const files = change.files.map(({ filename: absolute, edits }): FileChange => {
    const text = program.textAt(absolute)!
    return { path: displayPath(absolute, directory), absolute, before: text, after: applyEdits(text, edits), edits }
  })
  const origin = offsetBefore(roundsOf(filename, made), start)
  const first = made.flatMap(({ files: changed }) => changed).find(({ absolute }) => absolute === filename)
  const onDisk = first?.before ?? program.textAt(filename)!
  return {
    path: displayPath(filename, directory),
    absolute: filename,
    id: `${filename}:${origin}`,
    line: onDisk.slice(0, origin).split('\n').length,
    finding,
    title: change.title,
    files,
  }
}

function isAllowed({ form, files }: ChangeSet, { forms, mayChange }: ProgramRun): boolean {
  return (forms === null || forms.includes(form)) && files.every(({ filename }) => mayChange.has(filename))
}

/** What changes have done to one file, in their order. */
export function roundsOf(absolute: string, made: readonly ProgramChange[]): readonly FileChange['edits'][] {
  return made.flatMap(({ files }) => files.filter((file) => file.absolute === absolute).map(({ edits }) => edits))
}

/** What would pay, and cannot be done. */
function leftOf({ filename, finding, hasGain, change }: ProgramAnswer, run: ProgramRun): LeftForm | null {
  const path = displayPath(filename, run.directory)
  if (change === null) {
    const why = finding.refused ? describeReason({ code: finding.refused, data: {} }) : finding.reasons[0]!.message
    return hasGain ? { path, finding, why } : null
  }
  const outside = change.files.find(({ filename: one }) => !run.mayChange.has(one))
  if (!outside) return null
  return { path, finding, why: `It would change ${displayPath(outside.filename, run.directory)}, which is not among the paths.` }
}
