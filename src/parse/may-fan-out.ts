/** Whether a file with this text could start a call for each element of a list. Only `true` costs a parse. */
export function mayFanOut(text: string): boolean {
  return /\bPromise\s*\.\s*all(?:Settled)?\b/.test(text)
}
