import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// What a manifest has that is for installing; others only say which kind of modules a folder holds.
const OF_PACKAGES = ['name', 'version', 'private', 'dependencies', 'devDependencies', 'peerDependencies', 'scripts', 'workspaces']

/** The folder of the package that a file belongs to; null where there is none. */
export function owningFolder(file: string): string | null {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const text = textIn(join(folder, 'package.json'))
    if (text !== null && isPackage(text)) return folder
    if (folder === dirname(folder)) return null
  }
}

/** One that cannot be read as JSON is taken, so that its error is told. */
function isPackage(text: string): boolean {
  try {
    const manifest = Object(JSON.parse(text)) as object
    return OF_PACKAGES.some((name) => name in manifest)
  } catch {
    return true
  }
}

function textIn(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
