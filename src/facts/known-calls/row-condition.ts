import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { splitName } from '../signs/name-signs.ts'
import type { CallNode } from './call-arguments.ts'
import { argumentAt } from './call-arguments.ts'
import type { RowCondition, ValueKind } from './row.ts'
import type { Asked } from './whole-text.ts'
import { wholeText } from './whole-text.ts'

/** Whether the call is seen to meet the condition; what cannot be told is not met. */
export function isMet(condition: RowCondition, call: CallNode, asked: Asked): boolean {
  const { kindOf } = asked
  const value = conditionedValue(condition, call, asked)
  if (value === 'unknown') return false
  if (value === null) return condition.absent === true
  if (condition.among) return hasOnly(argumentAt(call, condition.argument), condition.among)
  if (condition.named) return isNamed(value, condition.named)
  if (condition.kind) return condition.kind.includes(kindOf(value) ?? 'unknown')
  if (!condition.in && condition.matches === undefined) return false
  const texts = condition.whole ? wholeTexts(value, asked) : literalTexts(value)
  if (texts === null) return false
  if (condition.in) {
    return texts.every((text) => condition.in!.some((one) => one.toLowerCase() === text.toLowerCase()))
  }
  return texts.every((text) => patternOf(condition.matches!).test(text))
}

/** Whether its name ends with one of the words: `nextRequest`, `page.request`. */
export function isNamed(value: Node, words: readonly string[]): boolean {
  const node = plainExpression(value)
  const named = node.type === 'MemberExpression' && !node.computed ? node.property : node
  return named.type === 'Identifier' && words.includes(splitName(named.name).at(-1) ?? '')
}

/** `'pipe'`, and each text of `['ignore', 'pipe', 'pipe']`. */
function literalTexts(node: Node): readonly string[] | null {
  const texts = node.type === 'ArrayExpression' ? node.elements.map((one) => one && literalText(one)) : [literalText(node)]
  return texts.length > 0 && texts.every((text) => text !== null) ? texts : null
}

function wholeTexts(node: Node, asked: Asked): readonly string[] | null {
  const text = wholeText(node, asked)
  return text === null ? null : [text]
}

/** Value of the argument, or of the option in it: null where it is not given. */
function conditionedValue(
  { argument, option }: RowCondition,
  call: CallNode,
  { kindOf }: Asked,
): Node | null | 'unknown' {
  const given = argumentAt(call, argument)
  if (given === null || given === 'unknown') return given
  const value = plainExpression(given)
  if (isUndefined(value)) return null
  if (option === undefined) return value
  if (value.type !== 'ObjectExpression') return hasNoOptions(kindOf(value)) ? null : 'unknown'
  return optionOf(value, option)
}

function hasOnly(given: Node | null | 'unknown', names: readonly string[]): boolean {
  const object = given === null || given === 'unknown' ? null : plainExpression(given)
  if (object?.type !== 'ObjectExpression') return false
  return object.properties.every((property) => property.type === 'Property' && names.includes(keyOf(property) ?? ''))
}

function keyOf({ computed, key }: TSESTree.Property): string | null {
  return !computed && key.type === 'Identifier' ? key.name : null
}

/** Texts, addresses and functions stand where options could. */
function hasNoOptions(kind: ValueKind | null): boolean {
  return kind === 'string' || kind === 'URL' || kind === 'Function' || kind === 'null'
}

/** The option's value; null where it is not given, `'unknown'` where a spread or a computed name may give it. */
export function optionOf(
  object: Extract<Node, { type: 'ObjectExpression' }>,
  option: string,
): Node | null | 'unknown' {
  for (const property of object.properties.toReversed()) {
    if (property.type === 'SpreadElement') return 'unknown'
    if (property.computed) return 'unknown'
    const name =
      property.key.type === 'Identifier' ? property.key.name : property.key.type === 'Literal' && property.key.value
    if (name === option) return isUndefined(property.value) ? null : plainExpression(property.value)
  }
  return null
}

function isUndefined(node: Node): boolean {
  return node.type === 'Identifier' && node.name === 'undefined'
}

function literalText(node: Node): string | null {
  if (node.type === 'Literal') return String(node.value)
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked ?? value.raw).join(' ')
  return null
}

const patterns = new Map<string, RegExp>()

function patternOf(source: string): RegExp {
  let pattern = patterns.get(source)
  if (!pattern) patterns.set(source, (pattern = new RegExp(source, 'i')))
  return pattern
}
