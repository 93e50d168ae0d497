import type { ArrayUse } from '../facts/producers/use-of-array.ts'
import type { ArrayFiller } from '../model/find-array-fillers.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { EditList } from './edit-list.ts'
import { elementOf } from './generator-types.ts'
import { rangeInParentheses, tokenAfter } from './source-text.ts'

/**
 *     for (const x of await f())            for await (const x of f())
 *     const xs: T[] = f()                   const xs: Iterable<T> = f()
 *     f().length                            [...f()].length
 *
 * False where a type that is written of the result is not one of an array.
 */
export function mendCallers(list: EditList, { node }: ArrayFiller, uses: readonly ArrayUse[], parsed: Parsed): boolean {
  for (const use of uses) {
    if (use.how === 'copied') list.insert(use.call.range[0], '[...').insert(use.call.range[1], ']')
    if (use.how !== 'walked') continue
    if (node.async) {
      dropAwait(list, use.call.parent.range[0], use, parsed)
      list.insert(tokenAfter(use.loop.range[0], parsed)!.range[1], ' await')
    }
    const type = use.declarator?.id.typeAnnotation?.typeAnnotation
    const element = type && elementOf(type, false, parsed.text)
    if (type && !element) return false
    if (type) list.replace(type.range[0], type.range[1], `${node.async ? 'AsyncIterable' : 'Iterable'}<${element}>`)
  }
  return true
}

/** `await f()` -> `f()`, with the parentheses that the `await` needed. */
function dropAwait(list: EditList, start: number, { call }: ArrayUse, parsed: Parsed): void {
  const [from] = rangeInParentheses(call, parsed)
  list.replace(start, from, '')
}
