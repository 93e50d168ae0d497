/** Whether a file with this text could hand an async function to `forEach` or `map`. Only `true` costs a parse. */
export function mayDropPromise(text: string): boolean {
  return /\basync\b/.test(text) && /\bforEach\b|\bmap\b/.test(text)
}
