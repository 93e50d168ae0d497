import { mayDeclare } from './may-declare.ts'

/** `await p`, `await (p as T)`, `await ps[i]`, and where a comment or a type stands before the name. */
const AWAITED =
  /\bawait\b[\s(]*(?:[/<]|(?!(?:new|await)\b)([\w$\\\x80-\uffff]+)(?![\w$\\\x80-\uffff])(?=\s*(?:[^\s(.?`<]|$|\?(?!\.(?!\s*\[))|<(?![^()=;&|]*>\s*\())))/g
const FOR_AWAIT = /\bfor\b\s*(?:await\b|\/)/

/** Whether a file with this text could await what it named before. No answer but `true` costs a parse. */
export function mayAwaitName(text: string): boolean {
  if (FOR_AWAIT.test(text)) return true
  const names = new Set<string>()
  for (const [, name] of text.matchAll(AWAITED)) {
    if (name === undefined) return true
    names.add(name)
  }
  return names.size > 0 && mayDeclare(text, names)
}
