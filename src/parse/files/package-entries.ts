import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FoundManifest, ManifestsAbove } from './manifests-above.ts'
import { sourcesBehind } from './workspace-packages.ts'

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']

/**
 * Whether other packages may import the file: an entry of a package around it is made of it, or some entry is made of
 * nobody knows which file.
 */
export function mayBeEntry(path: string, manifests: ManifestsAbove): boolean {
  return manifests.of(path).some((manifest) => isEntryOf(path, manifest))
}

function isEntryOf(path: string, { directory, fields }: FoundManifest): boolean {
  const targets = ['exports', 'main', 'module', 'browser', 'source'].flatMap((field) => leavesOf(fields[field]))
  const code = targets.filter((target) => CODE.test(target) && !/\.d\.[cm]?ts$/.test(target))
  const named = code.length > 0 ? code : 'name' in fields ? ['index', 'src/index'] : []
  return named.some((target) => {
    const behind = sourcesBehind(target).map((one) => join(directory, one))
    if (target.includes('*')) return behind.some((one) => matches(path, one))
    const source = behind.map(fileAt).find((one) => one !== null)
    // A build makes the entry of a file that cannot be told from its name.
    return source === undefined ? code.length > 0 : source.includes(path)
  })
}

/** With an extension of code, or none. */
const CODE = /\.[cm]?[jt]sx?$|\/[^./]*$|^[^./]*$/

function matches(path: string, pattern: string): boolean {
  const [before = '', after = ''] = pattern.split('*')
  const bare = after.replace(/\.[cm]?[jt]sx?$/, '')
  const isBelow = path.startsWith(before) && path.length > before.length
  return isBelow && path.slice(before.length).replace(/\.[cm]?[jt]sx?$/, '').endsWith(bare)
}

/** All files that a path without extension may be; those of a build that stand beside their sources are no use. */
function fileAt(path: string): readonly string[] | null {
  const names = [path, ...EXTENSIONS.flatMap((extension) => [path + extension, join(path, `index${extension}`)])]
  const found = names.filter((name) => existsSync(name) && statSync(name).isFile())
  return found.length > 0 ? found : null
}

function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}
