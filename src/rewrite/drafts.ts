import type { TSESTree } from '@typescript-eslint/utils'
import type { Parsed } from '../parse/parsed.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { EditList } from './edit-list.ts'
import { losesComment } from './lost-comments.ts'
import { parsesStill } from './parses-still.ts'
import type { Offers, Rewrite, RewriteForm } from './rewrite.ts'

/** A rewrite whose text has not been looked at yet. */
export interface Draft {
  readonly form: RewriteForm
  readonly title: string
  readonly list: EditList
  /** Comments that say nothing any more. */
  readonly drops?: readonly TSESTree.Comment[]
}

/** Longer texts are bundles, which nobody mends by hand. Characters. */
const LONGEST = 1_000_000

/** The drafts that lose no comment and parse, in their order; where none is left, why the first is not. */
export function offersOf(drafts: readonly (Draft | RefusalCode)[], parsed: Parsed): Offers {
  if (parsed.text.length > LONGEST) return { rewrites: [], refused: 'unsupported-form' }
  const results = drafts.map((draft) => (typeof draft === 'string' ? draft : finish(draft, parsed)))
  const rewrites = results.filter((result) => typeof result !== 'string')
  const refusals = results.filter((result) => typeof result === 'string')
  return { rewrites, refused: rewrites.length > 0 ? null : (refusals[0] ?? 'unsupported-form') }
}

function finish({ form, title, list, drops = [] }: Draft, parsed: Parsed): Rewrite | RefusalCode {
  const edits = list.sorted(parsed)
  if (losesComment(edits, parsed, drops)) return 'loses-comment'
  return parsesStill(edits, parsed) ? { form, title, edits } : 'does-not-parse'
}
