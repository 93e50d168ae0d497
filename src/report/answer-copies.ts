import type { Options } from '../options.ts'
import { mayCopy } from '../parse/may-copy.ts'
import type { Parsed } from '../parse/parsed.ts'
import { offerForCopy } from '../rewrite/offer-copy.ts'
import { settleOptions } from '../rewrite/settle-options.ts'
import type { CopyForm } from '../verdict/copies.ts'
import { judgeCopies } from '../verdict/judge-copies.ts'
import type { Answer, Form } from './answer.ts'
import { answerOf } from './finding-of.ts'
import { describeReason } from './reason-words.ts'
import type { ReportRule } from './report-rule.ts'

/** A copy into an array that is made only to be walked. */
export const noEagerCopy: ReportRule = {
  name: 'no-eager-copy',
  preset: 'recommended',
  tellsOfTests: false,
  mayApply: mayCopy,
  answers: answerCopies,
}

function answerCopies(parsed: Parsed, options: Options): Answer[] {
  return judgeCopies(parsed, options).map((copied) => {
    const { copy, verdict } = copied
    const form: Form = { node: wholeOf(copied), mark: copy.node, owner: copy.owner, kind: copy.how }
    return answerOf(noEagerCopy, form, verdict, messageOf(copied, parsed), () =>
      offerForCopy(copied, parsed, settleOptions(parsed, options)),
    )
  })
}

/** The copy with the calls on it; of a copy with a name the copy alone. */
function wholeOf({ copy: { node, use: { consumer, stages, named } } }: CopyForm): Form['node'] {
  if (named) return node
  return consumer.kind === 'method' || consumer.kind === 'length' ? consumer.node : (stages.at(-1) ?? node)
}

function messageOf({ copy, verdict }: CopyForm, parsed: Parsed): string {
  const [main] = verdict.reasons
  if (verdict.confidence === null) return `The copy may be needed. ${describeReason(main!)}`
  const text = parsed.text.slice(...copy.node.range)
  const spelled = text.length > 40 || text.includes('\n') ? 'The copy' : `\`${text}\``
  if (main!.code === 'new-array') return `${spelled} copies a new array that nothing else holds. Without it that memory is saved.`
  const { consumer } = copy.use
  if (main!.code !== 'stops-early') return `${spelled} is built only to be walked once. Without it that memory is saved.`
  const stops = consumer.kind === 'method' ? `\`${consumer.name}\` may stop early` : 'few elements are taken'
  return `${spelled} is built to its end, though ${stops}. Without it the memory is saved, and the rest is not read.`
}
