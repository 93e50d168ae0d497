import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { KeyedSource } from '../effects/region.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { isNeverReassigned } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'

/**
 * The object whose properties a loop walks, each turn another one:
 *
 *     for (const key in files)                        files[key] is the turn's own
 *     for (const [key, file] of Object.entries(files))    so is file, which is files[key]
 */
export function keyedSourceOf(
  loop: AwaitLoop,
  parsed: Parsed,
  knownCalls: readonly KnownCallRow[],
): KeyedSource | null {
  const { pattern } = loop.element
  if (!loop.source || !pattern) return null
  if (loop.kind === 'for-in') return { object: loop.source, key: keyOf(pattern, parsed), path: [] }
  const source = plainExpression(loop.source)
  if (source.type !== 'CallExpression') return null
  const known = lookUpCall(source, parsed, knownCalls)
  const [object] = source.arguments
  if (known?.row.module !== 'global' || !object || object.type === 'SpreadElement') return null
  switch (known.calleeName) {
    case 'Object.keys':
      return { object, key: keyOf(pattern, parsed), path: [] }
    case 'Object.values':
      return { object, key: null, path: [] }
    case 'Object.entries':
      return { object, key: pattern.type === 'ArrayPattern' ? keyOf(pattern.elements[0], parsed) : null, path: ['1'] }
    default:
      return null
  }
}

function keyOf(pattern: Node | null | undefined, parsed: Parsed): KeyedSource['key'] {
  const variable = pattern?.type === 'Identifier' ? variableOf(pattern, parsed) : null
  return variable && isNeverReassigned(variable) ? variable : null
}
