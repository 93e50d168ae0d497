import { parametersOf } from '../../facts/chains/parameters-of.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { ChainForm } from '../../verdict/chains.ts'
import type { RefusalCode } from '../../verdict/reason-codes.ts'
import type { Draft } from '../drafts.ts'
import { EditList } from '../edit-list.ts'
import { rangeInParentheses } from '../source-text.ts'

/**
 *     xs.map(g)[0]             xs.slice(0, 1).map(g)[0]
 *     xs.map(g).slice(0, 3)    xs.slice(0, 3).map(g)
 */
export function sliceFirst({ chain, isArray }: ChainForm, parsed: Parsed): Draft | RefusalCode {
  const { stages, consumer } = chain
  if (consumer.kind !== 'first' && consumer.kind !== 'prefix') return 'unsupported-form'
  if (stages.some(({ method, callback }) => method !== 'map' || (parametersOf(callback!, parsed) ?? 2) > 2)) return 'unsupported-form'
  if (!isArray) return 'no-array'
  if (stages.some(({ callee, node }) => callee.optional || node.optional)) return 'unsupported-form'
  const count = consumer.kind === 'prefix' ? consumer.count : 1
  const list = new EditList()
  list.insert(rangeInParentheses(stages[0]!.callee.object, parsed)[1], `.slice(0, ${count})`)
  if (consumer.kind === 'prefix') {
    const last = stages.at(-1)!.node
    list.replace(rangeInParentheses(last, parsed)[1], consumer.node.range[1], '')
  }
  const what = count === 1 ? 'the first element' : `the first ${count} elements`
  return { form: 'slice-first', title: `Take ${what} before \`map\` (its callback is not called for the others).`, list }
}
