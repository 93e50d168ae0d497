import { nameBefore } from './name-before.ts'

const EMPTY = /\[\s*(?:\]|\/)|\bnew\s+Array\b/
const PUSH = /\.\s*push\b/g
/** `return out`; a comment may stand before the name. */
const RETURNED = /\breturn\b[\s(]*(?:\/|([^\s\0-#%-/:-@[\]^`{-\x7F]+))/g

/** Whether a file with this text could have a function that fills an array. Only `true` costs a parse. */
export function mayFillArray(text: string): boolean {
  if (!EMPTY.test(text)) return false
  const names = new Set(Array.from(text.matchAll(PUSH), ({ index }) => nameBefore(index, text)))
  if (names.size === 0) return false
  for (const [, name] of text.matchAll(RETURNED)) {
    if (name === undefined || names.has(name) || names.has(null)) return true
  }
  return false
}
