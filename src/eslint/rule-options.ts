import { DEFAULT_OPTIONS, type Options } from '../options.ts'

/** Options of a rule: those that all doors have in common, and what `eslint --fix` may do. */
export interface RuleOptions extends Options {
  /** `certain`: the first rewrite of a finding that is certain is a fix; else every rewrite is a suggestion. */
  readonly fix: 'none' | 'certain'
}

export const DEFAULT_RULE_OPTIONS: RuleOptions = { ...DEFAULT_OPTIONS, fix: 'none' }

/** The rule's own options win over `settings.interleave`; rows of known calls add up, the rule's own first. */
export function toRuleOptions(own: unknown, settings: Readonly<Record<string, unknown>>): RuleOptions {
  const shared = toPartial(settings['interleave'])
  const given = toPartial(own)
  const options = { ...DEFAULT_RULE_OPTIONS, ...shared, ...given }
  // Joined only where there are two lists: what is worked out of a list is kept by its identity.
  if (given.knownCalls === undefined || shared.knownCalls === undefined) return options
  return { ...options, knownCalls: [...given.knownCalls, ...shared.knownCalls] }
}

function toPartial(value: unknown): Partial<RuleOptions> {
  return typeof value === 'object' && value !== null ? value : {}
}
