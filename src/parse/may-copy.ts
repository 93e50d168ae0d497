/** Whether a file with this text could copy something into an array. Only `true` costs a parse. */
export function mayCopy(text: string): boolean {
  return /\[\s*(?:\/[/*]|\.\.\.(?!\s*[\w$.]+\s*,\s*[\w$({[.'"`]))|\bArray\s*\.\s*from\b|\btoArray\b|\bslice\s*\(\s*(?:0\s*)?\)/.test(text)
}
