import type { TSESTree } from '@typescript-eslint/utils'
import { isTypeScript } from '../facts/rewrite-legality/is-typescript.ts'
import type { ArrayFiller } from '../model/find-array-fillers.ts'
import type { FunctionNode } from '../parse/node-types.ts'
import { parseText } from '../parse/parse-text.ts'
import type { Parsed } from '../parse/parsed.ts'
import { ParseError } from '../parse/parsed.ts'
import type { EditList } from './edit-list.ts'
import { isDeclaredAround } from './fresh-name.ts'
import { commentAbove } from './comment-above.ts'
import { tokenBefore } from './source-text.ts'

/**
 * Mends what is written of the result: `T[]` -> `Generator<T>`, `Promise<T[]>` -> `AsyncGenerator<T>`, after the
 * parameters and in JSDoc. Where only the array has a type, the function gets one. False where a type is no array's.
 */
export function mendResultType(list: EditList, filler: ArrayFiller, parsed: Parsed): boolean {
  const { node } = filler
  const name = node.async ? 'AsyncGenerator' : 'Generator'
  const written = node.returnType?.typeAnnotation
  const own = written ? null : typeOfArray(filler)
  const element = written ? elementOf(written, node.async, parsed.text) : own && elementOf(own, false, parsed.text)
  if ((written || own) && (element === null || isDeclaredAround(name, node, parsed))) return false
  if (written) list.replace(written.range[0], written.range[1], `${name}<${element}>`)
  else if (element !== null && isTypeScript(parsed)) list.insert(endOfParameters(node, parsed), `: ${name}<${element}>`)
  return mendJsDoc(list, node, name, parsed)
}

/** `T[]` of `const out: T[] = []`, `[] as T[]`; `Array<T>` of `new Array<T>()` */
function typeOfArray({ declarator: { id, init } }: ArrayFiller): TSESTree.TypeNode | null {
  if (id.typeAnnotation) return id.typeAnnotation.typeAnnotation
  return init?.type === 'TSAsExpression' || init?.type === 'TSTypeAssertion' ? init.typeAnnotation : null
}

/** Behind `)`; of an arrow function before ` =>`. */
function endOfParameters(node: FunctionNode, parsed: Parsed): number {
  const before = tokenBefore(node.body!.range[0], parsed)!
  return before.value === '=>' ? tokenBefore(before.range[0], parsed)!.range[1] : before.range[1]
}

/** The text of `T` in `T[]`, `Array<T>`, `readonly T[]`; in a promise of those where the function is async. */
export function elementOf(type: TSESTree.TypeNode, isAsync: boolean, text: string): string | null {
  const argument = type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeArguments?.params[0] : undefined
  const name = argument && type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName.name : null
  if (isAsync) return name === 'Promise' ? elementOf(argument!, false, text) : null
  if (type.type === 'TSArrayType') return text.slice(...type.elementType.range)
  if (type.type === 'TSTypeOperator' && type.operator === 'readonly' && type.typeAnnotation) {
    return elementOf(type.typeAnnotation, false, text)
  }
  return name === 'Array' || name === 'ReadonlyArray' ? text.slice(...argument!.range) : null
}

/** Whether the function says what it gives, so that nobody else has to. */
export function hasWrittenResult(node: FunctionNode, parsed: Parsed): boolean {
  return Boolean(node.returnType) || RETURNS.test(commentAbove(node, parsed)?.value ?? '')
}

const RETURNS = /@returns?\s+\{/

/** `@returns {T[]} words` */
function mendJsDoc(list: EditList, node: FunctionNode, name: string, parsed: Parsed): boolean {
  const comment = commentAbove(node, parsed)
  if (!comment?.value.startsWith('*')) return true
  if (/@(?:type|satisfies|callback|overload)\b/.test(comment.value)) return false
  const found = RETURNS.exec(comment.value)
  if (!found) return true
  const start = comment.range[0] + '/*'.length + found.index + found[0].length
  const end = closingBrace(start, comment.range[1], parsed.text)
  const element = end === null ? null : elementInText(parsed.text.slice(start, end), node.async)
  if (end === null || element === null) return false
  list.replace(start, end, `${name}<${element}>`)
  return true
}

function closingBrace(start: number, end: number, text: string): number | null {
  let depth = 1
  for (let at = start; at < end; at += 1) {
    if (text[at] === '{') depth += 1
    if (text[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  return null
}

/** The types of JSDoc are those of TypeScript, but for `Array.<T>`. */
function elementInText(written: string, isAsync: boolean): string | null {
  const text = `type T = ${written.replaceAll('.<', '<')}`
  try {
    const [statement] = parseText(text, 'type.ts').ast.body
    return statement?.type === 'TSTypeAliasDeclaration' ? elementOf(statement.typeAnnotation, isAsync, text) : null
  } catch (error) {
    if (error instanceof ParseError) return null
    throw error
  }
}

