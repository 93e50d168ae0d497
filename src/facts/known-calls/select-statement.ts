import type { RowCondition } from './row.ts'

/** `SELECT` that locks no rows and calls no function known to change something. */
const SELECT = [
  String.raw`^\s*select\b(?![\s\S]*\b`,
  String.raw`(?:for\s+(?:no\s+key\s+)?(?:key\s+)?(?:update|share)|into|nextval|setval|pg_\w*lock\w*)\b)`,
].join('')

/** `query('SELECT ...')` */
export const isSelect: RowCondition = { argument: 0, matches: SELECT }

/** `query({ text: 'SELECT ...' })` */
export const isSelectOption: RowCondition = { argument: 0, option: 'text', matches: SELECT }
