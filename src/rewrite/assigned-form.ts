import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import { isTypeScript } from '../facts/rewrite-legality/is-typescript.ts'
import { isInert } from '../facts/rewrite-legality/inert.ts'
import { typedByUse } from '../facts/rewrite-legality/typed-by-use.ts'
import { contains } from '../facts/rewrite-legality/references-in.ts'
import { isSettled, isSettledVariable } from '../facts/rewrite-legality/settled-value.ts'
import { referencesOf } from '../facts/scopes/binding.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { ConcurrentCall } from './concurrent-call.ts'
import { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import { freshName } from './fresh-name.ts'
import type { Walk } from './loop-walk.ts'
import { keywordEnd, valueRange } from './map-form.ts'
import { asArrowBody, asNamedBody, hasCommentBetween, indentAt, lineEndAfter, lineStartOf } from './source-text.ts'
import type { Split } from './split-turn.ts'
import { frameOf, terminatorAt } from './statement-frame.ts'

const LINE_WIDTH = 120

/** The empty array that a loop fills, and the one call that fills it. */
interface Filling {
  readonly declaration: TSESTree.VariableDeclaration
  readonly id: TSESTree.Identifier
  readonly push: TSESTree.ExpressionStatement
  readonly value: TSESTree.Expression
}

/**
 * An array that is still empty before the loop is what the map gives:
 *
 *     const out = []                                const out = await pMap(xs, async (x) => f(x), ...)
 *     for (const x of xs) out.push(await f(x))  ->
 *
 * Null where the loop does something else with the array, or other code touches it before the loop has ended.
 */
export function assignedForm(
  loop: AwaitLoop,
  split: Split,
  walk: Walk,
  call: ConcurrentCall,
  parsed: Parsed,
): EditList | null {
  const filling = fillingOf(loop, split, parsed)
  if (!filling) return null
  const { declaration, id, push, value } = filling
  const { start, end, indent } = frameOf(loop, [], parsed)
  const target = `${declaration.kind} ${parsed.text.slice(...id.range)} = `
  const head = `${target}${call.open}async (${walk.parameter}) => `
  const close = `${call.close}${terminatorAt(end, parsed)}`
  const edits = withoutDeclaration(declaration, parsed)
  const body = loop.body
  const sole = soleValue(value, split)
  // Without a type that is written, that of `pMapSkip` may be taken for the elements'.
  const isFree = !id.typeAnnotation && typedByUse(sole ?? value, parsed) !== 'no'
  const name = freshName(['result', 'value'], loop.node, parsed)
  const inline = sole && `${head}${isFree ? asNamedBody(sole, name, parsed) : asArrowBody(sole, parsed)}${close}`
  const fits =
    inline &&
    !inline.includes('\n') &&
    inline.length + indent.length <= LINE_WIDTH &&
    !hasLooseComment(body, sole, parsed)
  if (inline && (fits || body.type !== 'BlockStatement')) return edits.replace(start, end, inline)
  if (body.type !== 'BlockStatement') return null
  for (const jump of loop.continues) edits.replace(jump.range[0], keywordEnd(jump), `return ${call.skip}`)
  returnValue(edits, push, value, isFree ? name : null, parsed)
  return edits.replace(start, body.range[0] + 1, `${head}{`).insert(end, close)
}

/** out.push(await f(x))   ->   return f(x)   |   const result = await f(x); return result */
function returnValue(edits: EditList, push: Node, value: Node, name: string | null, parsed: Parsed): void {
  const semicolon = parsed.text[push.range[1] - 1] === ';' ? ';' : ''
  if (name && value.type === 'AwaitExpression') {
    const next = `${fileStyle(parsed).newline}${indentAt(push.range[0], parsed)}return ${name}`
    edits.replace(push.range[0], value.range[0], `const ${name} = `)
    edits.replace(value.range[1], push.range[1], `${semicolon}${next}${semicolon}`)
    return
  }
  const [first, last] = valueRange(value as TSESTree.Expression, parsed)
  edits.replace(push.range[0], first, 'return ').replace(last, push.range[1], semicolon)
}

/** What the whole turn comes down to: `await f(x)` of `const data = await f(x); out.push(data)`. */
function soleValue(value: TSESTree.Expression, { prefix, ending }: Split): TSESTree.Expression | null {
  if (prefix.length === 0) return value
  const isNamed = prefix.length === 1 && ending?.pattern.type === 'Identifier' && value.type === 'Identifier'
  return isNamed && ending.pattern.name === value.name ? ending.value : null
}

/** Also a name of the turn that was given an awaited value. */
function isSettledHere(value: Node, { body }: AwaitLoop, parsed: Parsed): boolean {
  const variable = value.type === 'Identifier' ? variableOf(value, parsed) : null
  const isOfTurn = variable?.identifiers.every((name) => contains(body, name as Node)) ?? false
  return isSettled(value) || (variable !== null && isOfTurn && isSettledVariable(variable))
}

function hasLooseComment(body: Node, value: Node, parsed: Parsed): boolean {
  return (
    hasCommentBetween(body.range[0], value.range[0], parsed) || hasCommentBetween(value.range[1], body.range[1], parsed)
  )
}

function fillingOf(loop: AwaitLoop, { suffix, through, guards }: Split, parsed: Parsed): Filling | null {
  const [push] = suffix
  if (guards.length > 0 || suffix.length !== 1 || push?.type !== 'ExpressionStatement') return null
  const call = push.expression
  if (call.type !== 'CallExpression' || call.arguments.length !== 1) return null
  const value = call.arguments[0]!
  // What is made of the awaited value is made in the callback: nobody may be able to tell.
  if (value.type === 'SpreadElement' || !isInert(value, through) || !isSettledHere(value, loop, parsed)) return null
  const { callee } = call
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.computed) return null
  if (callee.property.type !== 'Identifier' || callee.property.name !== 'push') return null
  const variable = variableOf(callee.object, parsed)
  const declaration = variable && emptyArrayBefore(variable, loop)
  if (!declaration || isTouchedEarly(variable, declaration, loop)) return null
  if (hasCommentBetween(declaration.range[0], lineEndAfter(declaration.range[1], parsed), parsed)) return null
  const id = declaration.declarations[0]!.id as TSESTree.Identifier
  if (isTypeScript(parsed) && !id.typeAnnotation && growsLater(variable, loop)) return null
  return { declaration, id, push, value }
}

