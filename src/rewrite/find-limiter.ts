import { dirname, resolve } from 'node:path'
import type { Options } from '../options.ts'
import type { Parsed } from '../parse/parsed.ts'
import { installedVersion } from './installed-version.ts'
import { loadsByRequire } from './loads-by-require.ts'
import { moduleKind } from './module-kind.ts'
import { nearestPackage } from './nearest-package.ts'
import type { LimiterName, RewriteOptions } from './rewrite.ts'

const ALL_NAMES: ReadonlySet<LimiterName> = new Set(['pMap', 'pMapIterable', 'pMapSkip', 'pMapSettled'])
const NO_NAMES: ReadonlySet<LimiterName> = new Set()

/** The newest p-map; what is added where none is installed. */
export const LIMITER_VERSION = '7.1.1'

/**
 * Decides for one file whether rewritten code may use p-map, and which of its names. Reads `package.json` files.
 *
 * @param isAdded whether p-map is added where none resolves
 */
export function settleLimiter(
  limiter: Options['limiter'],
  parsed: Parsed,
  isAdded = false,
): Pick<RewriteOptions, 'limiter' | 'limiterNames'> {
  if (limiter === 'none') return { limiter, limiterNames: NO_NAMES }
  const limiterNames = limiter === 'p-map' ? ALL_NAMES : limiterNamesFor(parsed, isAdded)
  return { limiter: 'p-map', limiterNames }
}

/** Names of the p-map that resolves from the file; none where it does not resolve or cannot be loaded from there. */
function limiterNamesFor(parsed: Parsed, isAdded: boolean): ReadonlySet<LimiterName> {
  const version = knownVersion(dirname(resolve(parsed.filename))) ?? (isAdded ? LIMITER_VERSION : null)
  if (version === null) return NO_NAMES
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10))
  // Up to 4 it is a CommonJS function; from 5 on an ES module, which exports `pMapIterable` since 7, `pMapSettled`
  // since 7.1.
  if (major < 5 ? moduleKind(parsed) === 'commonjs' : loadsByRequire(parsed) && !requiresEsModules(parsed.filename)) {
    return NO_NAMES
  }
  if (major > 7 || (major === 7 && minor >= 1)) return ALL_NAMES
  if (major === 7) return new Set<LimiterName>(['pMap', 'pMapIterable', 'pMapSkip'])
  return major >= 5 ? new Set<LimiterName>(['pMap', 'pMapSkip']) : new Set<LimiterName>(['pMap'])
}

const versions = new Map<string, string | null>()

function knownVersion(folder: string): string | null {
  let version = versions.get(folder)
  if (version === undefined) {
    version = installedLimiter(folder)
    versions.set(folder, version)
  }
  return version
}

/** Version of the p-map that a module in `folder` gets; null where it gets none. */
export function installedLimiter(folder: string): string | null {
  return installedVersion('p-map', folder)
}

/** Whether every Node that `engines` admits loads ES modules by `require`: 20.19 and up, 22.12 and up, 23 and up. */
function requiresEsModules(filename: string): boolean {
  const range = nearestPackage(filename)?.engines?.node
  if (!range) return false
  return range.split('||').every((part) => startsHighEnough(part.trim()))
}

/** Understands `>=22.12`, `^20.19.0`, `~22.13`, `24`, `22.x`, `>=22.12 <25`; everything else is taken as too low. */
function startsHighEnough(comparators: string): boolean {
  const match = /^(?:>=|\^|~|=|v)?\s*v?(\d+)(?:\.(\d+|x|\*))?(?:\.(?:\d+|x|\*))?(?:\s+<.*)?$/.exec(comparators)
  if (!match) return false
  const major = Number(match[1])
  const minor = Number.parseInt(match[2] ?? '0', 10) || 0
  const open = comparators.startsWith('>=')
  if (major === 20) return minor >= 19 && !open
  if (major === 22) return minor >= 12
  return major >= 23
}
