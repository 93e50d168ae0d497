import type { TSESTree } from '@typescript-eslint/utils'
import { plainCallback } from '../facts/arrays/plain-callback.ts'
import { referencesIn } from '../facts/rewrite-legality/references-in.ts'
import { referencesOf } from '../facts/scopes/binding.ts'
import type { FunctionNode, Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { CopyForm } from '../verdict/copies.ts'
import { applyEdits } from './apply-edits.ts'
import { isHidden } from './copy-loop.ts'
import type { Draft } from './drafts.ts'
import { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import { isInList } from './insert-line.ts'
import { indentAt } from './source-text.ts'
import { terminatorAt } from './statement-frame.ts'

/**
 * const total = [...sizes].reduce((sum, size) => sum + size, 0)        let total = 0
 *                                                                 ->   for (const size of sizes) total += size
 */
export function reduceToLoop({ copy }: CopyForm, parsed: Parsed): Draft | null {
  const { source, use: { consumer, stages, named } } = copy
  if (consumer.kind !== 'method' || consumer.name !== 'reduce' || stages.length > 0 || named) return null
  const { node } = consumer
  const callback = plainCallback(node, 2, parsed)
  const [, begin] = node.arguments
  const declaration = declarationOf(node)
  if (!callback || callback.body.type === 'BlockStatement' || !declaration || !isPlainNumber(begin)) return null
  const { id } = declaration.declarations[0]!
  const text = id.type === 'Identifier' ? foldText(callback, id.name, parsed) : null
  const [, element] = callback.params
  if (text === null || id.type !== 'Identifier' || !isPlain(element) || isHidden(source, callback, parsed)) return null
  const { semicolons, newline } = fileStyle(parsed)
  const stop = semicolons ? ';' : ''
  const last = terminatorAt(declaration.range[1], parsed)
  const pattern = parsed.text.slice(element.range[0], element.typeAnnotation?.range[0] ?? element.range[1])
  const lines = [
    `let ${parsed.text.slice(...id.range)} = ${parsed.text.slice(...begin.range)}${stop}`,
    `${indentAt(declaration.range[0], parsed)}for (const ${pattern} of ${parsed.text.slice(...source.range)}) ${text}${last}`,
  ]
  const list = new EditList().replace(...declaration.range, lines.join(newline))
  return { form: 'plain-loop', title: 'Fold the elements in a `for...of` loop, without an array.', list }
}

/** `const total = ...` on its own. */
function declarationOf({ parent }: Node): TSESTree.VariableDeclaration | null {
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return null
  const declaration = parent.parent
  return declaration.declarations.length === 1 && declaration.kind !== 'var' && isInList(declaration) ? declaration : null
}

/** A number, whose type as a variable is what it is as the result of the fold. */
function isPlainNumber(begin: Node | undefined): begin is TSESTree.NumberLiteral {
  return begin?.type === 'Literal' && typeof begin.value === 'number'
}

type PlainPattern = TSESTree.Identifier | TSESTree.ObjectPattern | TSESTree.ArrayPattern

function isPlain(element: TSESTree.Parameter | undefined): element is PlainPattern {
  return element?.type === 'Identifier' || element?.type === 'ObjectPattern' || element?.type === 'ArrayPattern'
}

/** `total += size`, the body with the name of the result; null where that has another meaning there. */
function foldText(callback: FunctionNode, name: string, parsed: Parsed): string | null {
  const [folded] = callback.params
  const body = callback.body as Node
  const variables = parsed.scopes.getDeclaredVariables(callback)
  const variable = variables.find((one) => one.identifiers[0] === folded)
  if (!variable || (variable.name !== name && variables.some((one) => one.name === name))) return null
  const uses = referencesIn([body], parsed)
  if (uses.some((use) => use.variable !== variable && use.reference.identifier.name === name)) return null
  const mentions = uses.filter((use) => use.variable === variable)
  // (sum, { size = sum }) => ...: a default of the element names it, too.
  if (mentions.length < referencesOf(variable).length) return null
  if (mentions.some(({ reference }) => reference.isWrite() || isHeld(reference.identifier as Node, body))) return null
  const isSum = mentions.length === 1 && body.type === 'BinaryExpression' && body.operator === '+'
  const added = isSum && body.left === mentions[0]!.reference.identifier ? addedTo(body.left, body, parsed) : null
  if (added) return `${name} += ${added}`
  const [start, end] = body.range
  const edits = mentions.map(({ reference: { identifier: { range } } }) => ({
    range: [range[0] - start, range[1] - start] as const,
    text: name,
  }))
  return `${name} = ${applyEdits(parsed.text.slice(start, end), edits)}`
}

/** `(size * 2)` in `sum + (size * 2)` */
function addedTo({ range: [, start] }: Node, { range: [, end] }: Node, { text }: Parsed): string | null {
  const added = text.slice(start, end).trimStart()
  return added.startsWith('+') ? added.slice(1).trimStart() || null : null
}

/** In a function that may run later, or as `{ sum }`. */
function isHeld(mention: Node, body: Node): boolean {
  for (let node: Node = mention; node !== body; node = node.parent!) {
    if (isFunction(node) || (node.type === 'Property' && node.shorthand)) return true
  }
  return isFunction(body)
}
