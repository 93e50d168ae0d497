const LINK = /[?!.\s]/
const LINE_END = /[\n\r\u2028\u2029]/

/**
 * The name that stands before `.length`, `[0]` or `=` at an offset of a text: `hits` of `hits!.length`. Empty where
 * something else does, such as a string. Null where it may be any expression, of which a parenthesis is the end, or
 * where a comment may stand between.
 */
export function nameBefore(offset: number, text: string): string | null {
  let end = offset
  while (end > 0 && LINK.test(text[end - 1]!)) end--
  if (text[end - 1] === ')' || text.startsWith('*/', end - 2)) return null
  if (LINE_END.test(text.slice(end, offset)) && text.slice(text.lastIndexOf('\n', end - 1) + 1, end).includes('//')) return null
  let start = end
  while (start > 0 && isOfName(text.charCodeAt(start - 1))) start--
  return text.slice(start, end)
}

/** Letters, digits, `$`, `_`, the backslash of an escape, and whatever is not ASCII. */
function isOfName(code: number): boolean {
  if (code >= 128 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true
  return (code >= 48 && code <= 57) || code === 36 || code === 95 || code === 92
}
