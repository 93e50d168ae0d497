import type { Finding } from '../../report/answer.ts'
import type { FixInvocation } from '../arguments.ts'
import { askInFile } from '../asking/ask-changes.ts'
import type { RewrittenFile } from '../rewritten-file.ts'

/** One change of one file, which can be taken back without the others. */
export interface Unit {
  readonly path: string
  readonly absolute: string
  readonly id: string
  /** In the file as it was. */
  readonly line: number
  readonly finding: Finding
}

/** All changes of a file. */
export async function unitsOf(file: RewrittenFile, invocation: FixInvocation): Promise<readonly Unit[]> {
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
  file: Pick<RewrittenFile, 'path' | 'absolute' | 'text'>,
  invocation: FixInvocation,
): Promise<string> {
  if (ids.size === 0) return file.text
  const { steps } = await askInFile(file, invocation, new Set(), async ({ id }) => (ids.has(id) ? 'yes' : 'no'))
  return steps.at(-1)!.text
}
