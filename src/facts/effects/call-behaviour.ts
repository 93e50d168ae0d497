import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { findConstructor, findFunction } from '../callees/find-function.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { OpaqueNode } from './behaviour.ts'
import type { Recorder } from './recorder.ts'
import { readRoot } from './recorder.ts'
import { recordKnownCall } from './known-call-behaviour.ts'
import type { Ref } from './place.ts'
import { refsOf } from './refs.ts'
import { replayBody } from './replay-body.ts'
import { isAwaited, valueUseOf } from './value-use.ts'

/** Records what a call does: by its row in the table, by its body in this file, or as a call that nothing is known of. */
export function recordCall(node: OpaqueNode, recorder: Recorder): void {
  const { region } = recorder
  const known = lookUpCall(node, region.parsed, region.knownCalls)
  const args = argumentsOf(node)
  if (node.type !== 'ImportExpression') visitCallee(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee, recorder)
  for (const argument of args) visitArgument(argument, recorder)
  if (known) return recordKnownCall(node, known, args, recorder)
  if (recordPromiseMethod(node, args, recorder)) return
  const body = node.type === 'ImportExpression' || node.type === 'TaggedTemplateExpression' ? null : bodyOf(node, recorder)
  if (body === 'none') return
  if (body) return replayBody(body, node, receiverRefs(node, recorder), args, recorder)
  recordOpaque(node, args, recorder)
}

function bodyOf(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  { region }: Recorder,
): FunctionNode | 'none' | null {
  return node.type === 'NewExpression' ? findConstructor(node.callee, region.parsed) : findFunction(node.callee, region.parsed)
}

/** `p.then(f)`, `p.catch(f)`, `p.finally(f)`: the protocol of promises; the callbacks run, before the value is there. */
function recordPromiseMethod(node: OpaqueNode, args: readonly Node[], recorder: Recorder): boolean {
  if (node.type !== 'CallExpression') return false
  const callee = plainExpression(node.callee)
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false
  if (!['then', 'catch', 'finally'].includes(callee.property.name)) return false
  if (!args.every((argument) => isFunction(argument) || isNothing(argument) || findFunction(argument, recorder.region.parsed))) return false
  for (const argument of args) {
    const callback = isFunction(argument) ? argument : findFunction(argument, recorder.region.parsed)
    if (callback) replayBody(callback, node, null, [], recorder)
  }
  return true
}

function recordOpaque(node: OpaqueNode, args: readonly Node[], recorder: Recorder): void {
  const { region } = recorder
  const callee = node.type === 'ImportExpression' ? null : plainExpression(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee)
  const calleeRefs = callee ? refsOf(callee, region) : []
  for (const argument of args) {
    // A function handed over may be called: what it does happens here, or later.
    if (isFunction(argument)) replayBody(argument, node, null, [], recorder)
  }
  recorder.opaque.push({
    call: node,
    name: callee ? lastName(callee) : 'import',
    receiverNames: callee ? namesBefore(callee) : [],
    receiver: callee?.type === 'MemberExpression' ? refsOf(callee.object, region) : null,
    chainStart: callee ? refsOf(chainStart(callee), region) : [],
    args: args.map((argument) => (isFunction(argument) ? [] : refsOf(argument.type === 'SpreadElement' ? argument.argument : argument, region))),
    awaited: isAwaited(node),
    used: valueUseOf(node, region.parsed),
    calleeVariable: callee?.type === 'Identifier' ? variableOf(callee, region.parsed) : null,
    callsElement: calleeRefs.some(({ root }) => root.kind === 'element'),
    anchor: node,
    origin: node,
  })
}

function visitCallee(callee: Node, recorder: Recorder): void {
  const node = plainExpression(callee)
  if (isFunction(node)) return
  if (node.type === 'Identifier') return readRoot(node, recorder)
  if (node.type !== 'MemberExpression') return recorder.visit(node)
  if (node.computed) recorder.visit(node.property)
  const object = plainExpression(node.object)
  // A method may read all of its receiver; that is for the row, the body or the opaque call to say.
  if (object.type === 'Identifier' || object.type === 'ThisExpression') readRoot(object, recorder)
  else recorder.visit(object)
}

function visitArgument(argument: Node, recorder: Recorder): void {
  if (isFunction(argument)) return
  if (argument.type === 'SpreadElement') return recorder.visit(argument.argument)
  recorder.visit(argument)
}

function receiverRefs(node: OpaqueNode, { region }: Recorder): readonly Ref[] | null {
  if (node.type === 'NewExpression') return [{ root: { kind: 'fresh', node }, path: [] }]
  if (node.type !== 'CallExpression') return null
  const callee = plainExpression(node.callee)
  return callee.type === 'MemberExpression' ? refsOf(callee.object, region) : null
}

function argumentsOf(node: OpaqueNode): readonly Node[] {
  if (node.type === 'ImportExpression') return [node.source]
  return node.type === 'TaggedTemplateExpression' ? node.quasi.expressions : node.arguments
}

function lastName(callee: Node): string | null {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type !== 'MemberExpression' || callee.computed) return null
  return callee.property.type === 'Identifier' || callee.property.type === 'PrivateIdentifier' ? callee.property.name : null
}

/** `this`, `repo` in `this.repo.save`; of calls on the way those named by one word, `trx` in `trx('t').insert`. */
function namesBefore(callee: Node): readonly string[] {
  const names: string[] = []
  for (let node = callee, before = beforeIn(callee); before; node = before, before = beforeIn(node)) {
    const name = before.type === 'ThisExpression' ? 'this' : lastName(before)
    if (name && (node.type !== 'CallExpression' || /^[a-z]+$/.test(name))) names.unshift(name)
  }
  return names
}

function chainStart(callee: Node): Node {
  const before = beforeIn(callee)
  return before ? chainStart(before) : callee
}

function beforeIn(node: Node): Node | null {
  if (node.type === 'MemberExpression') return plainExpression(node.object)
  return node.type === 'CallExpression' ? plainExpression(node.callee) : null
}

function isNothing(node: Node): boolean {
  return (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined')
}
