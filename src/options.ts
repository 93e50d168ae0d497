import type { KnownCallRow } from './facts/known-calls/row.ts'
import type { ProjectChoice } from './parse/types/find-config.ts'
import type { Confidence } from './verdict/verdict.ts'

/** What rules, transforms and the command have in common; the documented options of the package. */
export interface Options {
  /** Least confidence that is reported (rules) or rewritten (transforms, command). */
  readonly confidence: Confidence
  /** Most turns in flight at once in a bounded form. A whole number from 1 on. */
  readonly concurrency: number
  /** `auto`: forms that need p-map only where one resolves from the file. `p-map`: always. `none`: never. */
  readonly limiter: 'auto' | 'p-map' | 'none'
  /** Set where p-map is about to be added to `package.json`: then `auto` may use it where none resolves yet. */
  readonly addsLimiter?: boolean
  /** Newest syntax and library the rewritten code may use. */
  readonly target: 'auto' | 'es2025' | 'es2018'
  /** Fewest awaits, none of which needs another, that are reported together. A whole number from 2 on. */
  readonly threshold: number
  /** Rows that the user adds to the table of known calls; they win over the built-in ones. */
  readonly knownCalls: readonly KnownCallRow[]
  /** Whether callees in other files are read. */
  readonly crossFile: boolean
  /** Where types are taken from; null for none. ESLint's rules take those of the parser instead. */
  readonly project: ProjectChoice | null
}

export const DEFAULT_OPTIONS: Options = {
  confidence: 'likely',
  concurrency: 8,
  limiter: 'auto',
  target: 'auto',
  threshold: 2,
  knownCalls: [],
  crossFile: false,
  project: null,
}
