/** What makes an array of another one, or a comment in its place. */
export const STAGE = /\.\s*(?:(?:filter|map|flatMap)\b|\/[/*])/

/** `const hits =`, `let a = 1, hits: T[] =`; comments may stand in between. */
const DECLARED =
  /(?:\b(?:const|let|var)\b|,)(?:\s|\/\/.*|\/\*[^]*?\*\/)*([\w$\\\x80-\uffff]+)\s*(?:\/[/*]|[:=](?![=>]))/g

/** What is surely the rest of one statement: no code is in it that holds other statements, and no text of many lines. */
const STATEMENT =
  /[^`{/}]*?(?:;[ \t]*[\n\r]|$|[\n\r]\s*\}|[\n\r]\s*(?:const|let|var|return|throw|if|for|while|switch|try|export)\b)/y

/** Whether one of the names could be declared to hold what a stage makes. */
export function mayHoldChain(names: ReadonlySet<string>, text: string): boolean {
  for (const declared of text.matchAll(DECLARED)) {
    if (!names.has(declared[1]!)) continue
    STATEMENT.lastIndex = declared.index + declared[0].length
    const statement = STATEMENT.exec(text)
    if (!statement || STAGE.test(statement[0])) return true
  }
  return false
}
