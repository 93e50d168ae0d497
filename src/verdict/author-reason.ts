import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../parse/node-types.ts'
import { reason } from './question.ts'
import type { Reason } from './verdict.ts'

const MOST = 80

/** What a comment says of the order: its first line with words, cut where it is long. */
export function authorReason(comment: TSESTree.Comment, form: Node): Reason {
  const lines = comment.value.split('\n').map((line) => line.trimEnd().replace(/^[\s*]+/, ''))
  const said = lines.find((line) => line !== '') ?? ''
  return reason('author-says', form, {
    comment: said.length > MOST ? `${said.slice(0, MOST)}…` : said,
    line: String(comment.loc.start.line),
  })
}
