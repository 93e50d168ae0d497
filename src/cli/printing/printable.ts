// Control characters, bidirectional overrides and line separators: what could move a cursor or reorder a line.
const UNPRINTABLE = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu
const EXCEPT_TAB = new RegExp(`(?!\\t)${UNPRINTABLE.source}`, 'gu')

/** A file name as one line that cannot steer a terminal: `a\nb.js` for a name with a line break in it. */
export function printablePath(path: string): string {
  return path.replaceAll('\\', '\\\\').replace(UNPRINTABLE, toEscape)
}

/** A line of source that cannot steer a terminal; tabs stay. */
export function printableLine(line: string): string {
  return line.replace(EXCEPT_TAB, toEscape)
}

/** What is printed for programs, of which no part steers a terminal either. */
export function printableJson(value: unknown): string {
  const inText = (character: string): string =>
    character === '\n' ? character : `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`
  return `${JSON.stringify(value, null, 2).replace(UNPRINTABLE, inText)}\n`
}

function toEscape(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\r') return '\\r'
  if (character === '\t') return '\\t'
  return `\\u{${character.codePointAt(0)!.toString(16)}}`
}
