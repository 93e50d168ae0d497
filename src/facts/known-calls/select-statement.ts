import type { RowCondition } from './row.ts'

/** `SELECT` that locks no rows and calls no function known to change something. */
const SELECT = [
  String.raw`^\s*select\b(?![\s\S]*\b`,
  String.raw`(?:for\s+(?:no\s+key\s+)?(?:key\s+)?(?:update|share)|into|nextval|setval|pg_\w*lock\w*|get_lock|release_lock|lock\s+in\s+share)\b)`,
].join('')

/** `query('SELECT ...')` */
export const isSelect: RowCondition = { argument: 0, matches: SELECT }

/** `query({ text: 'SELECT ...' })` */
export const isSelectOption: RowCondition = isSelectInOption('text')

/** `query({ sql: 'SELECT ...' })`: the statement is in an option. */
export function isSelectInOption(option: string): RowCondition {
  return { argument: 0, option, matches: SELECT }
}
