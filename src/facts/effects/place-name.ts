import type { Node } from '../../parse/node-types.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { singleInit } from '../scopes/binding.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { Ref } from './place.ts'
import { refsOf } from './refs.ts'
import type { Region } from './region.ts'

/**
 * How the name of a place is made: `join(dir, file.name)` has the parts `dir` and `file.name`.
 * `injective`: other values of one part, the others being equal, give another name.
 */
export interface PlaceName {
  readonly parts: readonly Ref[]
  readonly injective: boolean
}

const NOTHING: PlaceName = { parts: [], injective: true }

/** What a path, url or id is made of, through constants, templates, `+`, `path.join` and `new URL`. */
export function placeNameOf(expression: Node, region: Region, depth = 0): PlaceName {
  const node = plainExpression(expression)
  if (depth > 8) return { parts: [], injective: false }
  const next = (inner: Node): PlaceName => placeNameOf(inner, region, depth + 1)
  switch (node.type) {
    case 'Literal':
      return NOTHING
    case 'TemplateLiteral':
      return join(node.expressions.map(next))
    case 'BinaryExpression':
      return node.operator === '+' ? join([next(node.left), next(node.right)]) : blurred(region, node)
    case 'Identifier': {
      const variable = variableOf(node, region.parsed)
      const init = variable && !region.elements.has(variable) && !region.bound.has(variable) && singleInit(variable)
      return init && isNaming(init) ? next(init) : { parts: refsOf(node, region), injective: true }
    }
    case 'MemberExpression':
      return node.property.type === 'Identifier' && node.property.name === 'href' && !node.computed
        ? next(node.object)
        : { parts: refsOf(node, region), injective: true }
    case 'CallExpression':
    case 'NewExpression':
      return isPathMaker(node, region)
        ? join(node.arguments.map((argument) => (argument.type === 'SpreadElement' ? blurred(region, argument) : next(argument))))
        : blurred(region, node)
    case 'ThisExpression':
      return { parts: refsOf(node, region), injective: true }
    default:
      return blurred(region, node)
  }
}

/** Joining and resolving keep what differs apart: `path.join`, `path.resolve`, `new URL`, `pathToFileURL`. */
function isPathMaker(node: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>, region: Region): boolean {
  return lookUpCall(node, region.parsed, region.knownCalls)?.row.joinsNames === true
}

function isNaming(node: Node): boolean {
  const plain = plainExpression(node)
  return ['Literal', 'TemplateLiteral', 'BinaryExpression', 'Identifier', 'MemberExpression', 'CallExpression', 'NewExpression']
    .includes(plain.type)
}

function join(names: readonly PlaceName[]): PlaceName {
  return { parts: names.flatMap(({ parts }) => parts), injective: names.every(({ injective }) => injective) }
}

/** Made from what is named in it, one does not know how: different parts may give one name. */
function blurred(region: Region, node: Node): PlaceName {
  return { parts: namedParts(node, region), injective: false }
}

function namedParts(node: Node, region: Region): readonly Ref[] {
  const plain = plainExpression(node)
  if (plain.type === 'CallExpression' || plain.type === 'NewExpression') {
    const receiver = plain.callee.type === 'MemberExpression' ? namedParts(plain.callee.object, region) : []
    return [...receiver, ...plain.arguments.flatMap((argument) => namedParts(argument, region))]
  }
  if (plain.type === 'SpreadElement') return namedParts(plain.argument, region)
  return refsOf(plain, region)
}
