import type { AwaitStep } from '../model/await-run.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { FileStyle } from './file-style.ts'

/** The text of each operand of `Promise.all`, by its step. */
export type OperandTexts = ReadonlyMap<AwaitStep, string>

/**
 * `f()` of `await f()`, `f() as Promise<A>` of `(await f()) as A`; null for types that the promise cannot bear. Behind
 * an async function of its own, `(async () => f())()`, whatever the call throws is a rejection.
 */
export function operandText(step: AwaitStep, isGuarded: boolean, { text }: Parsed): string | null {
  const { value, wait, operation } = step
  const plain = text.slice(...wait.argument.range)
  const argument = isGuarded ? `(async () => ${plain})()` : plain
  if (value === wait) return argument
  if (value.type !== 'TSAsExpression' || value.expression !== wait || wait.argument !== operation) return null
  const type = text.slice(...value.typeAnnotation.range)
  return type === 'const' ? null : `${argument} as Promise<${type}>`
}

/** The operands on one line, or each on a line of its own with its comments. */
export interface Operand {
  readonly text: string
  /** Comments on lines of their own before it, and after it on its line. */
  readonly above: readonly string[]
  readonly beside: string
}

const LONGEST_LINE = 100

/** `Promise.all([f(), g()])` */
export function combinedText(
  operands: readonly Operand[],
  indent: string,
  before: number,
  { indent: step, newline }: Pick<FileStyle, 'indent' | 'newline'>,
): string {
  const plain = `Promise.all([${operands.map(({ text }) => text).join(', ')}])`
  const isPlain = operands.every(({ above, beside, text }) => above.length === 0 && beside === '' && !text.includes('\n'))
  if (isPlain && indent.length + before + plain.length <= LONGEST_LINE) return plain
  const inner = indent + step
  const lines = operands.flatMap(({ text, above, beside }) => [
    ...above.map((comment) => `${inner}${comment}`),
    `${inner}${deeper(text, step)},${beside === '' ? '' : ` ${beside}`}`,
  ])
  return ['Promise.all([', ...lines, `${indent}])`].join(newline)
}

/** The lines below the first one level further in, where no text of several lines would change by that. */
function deeper(text: string, step: string): string {
  return text.includes('`') ? text : text.replace(/\n(?=[^\r\n])/g, `\n${step}`)
}
