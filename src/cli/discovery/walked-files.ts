import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { isOutputDirectory, isSource } from './source-names.ts'

type Fail = (directory: string, error: unknown) => void

/** One `.gitignore`, and the directory that its patterns count from. */
interface Rules {
  readonly directory: string
  readonly patterns: Ignore
}

/**
 * The source files below a directory that no `.gitignore` in it, or above it up to the working directory, excludes.
 *
 * @param fail is told of each directory that cannot be listed
 */
export function walkedFiles(root: string, fail: Fail): readonly string[] {
  const above = rulesAbove(root)
  return filesBelow(root, root, isIgnored(root, true, above) ? [] : above, fail).map((path) => relative(root, path))
}

function filesBelow(directory: string, root: string, above: readonly Rules[], fail: Fail): readonly string[] {
  const entries = entriesOf(directory, fail)
  const own = entries.some(({ name }) => name === '.gitignore') ? rulesIn(directory) : null
  const rules = own === null ? above : [...above, own]
  return entries.flatMap((entry) => {
    const path = join(directory, entry.name)
    if (!entry.isDirectory()) return !isSource(entry.name) || isIgnored(path, false, rules) ? [] : [path]
    if (isOutputDirectory(path, entry.name, root, false) || isIgnored(path, true, rules)) return []
    return filesBelow(path, root, rules, fail)
  })
}

function rulesAbove(root: string): readonly Rules[] {
  const way = relative(process.cwd(), root)
  if (way === '' || way.startsWith('..')) return []
  const parent = dirname(root)
  const own = rulesIn(parent)
  const above = rulesAbove(parent)
  return own === null ? above : [...above, own]
}

function rulesIn(directory: string): Rules | null {
  try {
    return { directory, patterns: ignore().add(readFileSync(join(directory, '.gitignore'), 'utf8')) }
  } catch {
    return null
  }
}

/** The innermost file that has a pattern for the path decides; the directories above it are known not to be ignored. */
function isIgnored(path: string, isDirectory: boolean, rules: readonly Rules[]): boolean {
  return rules.reduce((ignored, { directory, patterns }) => {
    const name = relative(directory, path).replaceAll(sep, '/') + (isDirectory ? '/' : '')
    const answer = patterns.test(name)
    return answer.ignored || (ignored && !answer.unignored)
  }, false)
}

function entriesOf(directory: string, fail: Fail): readonly Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
  } catch (error) {
    fail(directory, error)
    return []
  }
}
