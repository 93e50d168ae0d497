import type { Finding } from '../../report/answer.ts'
import { changeProgram } from '../across/change-program.ts'
import { type Across, filesAfter } from '../across/change-across.ts'
import type { FixInvocation } from '../arguments.ts'
import { askInFile } from '../asking/ask-changes.ts'
import { isChanged, type RewrittenFile } from '../rewritten-file.ts'
import type { RewrittenFiles } from '../work/rewrite-files.ts'

/** One change, which can be taken back without the others: in one file, or in several at once. */
export interface Unit {
  readonly path: string
  /** Null for one that takes several files. */
  readonly absolute: string | null
  readonly id: string
  /** In the file as it was. */
  readonly line: number
  readonly finding: Finding
}

export interface AllUnits {
  readonly units: readonly Unit[]
  /** The files that are changed with all of them. */
  readonly files: readonly RewrittenFile[]
}

/** All changes, those that take several files first. */
export async function allUnits(
  { rewritten, across }: RewrittenFiles,
  invocation: FixInvocation,
  directory: string,
): Promise<AllUnits> {
  const wide: Unit[] = []
  const files = await filesWith(across, rewritten, invocation, directory, ({ path, id, line, finding }) => {
    wide.push({ path, absolute: null, id, line, finding })
    return true
  })
  const changed = files.filter(isChanged)
  const units = await Promise.all(changed.map((file) => unitsOf(file, invocation)))
  return { units: [...wide, ...units.flat()], files: changed }
}

/** The files after those of the changes of several files that are taken. */
export async function filesWith(
  across: Across | null,
  files: readonly RewrittenFile[],
  invocation: FixInvocation,
  directory: string,
  isTaken: (unit: Omit<Unit, 'absolute'>) => boolean,
): Promise<readonly RewrittenFile[]> {
  if (across === null) return files
  const { made } = await changeProgram(across.program, across.run, (change) => (isTaken(change) ? 'yes' : 'no'))
  return filesAfter(files, made, invocation, across.shown, directory)
}

/** All changes of a file. */
async function unitsOf(file: RewrittenFile, invocation: FixInvocation): Promise<readonly Unit[]> {
  const units: Unit[] = []
  await askInFile(file, invocation, new Set(), async ({ id, start, answer }) => {
    const line = file.text.slice(0, start).split('\n').length
    units.push({ path: file.path, absolute: file.absolute, id, line, finding: answer.finding })
    return 'yes'
  })
  return units
}

/** The text of a file with these of its changes only. */
export async function textWith(
  ids: ReadonlySet<string>,
  file: RewrittenFile,
  invocation: FixInvocation,
): Promise<string> {
  if (ids.size === 0) return file.start
  const { steps } = await askInFile(file, invocation, new Set(), async ({ id }) => (ids.has(id) ? 'yes' : 'no'))
  return steps.at(-1)!.text
}
