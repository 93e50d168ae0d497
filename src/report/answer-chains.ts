import type { Options } from '../options.ts'
import { mayChain } from '../parse/may-chain.ts'
import type { Parsed } from '../parse/parsed.ts'
import { offerForArrayWaste } from '../rewrite/offer-array-waste.ts'
import { offerForChain } from '../rewrite/offer-chain.ts'
import { settleOptions } from '../rewrite/settle-options.ts'
import type { ChainForm } from '../verdict/chains.ts'
import { judgeArrayWastes } from '../verdict/judge-array-wastes.ts'
import { judgeChains } from '../verdict/judge-chains.ts'
import type { Answer } from './answer.ts'
import { answerOf } from './finding-of.ts'
import { describeReason } from './reason-words.ts'
import type { ReportRule } from './report-rule.ts'

/** Arrays that are built as a whole, and needed in part or not at all. */
export const noEagerChain: ReportRule = {
  name: 'no-eager-chain',
  preset: 'recommended',
  tellsOfTests: false,
  mayApply: mayChain,
  answers: (parsed, options) => [...answerChains(parsed, options), ...answerWastes(parsed, options)].sort(
    (a, b) => a.form.node.range[0] - b.form.node.range[0],
  ),
}

function answerWastes(parsed: Parsed, options: Options): Answer[] {
  return judgeArrayWastes(parsed, options).map(({ waste, verdict }) => {
    const { node, owner, kind } = waste
    const form = { node, mark: node, owner, kind }
    const message = `${WASTES[kind]} ${describeReason(verdict.reasons[0]!)}`
    return answerOf(noEagerChain, form, verdict, message, () => offerForArrayWaste(waste, parsed))
  })
}

const WASTES = {
  'spread-in-loop': 'A spread adds to the array.',
  'reduce-array': 'A spread adds to the array.',
  'reduce-object': 'A spread adds to the object.',
  range: 'An array is made to count.',
} as const

function answerChains(parsed: Parsed, options: Options): Answer[] {
  return judgeChains(parsed, options).map((form) => {
    const { node, stages, owner, consumer } = form.chain
    const place = { node, mark: stages[0]!.callee.property, owner, kind: consumer.kind }
    return answerOf(noEagerChain, place, form.verdict, messageOf(form), () =>
      offerForChain(form, parsed, settleOptions(parsed, options)),
    )
  })
}

function messageOf({ chain: { stages }, verdict }: ChainForm): string {
  const [main, cost] = verdict.reasons
  if (verdict.confidence === null) return `The array may be needed. ${describeReason(main!)}`
  const names = stages.map(({ method }) => `\`${method}\``)
  const [first, last] = [names.slice(0, -1).join(', '), names.at(-1)]
  const what = first === '' ? `${last} makes a whole array` : `${first} and ${last} make whole arrays`
  if (main!.code === 'only-counted') return `${what} to be counted. ${describeReason(main!)}`
  if (main!.code === 'large-source') return `${what} before the loop begins. ${describeReason(main!)} Done in the loop, it saves that memory.`
  return `${what}, of which only a part is needed. ${describeReason(cost!)} Rewritten, it does not examine the rest.`
}
