/** Whether a file with this text could await anything. No answer but `true` costs a parse. */
export function mayAwait(text: string): boolean {
  return /\bawait\b/.test(text)
}
