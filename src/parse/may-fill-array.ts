/** Whether a file with this text could have a function that fills an array. Only `true` costs a parse. */
export function mayFillArray(text: string): boolean {
  return /\.\s*push\b/.test(text) && /\breturn\b/.test(text)
}
