import type { Node } from '../../parse/node-types.ts'
import type { Region } from '../effects/region.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { plainExpression } from '../scopes/plain-expression.ts'

/**
 * Arrays that an expression makes, one of which is its value; null where the value may be something else: what somebody
 * holds, `null`, or an array with more to it, as `text.match(re)` gives.
 *
 *     xs.filter(f)     Object.keys(o)     ready ? ['a'] : []
 */
export function newArraysOf(expression: Node, region: Region): readonly Node[] | null {
  const node = plainExpression(expression)
  switch (node.type) {
    case 'ArrayExpression':
      return [node]
    case 'ConditionalExpression': {
      const [one, other] = [newArraysOf(node.consequent, region), newArraysOf(node.alternate, region)]
      return one && other && [...one, ...other]
    }
    case 'NewExpression':
    case 'CallExpression': {
      const row = lookUpCall(node, region.parsed, region.knownCalls)?.row
      const isPlain = row?.fresh === true && row.module === 'global' && [row.name].flat().some((name) => MAKES_ARRAY.test(name))
      return isPlain ? [node] : null
    }
    default:
      return null
  }
}

const MAKES_ARRAY = /^(?:new )?Array\b|^Object\.(?:keys|values|entries|getOwnPropertyNames)$|^string#split$/

/** Elements of a literal that are written out are few: [...(ready ? ['a'] : [])] */
export function isWrittenOut(arrays: readonly Node[]): boolean {
  return arrays.every(
    (array) => array.type === 'ArrayExpression' && array.elements.every((element) => element?.type !== 'SpreadElement'),
  )
}
