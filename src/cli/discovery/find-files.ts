import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { ArgumentError } from '../../options-from-arguments.ts'
import { byPath, displayPath } from '../display-path.ts'
import { type FileProblem, systemProblem } from '../file-problem.ts'
import { printablePath } from '../printing/printable.ts'
import { gitFiles } from './git-files.ts'
import { isSource } from './source-names.ts'
import { walkedFiles } from './walked-files.ts'

/** A file to work on. */
export interface FoundFile {
  readonly absolute: string
  /** What is printed. */
  readonly path: string
  /** Named on the command line itself: taken whatever its name says. */
  readonly isNamed: boolean
  /** Set for a directory that could not be listed. */
  readonly problem: FileProblem | null
}

/**
 * The source files that the paths of a command line mean, each once, sorted by path.
 *
 * @throws ArgumentError when one of the paths does not exist.
 */
export function findFiles(paths: readonly string[], directory: string): readonly FoundFile[] {
  const found = new Map<string, FoundFile>()
  for (const path of paths) {
    const absolute = resolve(directory, path)
    if (isDirectory(absolute, path)) {
      for (const file of filesIn(absolute, directory)) if (!found.has(file.absolute)) found.set(file.absolute, file)
    } else {
      found.set(absolute, { absolute, path: displayPath(absolute, directory), isNamed: true, problem: null })
    }
  }
  return withoutSecondLinks([...found.values()]).sort(byPath)
}

function isDirectory(absolute: string, path: string): boolean {
  const link = lstat(absolute)
  if (link === null) throw new ArgumentError(`${printablePath(path)}: there is no such file or directory`)
  return link.isSymbolicLink() ? (followed(absolute)?.isDirectory() ?? false) : link.isDirectory()
}

function filesIn(named: string, directory: string): readonly FoundFile[] {
  const failed: FoundFile[] = []
  const toFound = (absolute: string, problem: FileProblem | null): FoundFile => ({
    absolute,
    path: displayPath(absolute, directory),
    isNamed: false,
    problem,
  })
  const files = filesBelow(named, (path, error) => {
    failed.push(toFound(path, systemProblem('read', error).problem))
  })
  return [...files.map((path) => toFound(path, null)), ...failed]
}

/** The source files below a directory, absolute; directories that are repositories of their own are entered. */
function filesBelow(directory: string, fail: (path: string, error: unknown) => void): readonly string[] {
  const names = gitFiles(directory) ?? walkedFiles(directory, fail)
  return names.flatMap((name) => {
    const path = resolve(directory, name)
    const entry = lstat(path)
    // What the index of git knows may be deleted on disk; a broken repository is listed as its own content.
    if (entry === null || path === directory) return []
    if (entry.isDirectory()) return filesBelow(path, fail)
    if (!isSource(name)) return []
    return entry.isFile() || (entry.isSymbolicLink() && isLinkToTake(path)) ? [path] : []
  })
}

/** A link that leads nowhere is taken, so that its failure is told; but not the lock files of an editor. */
function isLinkToTake(path: string): boolean {
  const target = followed(path)
  return target === null ? !basename(path).startsWith('.#') : target.isFile()
}

/** Leaves out links to a file that is there under its own name too. */
function withoutSecondLinks(files: readonly FoundFile[]): FoundFile[] {
  const known = new Set(files.map((file) => file.absolute))
  return files.filter(({ absolute, isNamed, problem }) => {
    if (isNamed || problem !== null || !lstat(absolute)?.isSymbolicLink() || followed(absolute) === null) return true
    const target = realpathSync(absolute)
    if (known.has(target)) return false
    known.add(target)
    return true
  })
}

function lstat(path: string): Stats | null {
  return statOrNull(() => lstatSync(path))
}

function followed(path: string): Stats | null {
  return statOrNull(() => statSync(path))
}

function statOrNull(ask: () => Stats): Stats | null {
  try {
    return ask()
  } catch {
    return null
  }
}
