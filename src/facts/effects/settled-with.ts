import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'
import { referencesOf } from '../scopes/binding.ts'
import type { Ref } from './place.ts'
import type { RefAsking } from './ref-asking.ts'
import type { Region } from './region.ts'

/**
 * What a new promise gives, where it is one: `x` of `new Promise((resolve) => resolve(x))`; where others get hold of
 * `resolve`, or give what it is called with, nothing is known of it.
 */
export function settledWith(
  node: TSESTree.NewExpression,
  region: Region,
  { refsOf }: Pick<RefAsking, 'refsOf'>,
): readonly Ref[] | null {
  if (!isNewPromise(node, region)) return null
  const unknown: Ref = { root: { kind: 'opaque', node }, path: [] }
  const [executor] = node.arguments
  const name = isFunction(executor) ? executor.params[0] : undefined
  const settle = name?.type === 'Identifier' ? variableOf(name, region.parsed) : null
  if (!settle) return [unknown]
  const refs = referencesOf(settle).flatMap(({ identifier }): readonly Ref[] => {
    const call = identifier.parent as Node | undefined
    const isCalled = call?.type === 'CallExpression' && call.callee === identifier
    if (isCalled) return call.arguments.flatMap((argument) => refsOf(argument, region))
    return isTimed(identifier as Node) ? [] : [unknown]
  })
  const known = refs.map((ref) => (isGivenLater(ref, node) ? unknown : ref))
  return known.length > 0 ? known : [{ root: { kind: 'fresh', node }, path: [] }]
}

export function isNewPromise({ callee }: TSESTree.NewExpression, { parsed }: Pick<Region, 'parsed'>): boolean {
  return callee.type === 'Identifier' && callee.name === 'Promise' && isGlobal(callee, parsed)
}

/** `setTimeout(resolve, 100)` calls it with nothing. */
function isTimed(name: Node): boolean {
  const call = name.parent
  if (call?.type !== 'CallExpression' || call.arguments.length > 2) return false
  return call.callee.type === 'Identifier' && call.callee.name === 'setTimeout'
}

/** `data` of `(error, data) => resolve(data)` */
function isGivenLater({ root }: Ref, { range }: Node): boolean {
  const def = root.kind === 'variable' ? root.variable.defs[0] : undefined
  const owner = def?.type === 'Parameter' ? (def.node as Node) : null
  return owner !== null && owner.range[0] >= range[0] && owner.range[1] <= range[1]
}
