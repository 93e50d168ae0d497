/** Names of a family of rows: `named('Array#', 'map filter')` is `Array#map`, `Array#filter`. */
export function named(prefix: string, names: string): readonly string[] {
  return names
    .trim()
    .split(/\s+/)
    .map((name) => `${prefix}${name}`)
}
