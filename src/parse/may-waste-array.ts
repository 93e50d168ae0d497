import { nameBefore } from './name-before.ts'

/** `= [...all, x]` */
const GROWN = /=\s*(?:\/[/*]|\[\s*\.\.\.\s*([^\s\0-#%-/:-@[\]^`{-\x7F]+)\s*,)/g
/** `(all, x) => [...all, f(x)]`, `(all, x) => ({ ...all, [k]: v })` */
const REDUCED = /=>[\s(]*(?:\/[/*]|[[{]\s*\.\.\.\s*[^\s\0-#%-/:-@[\]^`{-\x7F]+\s*,)/
/** `for (const i of Array.from({ length: n }, ...))`, `for (const i of [...Array(n).keys()])` */
const RANGE = /\bof[\s(]*(?:\/[/*]|Array\s*\.\s*from\s*\(|\[\s*\.\.\.[^]*?\.\s*keys\s*\(\s*\)\s*\])/

/** Whether a file with this text could copy all of an array or object to add to it, or make one to count with. */
export function mayWasteArray(text: string): boolean {
  if (!/\[\s*\.\.\.|\{\s*\.\.\.|\bArray\s*\.\s*from\s*\(/.test(text)) return false
  if (RANGE.test(text) || (/\breduce\b/.test(text) && REDUCED.test(text))) return true
  for (const { 1: name, index } of text.matchAll(GROWN)) {
    const before = name === undefined ? null : nameBefore(index, text)
    if (before === null || before === name) return true
  }
  return false
}
