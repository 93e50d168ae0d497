import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type ts from 'typescript'
import type { ProjectChoice } from './parse/types/find-config.ts'

/** The version of the compiler that can be asked, as `peerDependencies` have it. */
const INSTALL = 'npm install --save-dev "typescript@<6.1"'

/**
 * Where types are to be taken from, once it is sure that they can be.
 *
 * @param value path of a `tsconfig`, or of a directory with a `tsconfig.json`; `true` for the nearest of each file
 * @throws Error whose message, one line, says what to do.
 */
export async function projectFromArgument(value: unknown): Promise<ProjectChoice> {
  const found = known.get(value) ?? findProject(value)
  known.set(value, found)
  return found
}

/** A codemod asks for each file. */
const known = new Map<unknown, Promise<ProjectChoice>>()

async function findProject(value: unknown): Promise<ProjectChoice> {
  const compiler = await loadCompiler()
  if (value === true || value === NEAREST) return 'nearest'
  if (typeof value !== 'string' || value === '') throw new Error('takes the path of a tsconfig, or none')
  const given = resolve(value)
  const tsconfig = isDirectory(given) ? join(given, 'tsconfig.json') : given
  if (!compiler.sys.fileExists(tsconfig)) throw new Error('there is no such file')
  const { error } = compiler.readConfigFile(tsconfig, compiler.sys.readFile)
  if (error) throw new Error(`does not parse: ${compiler.flattenDiagnosticMessageText(error.messageText, ' ')}`)
  const { readConfig } = await import('./parse/types/find-config.ts')
  const settings = readConfig(tsconfig)
  const hasFiles = settings !== null && (settings.fileNames.length > 0 || settings.projectReferences !== undefined)
  if (!hasFiles) throw new Error('lists no files')
  return { tsconfig }
}

/** What stands for the option without a path. */
export const NEAREST = 'nearest'

async function loadCompiler(): Promise<typeof ts> {
  // Not by a name of its own: an `import` of it would have Node look through the whole text for what it exports.
  const loaded = await import('#compiler').then(({ compiler }) => compiler()).catch(() => null)
  if (loaded === null) throw new Error(`types need the package typescript, which is not installed: ${INSTALL}`)
  if (typeof loaded.createProgram === 'function') return loaded
  throw new Error(`types need a version of typescript that other programs can ask: ${INSTALL}`)
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