/** `const out: T[] = []` among the statements before the loop. */
function emptyArrayBefore(variable: Variable, { node }: AwaitLoop): TSESTree.VariableDeclaration | null {
  const declaration = variable.defs[0]?.parent
  if (variable.defs.length !== 1 || declaration?.type !== 'VariableDeclaration' || declaration.kind === 'var')
    return null
  const statement = node.parent.type === 'LabeledStatement' ? node.parent : node
  if (declaration.parent !== statement.parent || declaration.declarations.length !== 1) return null
  const { id, init } = declaration.declarations[0]!
  const isEmpty = init?.type === 'ArrayExpression' && init.elements.length === 0
  return isEmpty && id.type === 'Identifier' && declaration.range[1] <= node.range[0] ? declaration : null
}

/** Whether something but the one `push` uses the array before the loop has ended, or could through a function. */
function isTouchedEarly(variable: Variable, declaration: Node, { node }: AwaitLoop): boolean {
  const uses = referencesOf(variable).filter((reference) => !reference.init)
  const early = uses.filter(({ identifier }) => identifier.range[0] < node.range[1])
  return early.length !== 1 || uses.some(({ identifier }) => isInHoisted(identifier as Node, declaration.parent!))
}

function isInHoisted(name: Node, block: Node): boolean {
  for (let node: Node | undefined = name.parent; node && node !== block; node = node.parent) {
    if (isFunction(node) && node.type === 'FunctionDeclaration') return true
  }
  return false
}

/** Whether the array takes other elements later, which the type of the map's result may not admit. */
function growsLater(variable: Variable, { node }: AwaitLoop): boolean {
  return referencesOf(variable).some(({ identifier }) => {
    const name = identifier as Node
    if (name.range[0] < node.range[1] || name.parent?.type !== 'MemberExpression' || name.parent.object !== name)
      return false
    const { property, computed } = name.parent
    return computed || (property.type === 'Identifier' && ['push', 'unshift', 'splice', 'fill'].includes(property.name))
  })
}

/** Removes the declaration with its line, and the blank line after it that would open a block or follow another one. */
function withoutDeclaration(
  { range: [start, end] }: TSESTree.VariableDeclaration,
  { text, ...rest }: Parsed,
): EditList {
  const lineStart = lineStartOf(start, { text, ...rest })
  const before = text.slice(0, lineStart)
  const newline = /^[ \t]*\r?\n/.exec(text.slice(end))
  if (!newline || !/(^|\n)$/.test(before)) return new EditList().replace(start, end, '')
  const lineEnd = end + newline[0].length
  // The line before alone: what is looked for at an end is tried from each place of the text.
  const last = before.slice(Math.max(0, before.lastIndexOf('\n', before.length - 2)))
  const blank = /(^|[{\n])[ \t]*\r?\n$/.test(last) ? /^[ \t]*\r?\n/.exec(text.slice(lineEnd)) : null
  return new EditList().replace(lineStart, lineEnd + (blank?.[0].length ?? 0), '')
}
