import { CALLED_WITHOUT_EFFECT } from './sql-functions.ts'
import type { RowFacts } from './row-maker.ts'
import { reads } from './row-maker.ts'
import type { RowCondition } from './row.ts'

/**
 * What locks rows, keeps something for the session (`@n := @n + 1`, `FOUND_ROWS()`), changes something by a function
 * of the database, or holds a second statement.
 */
const CHANGES = [
  String.raw`\bfor\s+(?:no\s+key\s+)?(?:key\s+)?(?:update|share)\b`,
  String.raw`\b(?:into|lock\s+in\s+share)\b`,
  String.raw`:=|/\*!|;\s*[^\s']`,
  String.raw`\b(?:nextval|setval|lastval|currval|pg_\w*lock\w*|get_lock|release_\w*locks?|is_free_lock|is_used_lock)\b`,
  String.raw`\b(?:sql_calc_found_rows|found_rows|row_count|last_insert_id|last_insert_rowid|changes|total_changes)\b`,
  String.raw`\b(?:pg_notify|pg_terminate_backend|pg_cancel_backend|pg_reload_conf|set_config|setseed|lo_\w+|dblink\w*)\s*\(`,
  String.raw`\b(?:pg_sleep\w*|sleep|benchmark|load_extension|query_to_xml\w*)\s*\(`,
].join('|')

/** `SELECT create_user($1)`, `SELECT fn_refresh_account($1)`: a function that is named like a change. */
const VERBS = `create insert update upsert delete remove drop add set put save store write touch refresh reset rebuild
  recalculate recompute allocate assign reserve claim acquire release lock unlock next take enqueue dequeue push pop send
  publish notify emit record register process run exec execute perform apply start stop open close cancel archive purge
  prune cleanup increment decrement inc dec move transfer merge sync import mark enable disable init`
  .split(/\s+/)
  .join('|')
const NAMED_LIKE_CHANGE = String.raw`\b(?:(?:fn|sp|usp|f|p|do)_)?(?:${VERBS})(?:_\w*)?\s*\(`

/** A call, `name(`, of what is not known to be without effect; the name of columns in `as t(id)` is none. */
const CALLS_ANY = [
  String.raw`(?<!\bas\s+)\b(?!(?:${CALLED_WITHOUT_EFFECT})\s*\()\w+\s*\(`,
  String.raw`[.]\s*\w+\s*\(|["\x60\]]\s*\(|[^\x00-\x7f]\s*\(`,
  String.raw`(?:--|#)[^\n]*\n\s*\(|\*/\s*\(`,
].join('|')

const without = (parts: readonly string[]): string => String.raw`^\s*select\b(?![\s\S]*(?:${parts.join('|')}))`

/** By proof: all of the text is seen, and all that it calls is known. */
const SELECT = without([CHANGES, CALLS_ANY])
/** By all signs: it calls what may do anything, or part of its text is not seen. */
const MAYBE_SELECT = without([CHANGES, NAMED_LIKE_CHANGE])

/** `query('SELECT ...')`; `query({ sql: 'SELECT ...' })`, where the statement is in an option. */
export function isSelect(option?: string): RowCondition {
  return { argument: 0, ...(option !== undefined && { option }), matches: SELECT, whole: true }
}

export function isMaybeSelect(option?: string): RowCondition {
  return { argument: 0, ...(option !== undefined && { option }), matches: MAYBE_SELECT }
}

/** What a statement that reads does: by proof, then by signs. All others write, which is for a row after these. */
export function selects(option?: string): readonly Pick<RowFacts, 'effects' | 'when' | 'bySigns'>[] {
  return [
    { effects: reads('database'), when: isSelect(option) },
    { effects: reads('database'), when: isMaybeSelect(option), bySigns: true },
  ]
}
