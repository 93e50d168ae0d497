/** A kind whose values have no state of their own: `string`, `number`. */
export function isPlainKind(kind: string | undefined): boolean {
  return kind !== undefined && PLAIN.has(kind)
}

const PLAIN: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'undefined', 'bigint', 'symbol'])
