import type { ArrayFiller } from '../../model/find-array-fillers.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { promiseSignOf } from '../promises/promise-sign.ts'
import { elementOf, parseKind } from '../values/kind.ts'
import { valueKindOf } from '../values/value-of.ts'

/** The first value that is a promise by some sign: an async generator would wait for it before it gives it. */
export function promiseIn({ appends }: ArrayFiller, parsed: Parsed, rows: readonly KnownCallRow[]): Node | null {
  const values: readonly Node[] = appends.flatMap(({ call }) => call.arguments)
  return values.find((value) => isPromise(value, parsed, rows)) ?? null
}

function isPromise(value: Node, parsed: Parsed, rows: readonly KnownCallRow[]): boolean {
  if (value.type === 'SpreadElement') {
    return elementOf(parseKind(valueKindOf(value.argument, parsed, rows) ?? 'unknown')).head === 'Promise'
  }
  if (parseKind(valueKindOf(value, parsed, rows) ?? 'unknown').head === 'Promise') return true
  return ['promise', 'unsure', 'entrusted', 'handled', 'harmless', 'lazy'].includes(promiseSignOf(value, parsed, rows))
}
