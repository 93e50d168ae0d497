import { dirname, resolve } from 'node:path'
import semver from 'semver'
import type { Options } from '../options.ts'
import { compilerOptions, isTypeScriptName, OLD_DEFAULT } from './compiler-options.ts'
import { installedVersion } from './installed-version.ts'
import { nearestPackage } from './nearest-package.ts'
import type { RewriteOptions } from './rewrite.ts'

type Target = RewriteOptions['target']

/**
 * Newest library that the rewritten file may use. `auto` is the iterator helpers of ES2025 only where it runs on a
 * Node that has them, as `engines` tells, and where the compiler knows them, as `tsconfig.json` tells.
 */
export function settleTarget(target: Options['target'], filename: string): Target {
  if (target !== 'auto') return target
  const path = resolve(filename)
  const key = `${dirname(path)} ${isTypeScriptName(path)}`
  let found = settled.get(key)
  if (!found) settled.set(key, (found = runsWithHelpers(path) && compilesWithHelpers(path) ? 'es2025' : 'es2018'))
  return found
}

/** One answer for the files of one folder and language. */
const settled = new Map<string, Target>()

/** The first Node with `Iterator.prototype.map`. */
const NODE_WITH_HELPERS = '22.0.0'
/** The first compiler with `lib.esnext.iterator.d.ts`. */
const COMPILER_WITH_HELPERS = '5.6.0'

function runsWithHelpers(path: string): boolean {
  const range = nearestPackage(path)?.engines?.node
  const floor = range && semver.validRange(range) ? semver.minVersion(range) : null
  return floor !== null && semver.gte(floor, NODE_WITH_HELPERS)
}

function compilesWithHelpers(path: string): boolean {
  const options = compilerOptions(path)
  if (options === null) return !isTypeScriptName(path)
  if (options === 'unreadable') return false
  const compiler = installedVersion('typescript', dirname(path))
  if (compiler !== null && semver.valid(compiler) && semver.lt(compiler, COMPILER_WITH_HELPERS)) return false
  const { lib, target } = options
  return lib ? lib.some((name) => LIBRARIES.test(name)) : /^(?:esnext|es2025)$/i.test(target ?? '')
}

/** Whether `for...of` and `...` walk all iterables once the file is compiled: for ES5 only with an option. */
export function walksIterables(filename: string): boolean {
  const path = resolve(filename)
  const options = isTypeScriptName(path) ? compilerOptions(path) : null
  if (options === null) return true
  if (options === 'unreadable') return false
  return options.downlevelIteration === true || !/^es[35]$/i.test(options.target ?? OLD_DEFAULT)
}

const LIBRARIES = /^(?:esnext|es2025)(?:\.full|\.iterator)?$/i
