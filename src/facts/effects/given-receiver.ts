import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { ClassNode } from '../callees/class-node.ts'
import { isClass } from '../callees/class-node.ts'
import { rowOfMethod } from '../known-calls/row-of-method.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { valueKindOf } from '../values/value-of.ts'
import type { OpaqueCall, OpaqueNode } from './behaviour.ts'
import { argumentFor } from './parameter-of.ts'
import type { Region } from './region.ts'

/**
 * Whether a method that a callee calls on what it was given only reads, by the kind of what this caller gives:
 *
 *     function slugOf(dir) { return dir.replace(...) }        for (const dir of await readdir(root)) ... slugOf(dir)
 */
export function isKnownOf(
  { name, receiver, call }: OpaqueCall,
  callee: FunctionNode | ClassNode,
  args: readonly Node[],
  { parsed, knownCalls }: Region,
): boolean {
  const [ref] = receiver ?? []
  if (name === null || !ref || receiver!.length > 1 || ref.path.length > 0 || isClass(callee)) return false
  const argument = ref.root.kind === 'variable' ? argumentFor(ref.root.variable, callee, args) : null
  if (!argument) return false
  const kind = valueKindOf(argument, parsed, knownCalls)
  const row = kind === null ? null : rowOfMethod(kind, name, knownCalls)
  return row !== null && onlyReads(row) && callsOnlyWritten(row, call)
}

function onlyReads({ effects, ordered, interactive, oneAtATime, exits, when }: KnownCallRow): boolean {
  if (ordered || interactive || oneAtATime || exits || when) return false
  return effects.every(({ does, on }) => does === 'read' && on === 'receiver')
}

/** Functions that are written among the arguments have been read with the callee. */
function callsOnlyWritten({ calls, callsLater }: KnownCallRow, call: OpaqueNode): boolean {
  if (callsLater) return false
  const given = call.type === 'CallExpression' ? call.arguments : []
  return (calls ?? []).every((index) => {
    const argument = given[index]
    return !argument || isFunction(argument) || argument.type === 'Literal' || argument.type === 'TemplateLiteral'
  })
}
