import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { ClassNode } from '../callees/class-node.ts'
import { isClass } from '../callees/class-node.ts'
import { findFunction } from '../callees/find-function.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import type { OpaqueCall } from './behaviour.ts'
import { argumentFor } from './parameter-of.ts'
import type { Recorder } from './recorder.ts'

/**
 * Whether what a callee calls is a function that this caller gives, all of which is read where it is given:
 *
 *     const retry = async (work) => { try { return await work() } catch { return await work() } }
 *     for (const id of ids) await retry(() => load(id))
 */
export function callsGivenFunction(
  { call, calleeVariable }: OpaqueCall,
  callee: FunctionNode | ClassNode,
  args: readonly Node[],
  recorder: Recorder,
): boolean {
  if (call.type !== 'CallExpression' || !calleeVariable || isClass(callee)) return false
  const given = argumentFor(calleeVariable, callee, args)
  const found = given && functionOf(given, recorder)
  const behaviour = found && recorder.summarise(found)
  return behaviour != null && !behaviour.partial
}

function functionOf(given: Node, { region }: Recorder): FunctionNode | null {
  const node = plainExpression(given)
  return isFunction(node) ? node : findFunction(node, region.parsed)
}
