import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { ClassNode } from '../callees/class-node.ts'
import { isClass } from '../callees/class-node.ts'
import { rowOfMethod } from '../known-calls/row-of-method.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { isNeverReassigned } from '../scopes/binding.ts'
import { valueKindOf } from '../values/value-of.ts'
import type { OpaqueCall, OpaqueNode } from './behaviour.ts'
import { parameterOf } from './parameter-of.ts'
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
  if (ref.root.kind !== 'variable' || !isNeverReassigned(ref.root.variable)) return false
  const parameter = parameterOf(ref.root.variable, callee)
  if (!parameter || parameter.path.length > 0) return false
  const given = args.slice(0, parameter.index + 1)
  const argument = given[parameter.index]
  if (!argument || given.some(({ type }) => type === 'SpreadElement')) return false
  if (callee.params[parameter.index]!.type !== 'Identifier') return false
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
