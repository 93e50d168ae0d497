import { mayHoldChain, STAGE } from './may-hold-chain.ts'
import { mayWasteArray } from './may-waste-array.ts'
import { nameBefore } from './name-before.ts'

/** Whether a file with this text could make arrays of which a part is needed. Only `true` costs a parse. */
export function mayChain(text: string): boolean {
  return (STAGE.test(text) && mayTakePart(text)) || mayWasteArray(text)
}

/** What takes a part of an array. */
const PART = /\.\s*(?:some|every|find|includes|at|shift|slice|length)\b|\[\s*0\s*\]/g
/** `[first] = ...`, but not `[first, second] = ...` */
const PATTERN = /\b(?:const|let|var)\s*\[(?!\s*(?:[\w$]+\s*)?,\s*[\w$[{.,])|,\s*\[[^\]]*\]\s*(?:=(?![=>])|:)/
const LOOP = /\bfor\s*(?:\(|\/[/*])/g
/** The end of `const item of`, or of the head of another loop. */
const LOOP_WORD = /\b(?:of|in)\b|[;)]/g
/** `xs)`, `Object.keys(xs))`, `this.list)` */
const PLAIN_SOURCE = /\s*(?:([^\s\0-#%-/:-@[\]^`{-\x7F]+)|[\w$.]+(?:\([\w$.]*\))?)\s*\)/y
const BLOCK = /\)\s*\{/g
/** What may be a stage, or a place where no block begins. */
const STAGE_OR_CODE = /\.\s*(?:filter|map|flatMap)\b|[{`'"/]|\bfunction\b/

/** Whether a part could be taken of the array of a stage, there and then or by the name that holds it. */
function mayTakePart(text: string): boolean {
  if (PATTERN.test(text)) return true
  const names = new Set<string>()
  for (const { index } of text.matchAll(PART)) {
    const name = nameBefore(index, text)
    if (name === null) return true
    names.add(name)
  }
  for (const { index } of text.matchAll(LOOP)) {
    const name = walkedName(index, text)
    if (name === null) return true
    names.add(name)
  }
  return mayHoldChain(names, text)
}

/** `hits` of `for (const hit of hits)`; empty where the loop walks no chain, null where it may walk one. */
function walkedName(loop: number, text: string): string | null {
  LOOP_WORD.lastIndex = loop
  const word = LOOP_WORD.exec(text)
  if (word?.[0] !== 'of') return word?.[0] === ')' ? null : ''
  PLAIN_SOURCE.lastIndex = LOOP_WORD.lastIndex
  const plain = PLAIN_SOURCE.exec(text)
  if (plain) return STAGE.test(plain[0]) ? null : (plain[1] ?? '')
  BLOCK.lastIndex = LOOP_WORD.lastIndex
  return STAGE_OR_CODE.test(text.slice(LOOP_WORD.lastIndex, BLOCK.exec(text)?.index)) ? null : ''
}
