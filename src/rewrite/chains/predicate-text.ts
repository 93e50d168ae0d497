import type { TSESTree } from '@typescript-eslint/utils'
import { isNeverReassigned } from '../../facts/scopes/binding.ts'
import { plainExpression } from '../../facts/scopes/plain-expression.ts'
import type { Stage } from '../../model/chain.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { fileStyle } from '../file-style.ts'
import { indentAt } from '../source-text.ts'
import { goesOn } from '../statement-frame.ts'
import type { Piece } from './applied-callback.ts'
import { appliedTo, asOperand, negated } from './applied-callback.ts'
import type { Step, Steps } from './chain-steps.ts'
import { stepsOf } from './chain-steps.ts'

/** `some` and `find` want all tests to hold, `every` leaves out what a stage would have. */
export type Method = 'some' | 'every' | 'find'

/**
 * One callback that does what the stages and the callback of the last method do:
 *
 *     filter(f).map(g).some(h)      (x) => f(x) && h(g(x))
 *
 * `last` may be text for which a function stands that is given the value of the stages. Null where it cannot be
 * written.
 */
export function predicateText(
  stages: readonly Stage[],
  last: Node | ((value: Piece) => Piece),
  method: Method,
  place: Node,
  parsed: Parsed,
): string | null {
  const callback = typeof last === 'function' ? null : plainExpression(last)
  const found = stepsOf(stages, callback, { place, wanted: null, namedAtEnd: callback ? 0 : 1, body: [] }, parsed)
  if (!found) return null
  const head = headOf(found, stages, parsed)
  const block = callback && blockOf(callback)
  if (block) return inBlock(found, callback as FunctionNode, block, method, head, parsed)
  const applied = callback ? appliedTo(callback, found.value, parsed) : null
  const value = typeof last === 'function' ? last(found.value) : applied?.value
  if (!value || (applied && applied.statements.length > 0)) return null
  if (found.steps.every(({ kind }) => kind === 'test')) return `${head} => ${joined(found.steps, value, method)}`
  const { newline, indent } = fileStyle(parsed)
  const inner = `${newline}${indentAt(place.range[0], parsed)}${indent}`
  const end = fileStyle(parsed).semicolons ? ';' : ''
  const lines = [...linesOf(found.steps, method, parsed), `return ${value.text}${end}`]
  return `${head} => {${lines.map((line) => inner + line).join('')}${newline}${indentAt(place.range[0], parsed)}}`
}

/** f(x) && h(x)   for `every`: !f(x) || h(x) */
function joined(steps: readonly Step[], value: Piece, method: Method): string {
  const pieces = steps.flatMap((step) => (step.kind === 'test' ? [step.piece] : []))
  if (pieces.length === 0) return bodyText(value)
  if (method === 'every') return [...pieces.map(negated), asOperand(value)].join(' || ')
  return [...pieces, value].map(asOperand).join(' && ')
}

/** An object literal would be taken for a block. */
function bodyText({ text }: Piece): string {
  return text.startsWith('{') ? `(${text})` : text
}

/** What the stages do as statements that leave the callback, or the turn, where a stage leaves the element out. */
export function linesOf(
  steps: readonly Step[],
  leave: Method | 'continue',
  parsed: Parsed,
  next?: Node,
): readonly string[] {
  const { semicolons } = fileStyle(parsed)
  const after = next ? parsed.text[next.range[0]]! : ''
  const out = leave === 'continue' ? 'continue' : `return ${leave === 'every'}`
  return steps.map((step, index) => {
    if (step.kind === 'statement') return step.text
    const following = steps[index + 1]
    const line = following?.kind === 'statement' ? following.text : following ? '' : after
    const end = semicolons || goesOn(line) ? ';' : ''
    return step.kind === 'name' ? `const ${step.name} = ${step.piece.text}${end}` : `if (${negated(step.piece)}) ${out}${end}`
  })
}

/** The last callback with its body in place: what the stages do goes before its first statement. */
function inBlock(
  { steps, value, element }: Steps,
  callback: FunctionNode,
  block: TSESTree.BlockStatement,
  method: Method,
  head: string,
  parsed: Parsed,
): string | null {
  const [parameter] = callback.params
  const first = block.body[0]
  const isPlain = callback.type === 'ArrowFunctionExpression' && !callback.async && callback.params.length <= 1
  if (!isPlain || !first || (parameter && parameter.type !== 'Identifier')) return null
  if (!parsed.scopes.getDeclaredVariables(callback).every(isNeverReassigned)) return null
  const { newline, semicolons } = fileStyle(parsed)
  const isNamed = !parameter || parameter.name === value.text || value.text === element && parameter.name === element
  const named: readonly Step[] = isNamed ? steps : [...steps, { kind: 'name', name: parameter.name, piece: value }]
  if (!isNamed && parameter.name === element) return null
  const lines = linesOf(named, method, parsed, first)
  const indent = indentAt(first.range[0], parsed)
  const own = parsed.text.slice(block.range[0] + 1, block.range[1])
  const isOneLine = first.loc.start.line === block.loc.start.line
  if (isOneLine && !semicolons) return null
  const before = lines.map((line) => (isOneLine ? ` ${line}` : `${newline}${indent}${line}`)).join('')
  return `${head} => {${before}${own}`
}

function blockOf(callback: Node): TSESTree.BlockStatement | null {
  if (!isFunction(callback) || callback.body?.type !== 'BlockStatement') return null
  const [only, more] = callback.body.body
  return only?.type === 'ReturnStatement' && !more ? null : callback.body
}

/** `(x)`, or `x` where the file writes it so. */
function headOf({ declared }: Steps, stages: readonly Stage[], parsed: Parsed): string {
  const isBare = stages.some(({ callback }) => {
    const node = callback && plainExpression(callback)
    return node?.type === 'ArrowFunctionExpression' && parsed.text[node.range[0]] !== '('
  })
  return isBare && /^[\w$]+$/.test(declared) ? declared : `(${declared})`
}
