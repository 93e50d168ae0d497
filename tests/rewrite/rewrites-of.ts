import { applyEdits } from '../../src/rewrite/apply-edits.ts'
import { offerRewrites } from '../../src/rewrite/offer-rewrites.ts'
import type { Offers, RewriteForm, RewriteOptions } from '../../src/rewrite/rewrite.ts'
import type { Marked } from './verdict-of.ts'
import { verdictOf } from './verdict-of.ts'

export const OPTIONS: RewriteOptions = {
  concurrency: 3,
  limiter: 'p-map',
  limiterNames: new Set(['pMap', 'pMapIterable', 'pMapSkip']),
  target: 'es2018',
}

export interface Rewritten extends Marked {
  readonly offers: Offers
  readonly forms: readonly RewriteForm[]
  /** The text after the rewrite of each form that is offered. */
  readonly after: Partial<Record<RewriteForm, string>>
}

/** What is offered for the outermost loop of a source that is marked as `verdictOf` reads it. */
export function rewritesOf(marked: string, filename = 'a.ts', options = OPTIONS): Rewritten {
  const { parsed, verdict } = verdictOf(marked, filename)
  const offers = offerRewrites(verdict, parsed, options)
  const texts = offers.rewrites.map(({ form, edits }) => [form, applyEdits(parsed.text, edits)] as const)
  const after: Rewritten['after'] = Object.fromEntries(texts)
  return { parsed, verdict, offers, forms: offers.rewrites.map(({ form }) => form), after }
}

/** Takes the indentation of the first line from all lines, and the blank lines around. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n')
  const indent = /^ */.exec(lines[0]!)![0]
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart())).join('\n') + '\n'
}
