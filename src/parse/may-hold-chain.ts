import { declarationsIn } from './declarations-in.ts'

/** What makes an array of another one. */
export const STAGE = /\.\s*(?:filter|map|flatMap)\b/

/** What is surely the rest of one statement: no code is in it that holds others, and no text of many lines. */
const STATEMENT =
  /[^`{/}]*?(?:;[ \t]*[\n\r]|$|[\n\r][ \t]*(?:\}|(?:const|let|var|return|throw|if|for|while|switch|try|export)\b))/y

/** Whether one of the names could be declared to hold what a stage makes. */
export function mayHoldChain(names: ReadonlySet<string>, text: string): boolean {
  for (const { name, end, isElement } of declarationsIn(text)) {
    if (isElement || !names.has(name)) continue
    STATEMENT.lastIndex = end
    const statement = STATEMENT.exec(text)
    if (!statement || STAGE.test(statement[0])) return true
  }
  return false
}
