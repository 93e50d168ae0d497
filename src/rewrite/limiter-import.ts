import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { fileStyle } from './file-style.ts'
import { freshName, isVisible, scopeAt } from './fresh-name.ts'
import { importInsertion } from './import-place.ts'
import type { Binding } from './limiter-bindings.ts'
import { findLimiterStatements, importSpecifier, inBraces, requireProperty } from './limiter-bindings.ts'
import { moduleKind } from './module-kind.ts'
import type { Edit, LimiterName, RewriteOptions } from './rewrite.ts'

/** How code at a place spells p-map's exports, and the edits that bring them into the file. */
export interface LimiterUse {
  /** `pMap`, `limiter.pMapIterable`; only the wanted names are there. */
  readonly spelled: Readonly<Partial<Record<LimiterName, string>>>
  /** Insertions only. Two rewrites of a file that want the same names get identical ones. */
  readonly edits: readonly Edit[]
}

/** The same, where the options and the p-map that resolves from the file allow the names; null where they do not. */
export function limiterIfAllowed(
  wanted: readonly LimiterName[],
  place: Node,
  parsed: Parsed,
  { limiter, limiterNames }: Pick<RewriteOptions, 'limiter' | 'limiterNames'>,
): LimiterUse | null {
  const isAllowed = limiter === 'p-map' && wanted.every((name) => limiterNames.has(name))
  return isAllowed ? useLimiter(wanted, place, parsed) : null
}

/** Reuses what the file imports from p-map, adds to that import, or adds an import of its own. */
export function useLimiter(wanted: readonly LimiterName[], place: Node, parsed: Parsed): LimiterUse {
  const statements = findLimiterStatements(parsed)
  const spelled: Partial<Record<LimiterName, string>> = {}
  const missing: Binding[] = []
  for (const name of wanted) {
    const spellings = statements.map((statement) => statement.spelling(name))
    const known = spellings.find((spelling) => spelling !== null && reaches(spelling, place, parsed))
    spelled[name] = known ?? freeName(name, place, parsed)
    if (!known) missing.push([name, spelled[name]])
  }
  if (missing.length === 0) return { spelled, edits: [] }
  for (const statement of statements) {
    const edits = statement.extend(missing)
    if (edits) return { spelled, edits }
  }
  return { spelled, edits: [importInsertion(importText(missing, parsed), parsed)] }
}

/** Whether the name means the file's own binding at the place, not an inner one. */
function reaches(spelling: string, place: Node, parsed: Parsed): boolean {
  const name = spelling.split('.', 1)[0]!
  let scope = scopeAt(place, parsed)
  while (scope && !scope.set.has(name)) scope = scope.upper
  return scope === null || scope.type === 'global' || scope.block.type === 'Program'
}

/** A name that nothing between the top of the file and the place takes, and that no code uses as a global. */
function freeName(name: LimiterName, place: Node, parsed: Parsed): string {
  const isFree = (candidate: string): boolean =>
    !isVisible(candidate, place, parsed) && !isGlobalUsed(candidate, parsed)
  if (isFree(name)) return name
  for (let number = 2; ; number += 1)
    if (isFree(`${name}${number}`)) return freshName([`${name}${number}`], place, parsed)
}

function isGlobalUsed(name: string, { scopes }: Parsed): boolean {
  return scopes.globalScope?.through.some(({ identifier }) => identifier.name === name) ?? false
}

function importText(missing: readonly Binding[], parsed: Parsed): string {
  const { quote } = fileStyle(parsed)
  const from = `${quote}p-map${quote}`
  if (moduleKind(parsed) === 'commonjs') {
    return `const ${inBraces(missing.map(requireProperty), parsed)} = require(${from})`
  }
  const byDefault = missing.filter(([exported]) => exported === 'pMap').map(([, local]) => local)
  const named = missing.filter(([exported]) => exported !== 'pMap').map(importSpecifier)
  const clauses = named.length > 0 ? [...byDefault, inBraces(named, parsed)] : byDefault
  return `import ${clauses.join(', ')} from ${from}`
}
