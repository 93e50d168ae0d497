import type { Parsed } from '../../parse/parsed.ts'
import type { ChainForm } from '../../verdict/chains.ts'
import type { RefusalCode } from '../../verdict/reason-codes.ts'
import type { Draft } from '../drafts.ts'
import { EditList } from '../edit-list.ts'
import { freshName } from '../fresh-name.ts'
import { rangeInParentheses } from '../source-text.ts'
import { asOperand } from './applied-callback.ts'
import { stepsOf } from './chain-steps.ts'

/**
 *     xs.filter(f).length    xs.reduce((count, x) => count + (f(x) ? 1 : 0), 0)
 */
export function countMatches({ chain, isArray }: ChainForm, parsed: Parsed): Draft | RefusalCode {
  const { stages, consumer, held } = chain
  if (consumer.kind !== 'count' || held) return 'unsupported-form'
  if (!isArray) return 'no-array'
  const isOptional = consumer.node.optional || stages.some(({ callee, node }) => callee.optional || node.optional)
  if (isOptional || stages.some(({ node }) => node.arguments.length !== 1)) return 'unsupported-form'
  const found = stepsOf(stages, null, { place: chain.node, wanted: null, namedAtEnd: 0, body: [] }, parsed)
  const tests = found?.steps.flatMap((step) => (step.kind === 'test' ? [step.piece] : [])) ?? []
  if (!found || tests.length === 0 || tests.length < found.steps.length) return 'unsupported-form'
  const name = freshName(['count', 'matches'], chain.node, parsed)
  const condition = tests.map(asOperand).join(' && ')
  const [, start] = rangeInParentheses(stages[0]!.callee.object, parsed)
  const list = new EditList()
  const text = `.reduce((${name}, ${found.declared}) => ${name} + (${condition} ? 1 : 0), 0)`
  list.replace(start, consumer.node.range[1], text)
  return { form: 'count-matches', title: 'Count the matches (no array is built).', list }
}
