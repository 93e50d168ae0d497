import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { fileOf } from '../../parse/file-of.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { Asking } from '../known-calls/find-call.ts'
import { isNeverReassigned } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { Kind } from './kind.ts'
import { awaitedKind, joinKinds, parseKind, promiseOf, UNKNOWN } from './kind.ts'
import { kindOfResult, returnedBy } from './kind-of-result.ts'

/**
 * Kind of what a function gives whose written type says that it is what the call gives it, or what a function does that
 * the call gives it:
 *
 *     function once<T>(key: string, make: () => T): T          once('db', () => new PrismaClient())
 *     async function retry<T>(work: () => Promise<T>): Promise<T>
 *     function traced(client) { client.use(trace); return client }
 */
export function kindOfGiven(callee: FunctionNode, call: TSESTree.CallExpression, asking: Asking): Kind {
  const handedBack = handedBackBy(callee, call, asking)
  if (handedBack) return parseKind(asking.kindOf(handedBack) ?? 'unknown')
  const result = typeParameterIn(callee.returnType?.typeAnnotation, callee)
  if (!result) return UNKNOWN
  const kinds = callee.params.flatMap((parameter, index) => {
    const argument = call.arguments[index]
    const type = 'typeAnnotation' in parameter ? parameter.typeAnnotation?.typeAnnotation : undefined
    const given = argument && type ? kindGivenBy(argument, type, result.name, callee, asking) : null
    return given ? [given] : []
  })
  const kind = kinds.length === 0 ? UNKNOWN : joinKinds(kinds)
  return result.isPromise || callee.async ? promiseOf(kind) : kind
}

/** The argument that a function of which nothing is written gives back in all cases. */
function handedBackBy(callee: FunctionNode, call: TSESTree.CallExpression, asking: Asking): Node | null {
  if (callee.returnType || callee.async || callee.generator) return null
  const { parsed } = asking.at(fileOf(callee, asking.parsed))
  const given = new Set(returnedBy(callee, parsed).map((value) => value && variableOf(plainExpression(value), parsed)))
  const [variable] = given
  if (given.size !== 1 || !variable || !isNeverReassigned(variable)) return null
  const index = callee.params.findIndex((parameter) => parameter === variable.defs[0]?.name)
  const argument = call.arguments[index]
  return argument && argument.type !== 'SpreadElement' ? argument : null
}

/** What the argument says that `T` is; null where its type does not name `T`. */
function kindGivenBy(argument: Node, type: Node, name: string, callee: FunctionNode, asking: Asking): Kind | null {
  const isMaker = type.type === 'TSFunctionType'
  const found = typeParameterIn(isMaker ? type.returnType?.typeAnnotation : type, callee)
  if (found?.name !== name) return mentions(type, name, fileOf(callee, asking.parsed)) ? UNKNOWN : null
  const node = plainExpression(argument)
  const kind = !isMaker ? parseKind(asking.kindOf(node) ?? 'unknown') : isFunction(node) ? kindOfResult(node, asking) : UNKNOWN
  return found.isPromise ? awaitedKind(kind) : kind
}

interface TypeParameter {
  readonly name: string
  readonly isPromise: boolean
}

/** `T`, or `Promise<T>`, where `T` is a type parameter of the function. */
function typeParameterIn(type: Node | undefined, callee: FunctionNode): TypeParameter | null {
  if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return null
  const { name } = type.typeName
  if (callee.typeParameters?.params.some((parameter) => parameter.name.name === name)) return { name, isPromise: false }
  const [part] = type.typeArguments?.params ?? []
  const inner = name === 'Promise' && part ? typeParameterIn(part, callee) : null
  return inner && !inner.isPromise ? { ...inner, isPromise: true } : null
}

/** `T[]`, `{ value: T }`: the argument may give it in another way. */
function mentions(type: Node, name: string, { text }: Parsed): boolean {
  return new RegExp(String.raw`\b${name}\b`).test(text.slice(...type.range))
}
