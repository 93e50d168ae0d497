import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { canonicalOrigin } from './canonical-origin.ts'
import { moduleOfFile } from './module-path.ts'
import { originOf } from './origin.ts'
import type { KnownCallRow } from './row.ts'
import { indexOf, rowsFor } from './row-index.ts'
import { KNOWN_CALL_ROWS } from './table.ts'

/**
 * The row of a function that is handed over and not called here: `Number` in `xs.map(Number)`. Rows with conditions
 * do not count.
 */
export function lookUpReference(
  callee: Node,
  parsed: Parsed,
  userRows: readonly KnownCallRow[],
): KnownCallRow | null {
  const origin = originOf(callee, parsed)
  if (!origin) return null
  const { module, path } = canonicalOrigin(origin)
  const name = path.length === 0 ? 'default' : path.join('.')
  for (const rows of [userRows, KNOWN_CALL_ROWS]) {
    const row = rowsFor(indexOf(rows), module, name, moduleOfFile(parsed.filename)).find(({ when }) => !when)
    if (row) return row
  }
  return null
}
