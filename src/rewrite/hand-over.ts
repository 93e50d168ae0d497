import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import { hasExpectedType } from '../facts/rewrite-legality/expected-type.ts'
import { isTypeScript } from '../facts/rewrite-legality/is-typescript.ts'
import { isSettled, isSettledVariable } from '../facts/rewrite-legality/settled-value.ts'
import { typedByUse } from '../facts/rewrite-legality/typed-by-use.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Parsed } from '../parse/parsed.ts'
import { freshName } from './fresh-name.ts'
import { asArrowBody, asNamedBody, textWithoutAwait } from './source-text.ts'
import type { Ending, Split } from './split-turn.ts'

/** How the callback hands its values to the rest of the turn. */
export interface HandOver {
  /** The way for a callback that is one expression; null where it takes statements. */
  readonly inline: { readonly binding: string; readonly expression: string } | null
  /** The way for a callback with a block: what the new head binds, and the last lines of the block. */
  readonly block: { readonly binding: string; readonly last: LastLines }
  /** Names that either binding declares. */
  readonly names: readonly string[]
  /** Name that stands for the value at the cut. */
  readonly result: string
}

/** `return-value`: the last declaration of the prefix becomes a `return`. */
export type LastLines = { readonly kind: 'return-value' } | { readonly kind: 'add'; readonly lines: readonly string[] }

/** Decides what is handed over: one value as it is, or several in a tuple, which keeps promises in it as they are. */
export function handOverOf(loop: AwaitLoop, split: Split, parsed: Parsed): HandOver {
  if (split.through) return throughValue(loop, split, split.through, parsed)
  const { ending, passed } = split
  const pattern = ending && patternText(ending, parsed)
  if (passed.length === 0) return nothing(loop, split, parsed)
  const extra = passed.filter((variable) => !ending?.names.includes(variable))
  if (ending && pattern && extra.length === 0) return endingAlone(ending, pattern, loop, split, parsed)
  const names = passed.map(({ name }) => name)
  const sole = passed.length === 1 && isSettledHere(passed[0]!, loop) ? names[0] : undefined
  const lines = [`return ${sole ?? tuple(names, parsed)}`]
  const block: HandOver['block'] = { binding: sole ?? `[${names.join(', ')}]`, last: { kind: 'add', lines } }
  if (!ending || !pattern || split.prefix.length !== 1) return { inline: null, block, names, result: '' }
  const outer = extra.map(({ name }) => name)
  const expression = tuple([...outer, parsed.text.slice(...ending.value.range)], parsed)
  const inline = { binding: `[${[...outer, pattern].join(', ')}]`, expression }
  return { inline, block, names: [...outer, ...namesOf(ending)], result: '' }
}

/** out.push(await f(x))   ->   const result of ... (x) => f(x)   |   out.push(result) */
function throughValue(loop: AwaitLoop, split: Split, value: TSESTree.Expression, parsed: Parsed): HandOver {
  const result = freshName(['result', 'value', 'outcome'], loop.node, parsed)
  const names = split.passed.map(({ name }) => name)
  const isAlone = names.length === 0 && isSettled(value)
  // `as const` would make the properties of a literal read-only.
  const isNamedFirst = !isAlone && isTypeScript(parsed) && plainExpression(value).type !== 'AwaitExpression'
  const text = parsed.text.slice(...value.range)
  const isFree = isAlone && isTypedFreely(value, parsed)
  const binding = isAlone ? result : `[${[...names, result].join(', ')}]`
  const expression = isFree
    ? asNamedBody(value, result, parsed)
    : isAlone
      ? asArrowBody(value, parsed)
      : tuple([...names, text], parsed)
  const lines =
    isNamedFirst || isFree
      ? [`const ${result} = ${text}`, `return ${isFree ? result : tuple([...names, result], parsed)}`]
      : [isAlone ? `return ${textWithoutAwait(value, parsed)}` : `return ${expression}`]
  return {
    inline: split.prefix.length === 0 && !isNamedFirst ? { binding, expression } : null,
    block: { binding, last: { kind: 'add', lines } },
    names: [...names, result],
    result,
  }
}

/** const data = await f(x)   ->   const data of ... (x) => f(x) */
function endingAlone(
  ending: Ending,
  binding: string,
  loop: AwaitLoop,
  { prefix }: Split,
  parsed: Parsed,
): HandOver {
  const { value, pattern } = ending
  const names = namesOf(ending)
  const isFree = isTypedFreely(value, parsed)
  const name = pattern.type === 'Identifier' ? pattern.name : freshName(['result', 'value'], loop.node, parsed)
  const expression = isFree ? asNamedBody(value, name, parsed) : asArrowBody(value, parsed)
  const inline = prefix.length === 1 ? { binding, expression } : null
  const last: LastLines = isFree ? { kind: 'add', lines: [`return ${name}`] } : { kind: 'return-value' }
  // const { data } = await f(x)   ->   const { data } = await f(x); return [data]
  const isApart = isFree && pattern.type !== 'Identifier'
  const block: HandOver['block'] = isApart
    ? { binding: `[${names.join(', ')}]`, last: { kind: 'add', lines: [`return ${tuple(names, parsed)}`] } }
    : { binding, last }
  return { inline, block, names, result: '' }
}

/**
 * Whether a call may take what p-map expects of the callback for the type of its value: that of `pMapSkip`. A place
 * that takes a value of any type does not show it.
 */
function isTypedFreely(value: TSESTree.Expression, parsed: Parsed): boolean {
  return !hasExpectedType(value, parsed) && typedByUse(value, parsed) !== 'no'
}

function nothing(loop: AwaitLoop, { prefix, ending }: Split, parsed: Parsed): HandOver {
  const binding = freshName(['_', '_done'], loop.node, parsed)
  const only = prefix.length === 1 ? (ending?.value ?? soleExpression(prefix[0])) : null
  const inline = only && { binding, expression: asArrowBody(only, parsed) }
  return { inline, block: { binding, last: { kind: 'add', lines: [] } }, names: [binding], result: '' }
}

function soleExpression(statement: TSESTree.Statement | undefined): TSESTree.Expression | null {
  return statement?.type === 'ExpressionStatement' ? statement.expression : null
}

function tuple(parts: readonly string[], parsed: Parsed): string {
  return `[${parts.join(', ')}]${isTypeScript(parsed) ? ' as const' : ''}`
}

/** The elements were waited for by the limiter, the rest is judged by what it is given. */
function isSettledHere(variable: Variable, { element }: AwaitLoop): boolean {
  if (element.variables.includes(variable)) return element.pattern?.type === 'Identifier'
  return isSettledVariable(variable)
}

/** The pattern on one line; null where a comment forbids that. */
function patternText({ pattern }: Ending, parsed: Parsed): string | null {
  const text = parsed.text.slice(...pattern.range)
  return /\/[/*]/.test(text) ? null : text.replace(/\s+/g, ' ')
}

function namesOf({ names }: Ending): string[] {
  return names.map(({ name }) => name)
}
