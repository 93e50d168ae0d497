import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'

/**
 * Path of a file from the folder of its repository, else from the outermost one that has a `package.json`; as it is
 * where there is neither. What stands above that tells nothing of the file: `/home/me/test/app/src/main.ts` is no test.
 */
export function pathInProject(filename: string): string {
  const root = isAbsolute(filename) ? rootOf(rootsOf(dirname(filename))) : null
  return root === null ? filename : relative(root, filename)
}

interface Roots {
  readonly repository: string | null
  readonly outermost: string | null
}

const NONE: Roots = { repository: null, outermost: null }

const known = new Map<string, Roots>()

function rootsOf(folder: string): Roots {
  const found = known.get(folder)
  if (found) return found
  const parent = dirname(folder)
  const above = parent === folder ? NONE : rootsOf(parent)
  const roots: Roots = {
    repository: existsSync(join(folder, '.git')) ? folder : above.repository,
    outermost: above.outermost ?? (existsSync(join(folder, 'package.json')) ? folder : null),
  }
  known.set(folder, roots)
  return roots
}

function rootOf({ repository, outermost }: Roots): string | null {
  return repository ?? outermost
}
