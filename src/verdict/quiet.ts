import { silenceOf } from '../facts/loops/author-comment.ts'
import { isTestFile } from '../facts/signs/path-signs.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { authorReason } from './author-reason.ts'
import { reason } from './question.ts'
import type { Reason } from './verdict.ts'

/** Why a form of any kind is left alone: its author says so, or it is in a test, which looks for failures. */
export function quietReason(form: Node, parsed: Parsed): Reason | null {
  const comment = silenceOf(form, parsed)
  if (comment) return authorReason(comment, form)
  return isTestFile(parsed.filename) ? reason('test-code', form) : null
}
