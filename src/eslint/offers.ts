import type { Rule } from 'eslint'
import type { Answer, Preset } from '../report/answer.ts'
import { isAtLeast } from '../report/confidence-order.ts'
import { describeReason } from '../report/reason-words.ts'
import type { Rewrite } from '../rewrite/rewrite.ts'
import type { RuleOptions } from './rule-options.ts'

/** The words come from the report stage; the ids say which verdict it was. */
export const MESSAGES = {
  concurrent: '{{message}}',
  collect: '{{message}}',
  fission: '{{message}}',
  repair: '{{message}}',
  lazy: '{{message}}',
  rewrite: '{{title}}',
}

/**
 * Silent forms are not reported; nor is what only `strict` reports of a rule of `recommended`, unless the option asks
 * for all that is possible.
 */
export function isReported({ finding }: Answer, preset: Preset, options: RuleOptions): boolean {
  if (!isAtLeast(finding.confidence, options.confidence)) return false
  return finding.preset === preset || options.confidence === 'possible'
}

/** Reports a form where it is seen, with its rewrites as suggestions, the safest first. */
export function reportAnswer(context: Rule.RuleContext, answer: Answer, options: RuleOptions): void {
  const { form, finding, offers } = answer
  const [first, ...others] = offers.rewrites
  const isFix = options.fix === 'certain' && finding.confidence === 'certain' && first !== undefined
  context.report({
    node: form.mark as unknown as Rule.Node,
    messageId: finding.verdict,
    data: { message: [finding.message, ...refusal(answer)].join(' ') },
    fix: isFix ? toFix(first) : null,
    suggest: (isFix ? others : offers.rewrites).map(toSuggestion),
  })
}

/** Why there is no suggestion, and what to do about it. */
function refusal({ offers: { rewrites, refused } }: Answer): string[] {
  return rewrites.length > 0 || refused === null ? [] : [describeReason({ code: refused, data: {} })]
}

function toSuggestion(rewrite: Rewrite): Rule.SuggestionReportDescriptor {
  return { messageId: 'rewrite', data: { title: rewrite.title }, fix: toFix(rewrite) }
}

function toFix(rewrite: Rewrite): Rule.ReportFixer {
  return (fixer) => rewrite.edits.map(({ range, text }) => fixer.replaceTextRange([range[0], range[1]], text))
}
