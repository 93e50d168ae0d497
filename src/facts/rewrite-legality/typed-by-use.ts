import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { findFunction, findMethodOfMade, findMethodOfType } from '../callees/find-function.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { isTypeScript } from './is-typescript.ts'

/** Whether the type that is expected of a call's value tells the type of the value, and not the arguments. */
type TypedByUse = 'yes' | 'no' | 'unknown'

/**
 * A type parameter that no argument tells is what the value's place expects:
 *
 *     declare function load<T>(path: string): Promise<T>
 *     const user: User = await load('user')       // T is User
 *     const user = await load('user')             // T is unknown
 *
 * Elsewhere it would be another type. Nothing is lost in a text that no TypeScript reads.
 */
export function typedByUse(value: Node, parsed: Parsed): TypedByUse {
  if (!isTypeScript(parsed)) return 'no'
  const node = plainExpression(value)
  if (node.type === 'AwaitExpression') return typedByUse(node.argument, parsed)
  if (node.type === 'ConditionalExpression') return ofEither([node.consequent, node.alternate], parsed)
  if (node.type === 'LogicalExpression') return ofEither([node.left, node.right], parsed)
  if (node.type !== 'CallExpression' && node.type !== 'TaggedTemplateExpression') return 'no'
  const callee = node.type === 'CallExpression' ? node.callee : node.tag
  if (node.typeArguments) return 'no'
  const declared = declarationOf(callee, parsed)
  if (declared) return isToldByResult(declared, fileOf(declared, parsed)) ? 'yes' : 'no'
  return isAmbient(callee, parsed) || isOfPlatform(node, parsed) ? 'no' : 'unknown'
}

function ofEither(parts: readonly Node[], parsed: Parsed): TypedByUse {
  const answers = parts.map((part) => typedByUse(part, parsed))
  return answers.find((answer) => answer === 'yes') ?? answers.find((answer) => answer !== 'no') ?? 'no'
}

type Declared = Node & {
  readonly typeParameters?: TSESTree.TSTypeParameterDeclaration
  readonly params: readonly Node[]
}

/** The function, or what is written of its type: `declare function f<T>(): T`, `load: <T>() => T`. */
function declarationOf(callee: Node, parsed: Parsed): Declared | null {
  const found = findFunction(callee, parsed) ?? findMethodOfType(callee, parsed) ?? findMethodOfMade(callee, parsed)
  if (found) return found as Declared
  const name = plainExpression(callee)
  const definition = name.type === 'Identifier' ? variableOf(name, parsed)?.defs[0] : undefined
  if (definition?.node.type === 'TSDeclareFunction') return definition.node as Declared
  const type = definition?.name.type === 'Identifier' ? definition.name.typeAnnotation?.typeAnnotation : undefined
  return type?.type === 'TSFunctionType' ? (type as Declared) : null
}

function isToldByResult({ typeParameters, params, ...rest }: Declared, { text }: Parsed): boolean {
  const mentions = (node: Node, name: string): boolean => new RegExp(`\\b${name}\\b`).test(text.slice(...node.range))
  const result = 'returnType' in rest ? rest.returnType : undefined
  return (typeParameters?.params ?? []).some(({ name }) => {
    const isMentioned = params.some((param) => mentions(param, name.name))
    return !isMentioned && (!result || mentions(result, name.name))
  })
}

/** A name that no file declares here. */
function isAmbient(callee: Node, parsed: Parsed): boolean {
  const node = plainExpression(callee)
  return node.type === 'Identifier' && (variableOf(node, parsed)?.defs.length ?? 0) === 0
}

/** Functions of the language and of Node have no such type parameters. */
function isOfPlatform(call: TSESTree.CallExpression | TSESTree.TaggedTemplateExpression, parsed: Parsed): boolean {
  const row = lookUpCall(call, parsed, [])?.row
  return row !== undefined && (row.module === 'global' || row.source.startsWith('https://nodejs.org/'))
}
