/** Whether a file with this text could make arrays of which a part is needed. Only `true` costs a parse. */
export function mayChain(text: string): boolean {
  return (STAGE.test(text) && CONSUMER.test(text)) || WASTE.test(text)
}

const STAGE = /\.\s*(?:filter|map|flatMap)\b/
const CONSUMER = /\.\s*(?:some|every|find|includes|at|shift|slice|length)\b|\[\s*0\s*\]|\bfor\b|\[\s*[\w$]+\s*\]\s*=/
/** [...all, x]   {...all, [k]: v}   Array.from({ length: n }, ...)   [...Array(n).keys()] */
const WASTE = /\[\s*\.\.\.[\w$]+\s*,|\{\s*\.\.\.[\w$]+\s*,|\bArray\s*\.\s*from\s*\(|\.\s*keys\s*\(\s*\)\s*\]/
