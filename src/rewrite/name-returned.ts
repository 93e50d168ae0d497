import { hasExpectedType } from '../facts/rewrite-legality/expected-type.ts'
import { typedByUse } from '../facts/rewrite-legality/typed-by-use.ts'
import type { FunctionNode, Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { needsParentheses, returnsOf } from './callback-returns.ts'
import type { EditList } from './edit-list.ts'
import { freshName } from './fresh-name.ts'
import { isInList } from './insert-line.ts'
import { rangeInParentheses } from './source-text.ts'

/**
 * Gives what a callback returns a name, where its type may else be what p-map expects: that of `pMapSkip`. What is
 * expected of the call as a whole tells more.
 *
 *     (url) => axios.get(url)   ->   async (url) => { const result = await axios.get(url); return result }
 */
export function nameReturned(list: EditList, call: Node, callback: FunctionNode, parsed: Parsed): void {
  const whole = call.parent?.type === 'AwaitExpression' ? call.parent : call
  if (callback.returnType || hasExpectedType(whole, parsed)) return
  const name = freshName(['result', 'value'], callback, parsed)
  const { body } = callback
  if (body?.type !== 'BlockStatement') {
    if (!body || typedByUse(body, parsed) === 'no') return
    if (!callback.async) list.insert(callback.range[0], 'async ')
    list.replace(...rangeInParentheses(body, parsed), `{ ${named(body, name, parsed)} }`)
    return
  }
  for (const returned of returnsOf(callback, parsed)) {
    const { argument } = returned
    if (!argument || !callback.async || typedByUse(argument, parsed) === 'no') continue
    const text = named(argument, name, parsed)
    const [, end] = rangeInParentheses(argument, parsed)
    list.replace(returned.range[0], end, isInList(returned) ? text : `{ ${text} }`)
  }
}

function named(value: Node, name: string, parsed: Parsed): string {
  const text = parsed.text.slice(...value.range)
  const awaited = value.type === 'AwaitExpression' ? text : needsParentheses(value) ? `await (${text})` : `await ${text}`
  return `const ${name} = ${awaited}; return ${name}`
}
