/** `[...xs]`, but not `[...xs, y]`. */
const SPREAD = /\[\s*(?:\/[/*]|\.\.\.(?!\s*[\w$.]+\s*,\s*[\w$({[.'"`]))/
const CALL = /\bArray\s*\.\s*from\b|\btoArray\b|\bslice\s*\(\s*(?:0\s*)?\)/

/** Whether a file with this text could copy something into an array. Only `true` costs a parse. */
export function mayCopy(text: string): boolean {
  return SPREAD.test(text) || CALL.test(text)
}
