import { dirname, join } from 'node:path'
import { installedLimiter, LIMITER_VERSION } from '../../rewrite/find-limiter.ts'
import { displayPath } from '../display-path.ts'
import { FileProblemError, toFileProblem } from '../file-problem.ts'
import { readSource } from '../read-source.ts'
import type { FailedChange } from '../writing/apply-changes.ts'
import type { Change } from '../writing/change.ts'
import { installCommand } from './install-command.ts'
import { owningFolder } from './owning-folder.ts'
import { withDependency } from './with-dependency.ts'

const LIMITER = 'p-map'

export interface AddedLimiter {
  /** The manifests that lack it. */
  readonly changes: readonly Change[]
  readonly failed: readonly FailedChange[]
  /** What installs it, in the words of the package manager that is used there. */
  readonly commands: readonly string[]
}

/** Adds p-map to the `package.json` of each file that a change makes import it. */
export function addLimiter(changes: readonly Change[], directory: string): AddedLimiter {
  const folders = new Map<string | null, Change>()
  for (const change of changes) {
    const folder = importsNewly(change) ? owningFolder(change.absolute) : undefined
    if (folder !== undefined && !folders.has(folder)) folders.set(folder, change)
  }
  const added: Change[] = []
  const failed: FailedChange[] = []
  for (const [folder, { path, absolute }] of folders) {
    try {
      if (folder === null) throw new FileProblemError(`has no package.json around it that ${LIMITER} could be added to`)
      added.push(...toChange(folder, dirname(absolute), directory))
    } catch (error) {
      failed.push({ path: folder === null ? path : displayPath(join(folder, 'package.json'), directory), problem: toFileProblem(error) })
    }
  }
  const commands = new Set(added.map(({ absolute }) => installCommand(dirname(absolute), directory)))
  return { changes: added, failed, commands: [...commands].sort() }
}

function importsNewly({ before, after }: Change): boolean {
  return !IMPORT.test(before) && IMPORT.test(after)
}

const IMPORT = /(?:from|require\()\s*['"]p-map['"]/

function toChange(folder: string, importer: string, directory: string): readonly Change[] {
  const absolute = join(folder, 'package.json')
  const { text } = readSource(absolute)
  const after = withDependency(text, LIMITER, installedLimiter(importer) ?? LIMITER_VERSION)
  return after === text ? [] : [{ path: displayPath(absolute, directory), absolute, before: text, after }]
}
