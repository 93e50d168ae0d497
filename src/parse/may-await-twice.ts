/** Whether a file with this text could await two things. No answer but `true` costs a parse. */
export function mayAwaitTwice(text: string): boolean {
  return /\bawait\b[^]*\bawait\b/.test(text)
}
