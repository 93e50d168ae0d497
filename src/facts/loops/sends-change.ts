import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import type { OpaqueNode } from '../effects/behaviour.ts'
import type { Region } from '../effects/region.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { takesElement } from './takes-element.ts'

const CHANGES: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
const ADDRESSES: ReadonlySet<string> = new Set(['url', 'uri', 'path', 'pathname'])

/** Whether a request changes something at an address that all turns share: `send('/messages', { method: 'POST' })`. */
export function sendsToOneAddress(call: OpaqueNode, region: Region, loop: AwaitLoop): boolean {
  if (call.type !== 'CallExpression') return false
  const given = call.arguments.map(plainExpression)
  const options = given.flatMap((one) => (one.type === 'ObjectExpression' ? one.properties : []))
  if (!options.some(isChange)) return false
  const addresses = [...given.filter(({ type }) => type !== 'ObjectExpression'), ...options.flatMap(addressIn)]
  return !addresses.some((address) => takesElement(address, region, loop))
}

function isChange(property: TSESTree.ObjectLiteralElement): boolean {
  const value = nameOf(property) === 'method' && property.type === 'Property' ? plainExpression(property.value) : null
  return value?.type === 'Literal' && typeof value.value === 'string' && CHANGES.has(value.value.toUpperCase())
}

function addressIn(property: TSESTree.ObjectLiteralElement): readonly Node[] {
  return property.type === 'Property' && ADDRESSES.has(nameOf(property) ?? '') ? [property.value] : []
}

function nameOf(property: TSESTree.ObjectLiteralElement): string | null {
  return property.type === 'Property' && !property.computed && property.key.type === 'Identifier' ? property.key.name : null
}
