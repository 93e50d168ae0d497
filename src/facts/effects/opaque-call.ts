import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { OpaqueCall, OpaqueNode } from './behaviour.ts'
import type { Ref } from './place.ts'
import { refsOf } from './refs.ts'
import type { Region } from './region.ts'
import { isAwaited, valueUseOf } from './value-use.ts'

/** A call of `callee` at `node` that nothing is known of but its names, and what it is given and gives. */
export function opaqueCall(
  node: OpaqueNode,
  callee: Node | null,
  args: readonly (readonly Ref[])[],
  region: Region,
): OpaqueCall {
  const refs = callee ? refsOf(callee, region) : []
  return {
    call: node,
    name: callee ? lastName(callee) : 'import',
    receiverNames: callee ? namesBefore(callee) : [],
    receiver: callee?.type === 'MemberExpression' ? refsOf(callee.object, region) : null,
    chainStart: callee ? refsOf(chainStart(callee), region) : [],
    args,
    awaited: isAwaited(node, region.parsed),
    used: valueUseOf(node, region.parsed),
    calleeVariable: callee?.type === 'Identifier' ? variableOf(callee, region.parsed) : null,
    callsElement: refs.some((ref) => ref.root.kind === 'element' && !isOfOwnEntry(ref, callee, region)),
    anchor: node,
    origin: node,
  }
}

/** `const { load } = loaders[name]` is a method of what the turn has picked. */
function isOfOwnEntry({ path }: Ref, callee: Node | null, { keyed, elements, parsed }: Region): boolean {
  if (!keyed || path.length <= keyed.path.length || callee?.type !== 'Identifier') return false
  const variable = variableOf(callee, parsed)
  return variable !== null && !elements.has(variable)
}

export function argumentRefs(args: readonly Node[], region: Region): readonly (readonly Ref[])[] {
  return args.map((argument) =>
    isFunction(argument) ? [] : refsOf(argument.type === 'SpreadElement' ? argument.argument : argument, region),
  )
}

/** `save` of `repo.save`. */
export function lastName(callee: Node): string | null {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type !== 'MemberExpression' || callee.computed) return null
  const { property } = callee
  return property.type === 'Identifier' || property.type === 'PrivateIdentifier' ? property.name : null
}

/** `this`, `repo` in `this.repo.save`; of calls on the way those named by one word, `trx` in `trx('t').insert`. */
export function namesBefore(callee: Node): readonly string[] {
  const names: string[] = []
  for (let node = callee, before = beforeIn(callee); before; node = before, before = beforeIn(node)) {
    const name = before.type === 'ThisExpression' ? 'this' : lastName(before)
    if (name && (node.type !== 'CallExpression' || /^[a-z]+$/.test(name))) names.unshift(name)
  }
  return names
}

/** `trx` of `trx('t').insert`. */
export function chainStart(callee: Node): Node {
  const before = beforeIn(callee)
  return before ? chainStart(before) : callee
}

function beforeIn(node: Node): Node | null {
  if (node.type === 'MemberExpression') return plainExpression(node.object)
  return node.type === 'CallExpression' ? plainExpression(node.callee) : null
}
