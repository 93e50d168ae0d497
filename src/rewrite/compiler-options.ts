import { extname } from 'node:path'
import { getTsconfig } from 'get-tsconfig'

/** What rewrites ask of a `tsconfig.json`. */
export interface CompilerOptions {
  readonly lib?: readonly string[]
  readonly target?: string
  readonly module?: string
  readonly downlevelIteration?: boolean
}

/** Null where no `tsconfig.json` is in the folder or above. */
export function compilerOptions(path: string): CompilerOptions | 'unreadable' | null {
  try {
    const found = getTsconfig(path)
    return found && (found.config.compilerOptions ?? {})
  } catch {
    return 'unreadable'
  }
}

/** What compilers before 6 compile to when nothing is said. */
export const OLD_DEFAULT = 'es5'

export function isTypeScriptName(path: string): boolean {
  return /^\.[cm]?tsx?$|^\.vue$/.test(extname(path))
}
