import { declarationsIn } from './declarations-in.ts'

/** `await p`, `await (p as T)`; a comment or a type may stand before the name. */
const AWAITED = /\bawait\b[\s(]*(?:[/<]|(?!(?:new|await)\b)([^\s\0-#%-/:-@[\]^`{-\x7F]+))/g
/** What stands after a name that is all of the value, or a list as in `ps[i]`: not `()`, `.a`, `<T>()`. */
const AFTER_NAME = /\s*(?:[^\s(.?`<]|$|\?(?!\.(?!\s*\[))|<(?![^()=;&|]*>\s*\())/y
const FOR_AWAIT = /\bfor\b\s*(?:await\b|\/)/

/** Whether a file with this text could await what it named before. No answer but `true` costs a parse. */
export function mayAwaitName(text: string): boolean {
  if (FOR_AWAIT.test(text)) return true
  const names = new Set<string>()
  for (const { 0: found, 1: name, index } of text.matchAll(AWAITED)) {
    if (name === undefined) return true
    AFTER_NAME.lastIndex = index + found.length
    if (AFTER_NAME.test(text)) names.add(name)
  }
  if (names.size === 0) return false
  for (const { name } of declarationsIn(text)) if (names.has(name)) return true
  return false
}
