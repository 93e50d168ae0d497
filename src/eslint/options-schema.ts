import { KNOWN_CALL_SCHEMA, type Schema } from '../facts/known-calls/row-schema.ts'
import { DEFAULT_RULE_OPTIONS, type RuleOptions } from './rule-options.ts'

/**
 * Schema of a rule's only option.
 *
 * The defaults stand in the descriptions: ESLint would write a `default` into the options, where it could not be
 * told any more from what the user wrote, and would win over `settings.interleave`.
 */
export const OPTIONS_SCHEMA: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    confidence: describe('confidence', 'Least confidence that is reported.', {
      enum: ['certain', 'likely', 'possible'],
    }),
    concurrency: describe('concurrency', 'Most turns in flight at once in a bounded form.', {
      type: 'integer',
      minimum: 1,
    }),
    limiter: describe(
      'limiter',
      'Whether a rewrite may use p-map; `auto`: where a fitting p-map resolves from the file.',
      { enum: ['auto', 'p-map', 'none'] },
    ),
    target: describe(
      'target',
      'Newest syntax and library that a rewrite may use; `auto`: what the package and the compiler settings allow.',
      { enum: ['auto', 'es2025', 'es2018'] },
    ),
    threshold: describe('threshold', 'Fewest independent awaits that `no-serial-awaits` reports.', {
      type: 'integer',
      minimum: 2,
    }),
    knownCalls: describe('knownCalls', 'Rows that say what calls do; they win over the built-in ones.', {
      type: 'array',
      items: KNOWN_CALL_SCHEMA,
    }),
    crossFile: describe(
      'crossFile',
      'Whether callees in other files are read; `eslint --cache` does not see when those change.',
      { type: 'boolean' },
    ),
    fix: describe('fix', 'What `eslint --fix` may rewrite; all other rewrites are suggestions.', {
      enum: ['none', 'certain'],
    }),
  },
}

function describe(name: keyof RuleOptions, text: string, schema: Schema): Schema {
  return { description: `${text} Default: \`${JSON.stringify(DEFAULT_RULE_OPTIONS[name])}\`.`, ...schema }
}
