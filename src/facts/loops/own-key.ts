import type { Variable } from '@typescript-eslint/scope-manager'
import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { iterableKindOf } from '../arrays/iterable-kind.ts'
import type { Region } from '../effects/region.ts'
import { isNeverReassigned } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'

/**
 * The variable that holds the key of the entry that the turn walks, or the member of a Set:
 *
 *     for (const [key, value] of map)     for (const key of map.keys())     for (const one of set)
 */
export function ownEntryKey(loop: AwaitLoop, region: Region): Variable | null {
  return walksItself(loop) ? nameAt(loop.element.pattern, true, region.parsed) : ownSlotKey(loop, region)
}

/** The variable that holds the turn's own index or property name: `for (const [i, x] of xs.entries())`. */
export function ownSlotKey(loop: AwaitLoop, region: Region): Variable | null {
  const { pattern } = loop.element
  if (isCounted(loop)) return pattern?.type === 'Identifier' ? variableOf(pattern, region.parsed) : null
  if (loop.kind === 'for-in') return nameAt(pattern, false, region.parsed)
  const view = viewOf(loop)
  switch (view?.name) {
    case 'keys':
      return nameAt(pattern, false, region.parsed)
    case 'entries':
      return pattern?.type === 'ArrayPattern' ? nameAt(pattern, true, region.parsed) : null
    case 'values':
      return iterableKindOf(view.of, region) === 'set' ? nameAt(pattern, false, region.parsed) : null
    default:
      return null
  }
}

/** Not by `keys()`, `values()` or `entries()`, of the collection or of `Object`. */
function walksItself(loop: AwaitLoop): boolean {
  return !isCounted(loop) && loop.kind !== 'for-in' && viewOf(loop) === null
}

function isCounted({ kind }: AwaitLoop): boolean {
  return kind === 'index' || kind === 'counter'
}

function viewOf({ source }: AwaitLoop): { readonly name: string; readonly of: Node } | null {
  const call = source && plainExpression(source)
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return null
  const { property, object } = call.callee
  return property.type === 'Identifier' && VIEWS.has(property.name) ? { name: property.name, of: object } : null
}

const VIEWS: ReadonlySet<string> = new Set(['keys', 'values', 'entries'])

/** The first of a pair, or the whole, where the turn leaves it what it is. */
function nameAt(pattern: Node | null, inPair: boolean, parsed: Parsed): Variable | null {
  const name = inPair && pattern?.type === 'ArrayPattern' ? pattern.elements[0] : pattern
  const variable = name?.type === 'Identifier' ? variableOf(name, parsed) : null
  return variable && isNeverReassigned(variable) ? variable : null
}
