import type { Rule } from 'eslint'
import type { Answer } from '../report/answer.ts'
import type { Parsed } from '../parse/parsed.ts'
import { isTooDeep } from '../parse/too-deep.ts'
import { mayTell } from '../report/may-tell.ts'
import type { ReportRule } from '../report/report-rule.ts'
import { packageVersion } from '../package-version.ts'
import { fromSourceCode } from './from-source-code.ts'
import { isReported, MESSAGES, reportAnswer } from './offers.ts'
import { OPTIONS_SCHEMA } from './options-schema.ts'
import { type RuleOptions, toRuleOptions } from './rule-options.ts'

export interface RuleDefinition extends ReportRule {
  /** Starts with Enforce, Require or Disallow; no stop at its end. */
  readonly description: string
}

/** Makes an ESLint rule of a question put to the later stages. */
export function defineRule(definition: RuleDefinition): Rule.RuleModule {
  return {
    meta: {
      type: 'suggestion',
      docs: { description: definition.description, url: docsUrl(definition.name) },
      fixable: 'code',
      hasSuggestions: true,
      schema: [OPTIONS_SCHEMA],
      messages: MESSAGES,
    },
    create: (context) => listen(definition, context),
  }
}

/** The page of the installed version, which says what that version does. */
function docsUrl(name: string): string {
  return `https://unpkg.com/eslint-plugin-interleave@${packageVersion()}/docs/rules/${name}.md`
}

function listen(definition: RuleDefinition, context: Rule.RuleContext): Rule.RuleListener {
  if (!mayTell(definition, context.sourceCode.text, context.filename)) return {}
  return {
    'Program:exit'() {
      const options = toRuleOptions(context.options[0], context.settings)
      const parsed = fromSourceCode(context.sourceCode, context.filename, options.crossFile)
      for (const answer of reportedUnlessTooDeep(definition, parsed, options)) reportAnswer(context, answer, options)
    },
  }
}

/** Files whose facts are half told, as a stack ran over while they were found. */
const tooDeep = new WeakSet<Parsed['ast']>()

/** A rule that throws ends the whole run of ESLint: a file that is too deep for a stack is one without findings. */
function reportedUnlessTooDeep(
  { answers, preset }: ReportRule,
  parsed: Parsed,
  options: RuleOptions,
): readonly Answer[] {
  if (tooDeep.has(parsed.ast)) return []
  try {
    const reported = answers(parsed, options).filter((answer) => isReported(answer, preset, options))
    for (const answer of reported) void answer.offers
    return reported
  } catch (error) {
    if (!isTooDeep(error)) throw error
    tooDeep.add(parsed.ast)
    return []
  }
}
