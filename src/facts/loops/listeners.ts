import type { Variable } from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin, walk } from '../../parse/walk.ts'
import { keyOfMember } from '../callees/class-node.ts'
import { findFunction } from '../callees/find-function.ts'
import type { Access, OpaqueCall } from '../effects/behaviour.ts'
import type { Ref } from '../effects/place.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'

/**
 * A function that the file has handed to an object, whose methods may call it, and what it assigns:
 *
 *     emitter.on('page', (text) => { last = text })        hooks.tap((text) => { this.last = text })
 */
export interface Listener {
  /** The variable, or the property of `this`, that holds the object. */
  readonly of: Variable | string
  /** `'page'`; null where no text is given first. */
  readonly event: string | null
  readonly call: Node
  readonly writes: ReadonlySet<Variable | string>
}

export function listenersIn(parsed: Parsed): readonly Listener[] {
  const known = listeners.get(parsed.ast)
  if (known) return known
  const found: Listener[] = []
  walk(parsed.ast, parsed, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return
    const of = holderOf(node.callee.object, parsed)
    if (of === null) return
    const writes = node.arguments.flatMap((argument) => writesOf(functionIn(argument, parsed), parsed))
    if (writes.length > 0) found.push({ of, event: eventOf(node), call: node, writes: new Set(writes) })
  })
  listeners.set(parsed.ast, found)
  return found
}

const listeners = new WeakMap<Parsed['ast'], readonly Listener[]>()

/** Whether a call of which nothing is known may call the listener: it is a method of the object, for the same event. */
export function mayCall(listener: Listener, { call, chainStart, receiver, depth }: OpaqueCall): boolean {
  const isOfObject = [...chainStart, ...(receiver ?? [])].some((ref) => keyOfRef(ref) === listener.of)
  if (!isOfObject || isWithin(listener.call, call)) return false
  const event = depth === undefined && call.type === 'CallExpression' ? eventOf(call) : null
  return event === null || listener.event === null || event === listener.event
}

/** Whether the listener assigns what is read there. */
export function tells({ writes }: Listener, { does, place }: Access): boolean {
  if (does !== 'read') return false
  const key = 'variable' in place ? place.variable : keyOfRef(place.ref)
  return key !== null && writes.has(key)
}

function keyOfRef({ root, path }: Ref): Variable | string | null {
  if (root.kind === 'variable') return root.variable
  return root.kind === 'this' ? (path[0] ?? null) : null
}

function holderOf(object: Node, parsed: Parsed): Variable | string | null {
  const node = plainExpression(object)
  if (node.type === 'Identifier') return variableOf(node, parsed)
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return null
  return keyOfMember({ key: node.property, computed: node.computed })
}

function eventOf({ arguments: [first] }: TSESTree.CallExpression): string | null {
  return first?.type === 'Literal' && typeof first.value === 'string' ? first.value : null
}

function functionIn(argument: Node, parsed: Parsed): FunctionNode | null {
  const node = plainExpression(argument)
  if (isFunction(node)) return node
  const found = node.type === 'Identifier' ? findFunction(node, parsed) : null
  return isFunction(found) ? found : null
}

function writesOf(listener: FunctionNode | null, parsed: Parsed): readonly (Variable | string)[] {
  const writes: (Variable | string)[] = []
  if (!listener) return writes
  walk(listener.body, parsed, (node) => {
    const isUpdate = node.type === 'UpdateExpression'
    const target = isUpdate ? node.argument : node.type === 'AssignmentExpression' ? node.left : null
    const key = target && holderOf(target, parsed)
    if (key) writes.push(key)
  })
  return writes
}
