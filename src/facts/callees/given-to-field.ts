import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { findConstructor } from './find-function.ts'
import { findClass } from './value-of-name.ts'

/** What a new object was given for a field: the argument, or the part of it that `path` leads to. */
export interface Given {
  readonly argument: Node
  readonly path: readonly string[]
}

/**
 * Arguments of `new C(...)` that the field may hold, by the constructor of this file; none where that is not known.
 *
 *     constructor(private readonly list) {}        constructor(options) { this.list = options.list }
 */
export function givenToField(node: TSESTree.NewExpression, key: string, parsed: Parsed): readonly Given[] {
  const found = findClass(node.callee, parsed)
  const maker = found && findConstructor(node.callee, parsed)
  if (!maker || maker === 'none') return []
  return [...byParameter(maker, key, node.arguments), ...byAssignment(maker, key, node.arguments, parsed)]
}

function whole(argument: TSESTree.CallExpressionArgument): readonly Given[] {
  if (isFunction(argument) || argument.type === 'Literal') return []
  return [{ argument: argument.type === 'SpreadElement' ? argument.argument : argument, path: [] }]
}

/** constructor(private readonly list: string[]) */
function byParameter(
  maker: FunctionNode,
  key: string,
  args: readonly TSESTree.CallExpressionArgument[],
): readonly Given[] {
  return maker.params.flatMap((parameter, index) => {
    if (parameter.type !== 'TSParameterProperty') return []
    const name = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter
    const argument = args[index]
    return argument && name.type === 'Identifier' && (key === '*' || name.name === key) ? whole(argument) : []
  })
}

/** this.list = options.list */
function byAssignment(
  maker: FunctionNode,
  key: string,
  args: readonly TSESTree.CallExpressionArgument[],
  parsed: Parsed,
): readonly Given[] {
  const given: Given[] = []
  walk(maker.body ?? maker, parsed, (node) => {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return
    const { object, property } = node.left
    const isNamed = key === '*' || ('name' in property && fieldName(property) === key)
    if (object.type === 'ThisExpression' && isNamed) given.push(...partsOfArguments(node.right, maker, args, parsed))
  })
  return given
}

function fieldName(property: { type: string; name?: unknown }): string {
  return property.type === 'PrivateIdentifier' ? `#${String(property.name)}` : String(property.name)
}

/** Arguments that stand for the parameters which the value is, or is a part of. */
function partsOfArguments(
  value: Node,
  maker: FunctionNode,
  args: readonly TSESTree.CallExpressionArgument[],
  parsed: Parsed,
): readonly Given[] {
  const node = plainExpression(value)
  if (node.type === 'LogicalExpression') {
    return [node.left, node.right].flatMap((side) => partsOfArguments(side, maker, args, parsed))
  }
  const path: string[] = []
  let root: Node = node
  for (; root.type === 'MemberExpression'; root = plainExpression(root.object)) {
    path.unshift(!root.computed && root.property.type === 'Identifier' ? root.property.name : '*')
  }
  const def = root.type === 'Identifier' ? variableOf(root, parsed)?.defs[0] : undefined
  if (def?.type !== 'Parameter' || def.node !== maker) return []
  const index = maker.params.findIndex(({ range }) => def.name.range[0] >= range[0] && def.name.range[1] <= range[1])
  const argument = args[index]
  if (!argument) return []
  return maker.params[index]?.type === 'Identifier' ? whole(argument).map((one) => ({ ...one, path })) : whole(argument)
}
