import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { Access } from '../effects/behaviour.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { isNeverReassigned } from '../scopes/binding.ts'
import { classOf, parseKind } from '../values/kind.ts'
import { valueKindOf } from '../values/value-of.ts'

/** A read that gives the same whenever it is made: of a name that is assigned once, of a text, number or function. */
export function isConstantRead({ place }: Access, parsed: Parsed, knownCalls: readonly KnownCallRow[]): boolean {
  if ('variable' in place) return isNeverReassigned(place.variable)
  const { root, path } = place.ref
  if (root.kind === 'global') return path.length > 0 && /^[A-Z]/.test(root.name)
  if (root.kind !== 'variable') return false
  const { variable } = root
  const [def] = variable.defs
  if (def?.type === 'FunctionName' || def?.type === 'ClassName') return path.length === 0
  const name = variable.identifiers[0] as Node | undefined
  const kind = name && valueKindOf(name, parsed, knownCalls)
  return kind !== null && kind !== undefined && NEVER_CHANGES.has(classOf(parseKind(kind)))
}

const NEVER_CHANGES: ReadonlySet<string> = new Set([
  'string',
  'number',
  'boolean',
  'bigint',
  'symbol',
  'null',
  'undefined',
  'Function',
  'FixedRegExp',
])
