const AWAIT = /\bawait\b/
// A comment may stand between the keyword and the parenthesis.
const LOOP = /\b(?:for|while)\b\s*(?:await\b|[(/])|\breduce(?:Right)?\b/
// These wait for each turn without a word of it.
const WITHOUT_AWAIT = /\bfromAsync\b|\breduce(?:Right)?\b[^]*\.\s*then\b/

/** Whether a parse could find a loop that waits in its turns. No answer but `true` costs a parse. */
export function mayAwaitInLoop(text: string): boolean {
  return (AWAIT.test(text) && LOOP.test(text)) || WITHOUT_AWAIT.test(text)
}
