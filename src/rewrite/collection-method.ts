import type { TSESTree } from '@typescript-eslint/utils'
import { iterableKindOf } from '../facts/arrays/iterable-kind.ts'
import { plainCallback } from '../facts/arrays/plain-callback.ts'
import type { Region } from '../facts/effects/region.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { CopyForm } from '../verdict/copies.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import { receiverText, replaceCopy } from './copied-source.ts'
import type { Draft } from './drafts.ts'
import { EditList } from './edit-list.ts'

/**
 * What a Set or a Map can do itself; null where there is no such thing.
 *
 *     [...users].includes(x)   ->   users.has(x)        [...users].length   ->   users.size
 *     [...map.keys()].includes(x)   ->   map.has(x)     [...users].forEach((x) => ...)   ->   users.forEach((x) => ...)
 */
export function collectionMethod({ copy, kind, region }: CopyForm, parsed: Parsed): Draft | RefusalCode | null {
  const { source, use: { consumer, stages } } = copy
  if (stages.length > 0) return null
  const list = new EditList()
  if (consumer.kind === 'length' && (kind === 'set' || kind === 'map')) {
    list.replace(...consumer.node.property.range, 'size')
    return replaceCopy(list, copy, receiverText(source, parsed), parsed) ?? { form: 'collection-method', title: 'Ask for the `size`, without a copy.', list }
  }
  if (consumer.kind !== 'method' || consumer.node.callee.type !== 'MemberExpression') return null
  const { property } = consumer.node.callee
  if (consumer.name === 'includes' && consumer.node.arguments.length === 1) {
    const holder = kind === 'set' ? source : keysOf(source, region)
    if (!holder || consumer.node.arguments[0]!.type === 'SpreadElement') return null
    list.replace(...property.range, 'has')
    return replaceCopy(list, copy, receiverText(holder, parsed), parsed) ?? { form: 'collection-method', title: 'Ask with `has`, without a copy and a search.', list }
  }
  if (consumer.name !== 'forEach' || kind !== 'set' || !plainCallback(consumer.node, 1, parsed)) return null
  return replaceCopy(list, copy, receiverText(source, parsed), parsed) ?? { form: 'collection-method', title: 'Call `forEach` on the Set itself, without a copy.', list }
}

/** `map` in `map.keys()`; keys of an array are found by no `has`. */
function keysOf(source: TSESTree.Expression, region: Region): TSESTree.Expression | null {
  if (source.type !== 'CallExpression' || source.callee.type !== 'MemberExpression' || source.optional) return null
  const { object, property, optional, computed } = source.callee
  if (optional || computed || property.type !== 'Identifier') return null
  const kind = iterableKindOf(object, region)
  const areKeys = property.name === 'keys' ? kind === 'map' || kind === 'set' : property.name === 'values' && kind === 'set'
  return areKeys ? object : null
}
