import type { ProgramFiles } from '../../parse/files/program-files.ts'
import { rewriteText } from '../../report/rewrite-text.ts'
import { RULES } from '../../report/rules.ts'
import type { Confidence } from '../../verdict/verdict.ts'
import type { FixInvocation } from '../arguments.ts'
import { byPath, displayPath } from '../display-path.ts'
import type { AcrossReport, RewrittenFile } from '../rewritten-file.ts'
import type { ProgramRun } from './change-program.ts'
import { changeProgram, roundsOf } from './change-program.ts'
import type { ProgramChange } from './program-change.ts'
import { readProgram } from './read-program.ts'

/** What a run needs for changes that take several files. */
export interface Across {
  readonly program: ProgramFiles
  readonly run: ProgramRun
  /** The least confidence that is shown. */
  readonly shown: Confidence
}

/**
 * @param producers files that may hold forms whose rewrite takes several files
 * @param mayChange all files that the run is about
 */
export function openAcross(
  producers: readonly string[],
  mayChange: ReadonlySet<string>,
  { options, rules, forms }: FixInvocation,
  shown: Confidence,
  directory: string,
): Across {
  const run = { directory, options, least: options.confidence, byName: rules !== null, forms, producers, mayChange }
  return { program: readProgram(directory), run, shown }
}

/** Makes all changes that are as sure as asked for; those that are less sure are told apart. */
export async function changeAll({ program, run, shown }: Across): Promise<AcrossReport> {
  const changes = await changeProgram(program, run, () => 'yes')
  const below = shown === run.least ? null : await changeProgram(changes.program, { ...run, least: shown }, () => 'yes')
  return { made: changes.made, below: below?.made ?? [], left: (below ?? changes).left }
}

/** The files after the changes, with the rewrites of single files made anew where a change has touched the file. */
export function filesAfter(
  files: readonly RewrittenFile[],
  made: readonly ProgramChange[],
  { options, rules, forms }: FixInvocation,
  shown: Confidence,
  directory: string,
): readonly RewrittenFile[] {
  const asked = rules && RULES.filter(({ name }) => rules.includes(name))
  const touched = new Set(made.flatMap((change) => change.files.map(({ absolute }) => absolute)))
  const after = [...touched].map((absolute): RewrittenFile => {
    const texts = made.flatMap((change) => change.files.filter((file) => file.absolute === absolute))
    const start = texts.at(-1)!.after
    const steps = rewriteText(start, absolute, options, shown, asked, forms)
    const path = displayPath(absolute, directory)
    return { path, absolute, text: texts[0]!.before, start, rounds: roundsOf(absolute, made), steps }
  })
  return [...files.filter(({ absolute }) => !touched.has(absolute)), ...after].sort(byPath)
}
