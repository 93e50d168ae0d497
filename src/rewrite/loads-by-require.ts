import { extname, resolve } from 'node:path'
import type { Parsed } from '../parse/parsed.ts'
import { compilerOptions, isTypeScriptName, OLD_DEFAULT } from './compiler-options.ts'
import { moduleKind } from './module-kind.ts'
import { nearestPackage } from './nearest-package.ts'

/** Whether other modules are loaded by `require` when the file runs, as `import` is where it compiles to CommonJS. */
export function loadsByRequire(parsed: Parsed): boolean {
  return moduleKind(parsed) === 'commonjs' || compilesToRequire(resolve(parsed.filename))
}

function compilesToRequire(path: string): boolean {
  const extension = extname(path)
  if (!isTypeScriptName(path) || extension === '.vue' || extension === '.mts') return false
  if (extension === '.cts') return true
  const options = compilerOptions(path)
  // Without a `tsconfig.json` something else compiles it, or nothing.
  if (options === null) return false
  if (options === 'unreadable') return true
  const module = (options.module ?? defaultModule(options.target)).toLowerCase()
  if (/^node/.test(module)) return nearestPackage(path)?.type !== 'module'
  return !/^(?:es|preserve)/.test(module)
}

/** Compilers before 6 make CommonJS where nothing is said. */
function defaultModule(target = OLD_DEFAULT): string {
  return /^es[35]$/i.test(target) ? 'commonjs' : 'es2015'
}
