import { existsSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, isAbsolute, join } from 'node:path'
import { ResolverFactory } from 'oxc-resolver'
import { WorkspacePackages } from './workspace-packages.ts'

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']

const WAYS = {
  extensions: [...EXTENSIONS],
  extensionAlias: {
    '.js': ['.ts', '.tsx', '.js', '.jsx'],
    '.jsx': ['.tsx', '.jsx'],
    '.mjs': ['.mts', '.mjs'],
    '.cjs': ['.cts', '.cjs'],
  },
  conditionNames: ['source', 'development', 'import', 'require', 'node', 'default'],
  mainFields: ['source', 'module', 'main'],
}

/** Finds the source file that an import means: the one that is written, not the one that a build makes of it. */
export class ModuleResolver {
  readonly #packages = new WorkspacePackages()
  readonly #resolver = new ResolverFactory({ ...WAYS, tsconfig: 'auto' })
  /** For files whose compiler settings extend some that are not installed: nothing would be found. */
  readonly #withoutSettings = this.#resolver.cloneWithOptions(WAYS)

  /** Path of the source file; null where it is not found, or belongs to a package that was installed. */
  resolve(specifier: string, importer: string): string | null {
    if (isBuiltin(specifier)) return null
    const path = isAbsolute(specifier) ? fileAt(specifier) : this.#lookUp(specifier, importer)
    return path !== null && isSource(path) ? path : null
  }

  /** Whether declarations are written beside the file: `a.d.ts` beside `a.js`. */
  hasDeclarations(path: string): boolean {
    return isFile(path.replace(/\.([cm]?)[jt]sx?$/, '.d.$1ts'))
  }

  #lookUp(specifier: string, importer: string): string | null {
    const found = this.#resolver.resolveFileSync(importer, specifier)
    const { path } = found.error ? this.#withoutSettings.resolveFileSync(importer, specifier) : found
    if (path && isSource(path)) return path
    if (specifier.startsWith('.')) return path ?? null
    // Not linked, or linked to what a build would make.
    return this.#packages.sourcesOf(specifier, dirname(importer)).map(fileAt).find((found) => found !== null) ?? null
  }
}

/**
 * `/repo/src/mail` is `mail.ts` or `mail/index.ts`, and nobody knows which where there are both.
 */
function fileAt(path: string): string | null {
  const found = [path, ...EXTENSIONS.map((extension) => path + extension)].find(isFile)
  const index = EXTENSIONS.map((extension) => join(path, `index${extension}`)).find(isFile)
  return found && index ? null : (found ?? index ?? null)
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

function isSource(path: string): boolean {
  return (
    EXTENSIONS.some((extension) => path.endsWith(extension)) &&
    !/\.d\.[cm]?ts$/.test(path) &&
    !/[\\/]node_modules[\\/]/.test(path)
  )
}
