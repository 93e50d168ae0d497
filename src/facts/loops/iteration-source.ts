import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { valueKindOf } from '../values/value-of.ts'
import type { Region } from '../effects/region.ts'

/** Whether no two turns get the same element. */
export type Distinct = 'yes' | 'unknown'

/** Whether the elements that the loop walks surely differ from each other: keys, a Set, a directory's listing, other literals. */
export function distinctElements(loop: AwaitLoop, region: Region): Distinct {
  if (loop.kind === 'for-in') return 'yes'
  if (loop.kind === 'index' || loop.kind === 'counter') return 'unknown'
  return loop.source && isDistinct(loop.source, region, 0) ? 'yes' : 'unknown'
}

/** Whether what is walked is surely a list in memory, not a stream, a generator or something lazy. */
export function isKnownCollection(loop: AwaitLoop, region: Region): boolean {
  if (loop.kind === 'for-in') return true
  const kind = loop.source && valueKindOf(loop.source, region.parsed)
  return kind !== null && /^(?:\[|(?:Readonly)?(?:Array|Set|Map)\b|string$)|\[\]$/.test(kind)
}

function isDistinct(expression: Node, region: Region, depth: number): boolean {
  const node = plainExpression(expression)
  if (depth > 6) return false
  switch (node.type) {
    case 'Identifier': {
      const variable = variableOf(node, region.parsed)
      const init = variable && singleInit(variable)
      return isSet(node, region) || (init !== null && isDistinct(init, region, depth + 1))
    }
    case 'AwaitExpression':
      return isDistinct(node.argument, region, depth + 1)
    case 'ArrayExpression':
      return areDistinctLiterals(node.elements)
    case 'CallExpression': {
      const known = lookUpCall(node, region.parsed, region.knownCalls)
      if (known?.row.distinct === 'always') return true
      return known?.row.distinct === 'receiver' && known.receiver !== null && isDistinct(known.receiver, region, depth + 1)
    }
    default:
      return isSet(node, region)
  }
}

function isSet(node: Node, region: Region): boolean {
  return /^(?:Readonly)?Set\b/.test(valueKindOf(node, region.parsed) ?? '')
}

function areDistinctLiterals(elements: readonly (Node | null)[]): boolean {
  const values = elements.map((element) => (element?.type === 'Literal' ? element.raw : null))
  return values.every((value) => value !== null) && new Set(values).size === values.length
}
