import type { TSESTree } from '@typescript-eslint/utils'
import { referencesIn } from '../facts/rewrite-legality/references-in.ts'
import type { Copy } from '../model/find-copies.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { isWithin } from '../parse/walk.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import { scopeAt } from './fresh-name.ts'
import { lineStartOf } from './source-text.ts'

/** `[...xs].some(f)`   ->   `xs.some(f)`: the text of the source where a method is called on it. */
export function receiverText(source: TSESTree.Expression, parsed: Parsed): string {
  const text = parsed.text.slice(...source.range)
  return isOperand(source) ? text : `(${text})`
}

function isOperand(node: Node): boolean {
  switch (node.type) {
    case 'Identifier':
    case 'ThisExpression':
    case 'ArrayExpression':
      return true
    case 'MemberExpression':
    case 'CallExpression':
    case 'TSNonNullExpression':
      return true
    // `new Set.values()` would make a `Set.values`.
    case 'NewExpression':
      return node.range[1] > (node.typeArguments ?? node.callee).range[1]
    default:
      return false
  }
}

/**
 * Puts `text` in the place of the copy. Where the copy has a name that only its one use mentions and the text is that
 * of a variable, the name goes as well:
 *
 *     const names = [...users]; for (const x of names)   ->   for (const x of users)
 *
 * @param keepsType whether what takes the place of the copy has the type that is written at the name
 */
export function replaceCopy(
  list: EditList,
  copy: Copy,
  text: string,
  parsed: Parsed,
  keepsType = false,
): RefusalCode | null {
  const { node, source, use: { named } } = copy
  const declarator = node.parent
  const isNamed = named !== null && declarator.type === 'VariableDeclarator' && declarator.init === node
  if (!isNamed) {
    list.replace(...node.range, continuesLine(node, text, parsed) ? `;${text}` : text)
    return null
  }
  if (declarator.id.typeAnnotation && !keepsType) return 'unsupported-form'
  const line = lineOf(named.declaration, parsed)
  const isSame = text === parsed.text.slice(...source.range) && isPath(source)
  if (!isSame || !line || !meansTheSameAt(named.mention, source, parsed)) {
    list.replace(...node.range, text)
    return null
  }
  list.replace(...line, '').replace(...named.mention.range, text)
  return null
}

/** Whether no name of the source, but those that it declares, means something else where the array is mentioned. */
export function meansTheSameAt(mention: Node, source: Node, parsed: Parsed): boolean {
  return referencesIn([source], parsed).every(({ reference, variable }) => {
    if (variable?.identifiers[0] && isWithin(variable.identifiers[0] as Node, source)) return true
    let scope = scopeAt(mention, parsed)
    while (scope && !scope.set.has(reference.identifier.name as string)) scope = scope.upper
    return (scope?.set.get(reference.identifier.name as string) ?? null) === variable
  })
}

/** The line that is nothing but the statement, with its end. */
function lineOf({ range: [start, end] }: Node, parsed: Parsed): [number, number] | null {
  const { text } = parsed
  const lineStart = lineStartOf(start, parsed)
  const next = /^[ \t]*\r?\n/.exec(text.slice(end))
  return next && (lineStart === 0 || text[lineStart - 1] === '\n') ? [lineStart, end + next[0].length] : null
}

/** `users`, `this.users`, `config.users` */
function isPath(node: Node): boolean {
  if (node.type === 'MemberExpression') return !node.computed && isPath(node.object)
  return node.type === 'Identifier' || node.type === 'ThisExpression'
}

/** Without semicolons a statement that begins like this would go on with the line before it. */
function continuesLine(node: Node, text: string, parsed: Parsed): boolean {
  if (!/^[([`+\-/]/.test(text) || /^[([`]/.test(parsed.text[node.range[0]]!)) return false
  if (fileStyle(parsed).semicolons) return false
  let outer: Node = node
  while (outer.type !== 'ExpressionStatement' && outer.parent?.range[0] === node.range[0]) outer = outer.parent
  return outer.type === 'ExpressionStatement'
}
