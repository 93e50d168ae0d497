/** Whether a file with this text could make arrays that nobody needs as a whole. Only `true` costs a parse. */
export function mayChain(text: string): boolean {
  return /\.\s*(?:filter|map|flatMap|flat|slice|concat|reduce)\b|\[\s*\.\.\.|\bArray\s*\.\s*from\b/.test(text)
}
