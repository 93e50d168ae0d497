import type { TSESTree } from '@typescript-eslint/utils'
import { plainExpression } from '../../facts/scopes/plain-expression.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'

/**
 * Whether one of the parts, of some nodes each, declares a name that another one mentions: put into one block, the
 * other would mean that.
 * The parameter of a callback does not count, nor do its mentions, as it is given the name of the element.
 */
export function haveClash(parts: readonly (readonly Node[])[], parsed: Parsed): boolean {
  return parts.some((part) => {
    const others = parts.filter((other) => other !== part).flat()
    const isMentioned = (name: string): boolean =>
      others.some((other) => nameOfParameter(other) !== name && mentions(other, name, parsed))
    return part.some((node) => declaredIn(node, parsed).some(isMentioned))
  })
}

/** Names that the part declares, but for the parameter of a callback. */
export function declaredIn(part: Node, parsed: Parsed): readonly string[] {
  const own = nameOfParameter(part)
  const [start, end] = part.range
  return parsed.scopes.scopes
    .flatMap(({ variables }) => variables)
    .filter(({ identifiers: [name] }) => name && name.range[0] >= start && name.range[1] <= end && name.name !== own)
    .map(({ name }) => name)
}

/** Whether the part has the name anywhere but as a property. */
export function mentions(part: Node, name: string, parsed: Parsed): boolean {
  let found = false
  walk(part, parsed, (node) => {
    if ((node.type === 'Identifier' || node.type === 'JSXIdentifier') && node.name === name && !isKey(node)) found = true
  })
  return found
}

export function nameOfParameter(callback: Node): string | null {
  const node = plainExpression(callback)
  const parameter: TSESTree.Parameter | null | undefined = isFunction(node) ? node.params[0] : null
  return parameter?.type === 'Identifier' ? parameter.name : null
}

function isKey(node: Node): boolean {
  const { parent } = node
  if (parent?.type === 'MemberExpression') return parent.property === node && !parent.computed
  return parent?.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand
}
