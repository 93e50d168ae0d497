import type { Parsed } from '../../parse/parsed.ts'
import { askingFor } from '../values/value-of.ts'
import type { CallNode } from './call-arguments.ts'
import type { KnownCall } from './find-call.ts'
import { findCall } from './find-call.ts'
import type { KnownCallRow } from './row.ts'

const caches = new WeakMap<Parsed, WeakMap<readonly KnownCallRow[], Map<CallNode, KnownCall | null>>>()

/**
 * What is known of the call, through scopes, imports and the kinds of values, never by spelling; the user's rows win.
 * Null where the callee is not certain or not in the table.
 */
export function lookUpCall(node: CallNode, parsed: Parsed, userRows: readonly KnownCallRow[]): KnownCall | null {
  let byRows = caches.get(parsed)
  if (!byRows) caches.set(parsed, (byRows = new WeakMap()))
  let cache = byRows.get(userRows)
  if (!cache) byRows.set(userRows, (cache = new Map()))
  const known = cache.get(node)
  if (known !== undefined) return known
  const call = findCall(node, askingFor(parsed, userRows))
  cache.set(node, call)
  return call
}
