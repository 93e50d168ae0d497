import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { singleInit } from '../scopes/binding.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { Ref } from './place.ts'
import { refsOf } from './refs.ts'
import type { Region } from './region.ts'
import { isLocal } from './region.ts'

/** How the name of a place is made: `join(dir, file.name, 'x')` has the parts `dir`, `/`, `file.name`, `/x`. */
export interface PlaceName {
  readonly parts: readonly NamePart[]
}

export type NamePart = NamedPart | { readonly text: string }

export interface NamedPart {
  readonly ref: Ref
  /** Another value of this part, the others being equal, gives another name. */
  readonly exact: boolean
  /** The name climbs out of the part again; equal parts still give equal names. */
  readonly climbed?: boolean
  /** Spelled in another way: `file.replace('.ts', '.js')`. Other values give other names by all signs. */
  readonly respelled?: true
}

/** What a path, url or id is made of, through constants, templates, `+`, `path.join` and `new URL`. */
export function placeNameOf(expression: Node, region: Region, depth = 0): PlaceName {
  const node = plainExpression(expression)
  if (depth > 8) return blurred(node, region)
  const next = (inner: Node): PlaceName => placeNameOf(inner, region, depth + 1)
  switch (node.type) {
    case 'Literal':
      return literally(String(node.value))
    case 'TemplateLiteral':
      return concatenate(
        node.quasis.flatMap(({ value }, index) => {
          const expression = node.expressions[index]
          return [literally(value.cooked ?? value.raw), ...(expression ? [next(expression)] : [])]
        }),
      )
    case 'BinaryExpression':
      return node.operator === '+' ? concatenate([next(node.left), next(node.right)]) : blurred(node, region)
    case 'Identifier':
      return nameOfVariable(node, region, next)
    case 'MemberExpression':
      return node.property.type === 'Identifier' && node.property.name === 'href' && !node.computed
        ? next(node.object)
        : exactly(refsOf(node, region))
    case 'CallExpression':
    case 'NewExpression':
      return isPathMaker(node, region)
        ? joined(
          node.arguments.map((argument) =>
              argument.type === 'SpreadElement' ? blurred(argument, region) : next(argument),
          ),
        )
        : respelled(node, region, next)
    case 'ThisExpression':
      return exactly(refsOf(node, region))
    default:
      return blurred(node, region)
  }
}

/** By what the variable holds; where nobody can tell how that was made, it is of one value in all turns. */
function nameOfVariable(node: TSESTree.Identifier, region: Region, next: (inner: Node) => PlaceName): PlaceName {
  const variable = variableOf(node, region.parsed)
  const init = variable && !region.elements.has(variable) && !region.bound.has(variable) && singleInit(variable)
  const name = init && isNaming(init) ? next(init) : null
  const isTold = name && (isLocal(variable!, region) || name.parts.every(isKnownPart))
  return isTold ? name : exactly(refsOf(node, region))
}

/** Not a part from which one does not know how the name was made. */
export function isKnownPart(part: NamePart): boolean {
  return 'text' in part || part.exact || part.respelled === true || part.climbed === true
}

/** Joining and resolving keep what differs apart: `path.join`, `path.resolve`, `new URL`, `pathToFileURL`. */
function isPathMaker(node: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>, region: Region): boolean {
  return lookUpCall(node, region.parsed, region.knownCalls)?.row.joinsNames === true
}

function isNaming(node: Node): boolean {
  const plain = plainExpression(node)
  return [
    'Literal',
    'TemplateLiteral',
    'BinaryExpression',
    'Identifier',
    'MemberExpression',
    'CallExpression',
    'NewExpression',
  ].includes(plain.type)
}

/** What a later `..` climbs out of again does not tell names apart. */
export function concatenate(names: readonly PlaceName[]): PlaceName {
  const parts = names.flatMap((name) => name.parts)
  const last = parts.findLastIndex(climbs)
  return { parts: parts.map((part, index) => ('text' in part || index > last ? part : climbOutOf(part))) }
}

/** `..`, which leaves what the parts before it have named. */
export function climbs(part: NamePart): boolean {
  return 'text' in part && CLIMBS.test(part.text)
}

const CLIMBS = /(?:^|\/)\.\.(?:\/|$)/

function climbOutOf({ ref, exact, climbed }: NamedPart): NamedPart {
  return { ref, exact: false, climbed: exact || climbed === true }
}

function joined(names: readonly PlaceName[]): PlaceName {
  return concatenate(names.flatMap((name, index) => (index === 0 ? [name] : [literally('/'), name])))
}

function literally(text: string): PlaceName {
  return { parts: text === '' ? [] : [{ text }] }
}

function exactly(refs: readonly Ref[]): PlaceName {
  return { parts: refs.map((ref) => ({ ref, exact: refs.length === 1 })) }
}

/** A text whose letters or ending were changed is mostly as good a name as the text itself. */
function respelled(node: Node, region: Region, next: (inner: Node) => PlaceName): PlaceName {
  const known = node.type === 'CallExpression' ? lookUpCall(node, region.parsed, region.knownCalls) : null
  const isText = known?.receiver && known.row.module === 'global' && known.row.returns === 'string'
  const method = isText && node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee.property : null
  if (method?.type !== 'Identifier' || !RESPELLING.has(method.name)) return blurred(node, region)
  const { parts } = next(known!.receiver!)
  return { parts: parts.map((part) => ('text' in part ? part : { ...part, exact: false, respelled: true })) }
}

const RESPELLING: ReadonlySet<string> = new Set(['replace', 'replaceAll', 'toLowerCase', 'trim'])

/** Made from what is named in it, one does not know how: other values may give one name. */
function blurred(node: Node, region: Region): PlaceName {
  return { parts: namedParts(node, region).map((ref) => ({ ref, exact: false })) }
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
