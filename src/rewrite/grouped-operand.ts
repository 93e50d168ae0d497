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
  /** White space at the start of the line that it stood on. */
  readonly indent: string
  /** Comments on lines of their own before it, and after it on its line. */
  readonly above: readonly string[]
  readonly beside: string
}

/** What `Promise.all` is given, and what takes its value. */
export interface Combined {
  /** `const`, or null where nothing takes the values. */
  readonly kind: string | null
  readonly patterns: readonly string[]
  /** `: [A, B]` */
  readonly types: string
  readonly operands: readonly Operand[]
}

const LONGEST_LINE = 100

/** `const [a, b] = await Promise.all([f(), g()])`, on lines that are not too long. */
export function combinedText(
  { kind, patterns, types, operands }: Combined,
  indent: string,
  { indent: step, newline }: Pick<FileStyle, 'indent' | 'newline'>,
): string {
  const inner = indent + step
  const onLines = (lines: readonly string[]): string =>
    ['[', ...lines.map((line) => inner + line), `${indent}]`].join(newline)
  const names = `[${patterns.join(', ')}]`
  const isLong = indent.length + names.length + types.length > LONGEST_LINE - 'const  = await Promise.all(['.length
  const head = kind ? `${kind} ${isLong ? onLines(patterns.map((pattern) => `${pattern},`)) : names}${types} = ` : ''
  const plain = `[${operands.map(({ text }) => text).join(', ')}]`
  const isPlain = operands.every(({ above, beside, text }) => above.length === 0 && beside === '' && !text.includes('\n'))
  const before = head.slice(head.lastIndexOf('\n') + 1)
  if (isPlain && `${indent}${before}await Promise.all(${plain})`.length <= LONGEST_LINE) {
    return `${head}await Promise.all(${plain})`
  }
  const lines = operands.flatMap((operand) => [
    ...operand.above,
    `${movedTo(inner, operand)},${operand.beside === '' ? '' : ` ${operand.beside}`}`,
  ])
  return `${head}await Promise.all(${onLines(lines)})`
}

/** The lines below the first one as far in as they were from it, where no text of several lines changes by that. */
function movedTo(inner: string, { text, indent }: Operand): string {
  const hasLongText = text.replace(/`[^`\n]*`/g, '').includes('`')
  if (hasLongText) return text
  const moved = (line: string, white: string): string =>
    white.startsWith(indent) ? `\n${inner}${white.slice(indent.length)}` : line
  return text.replace(/\n([ \t]*)(?=[^\s])/g, moved)
}
