import { withoutLiterals } from './without-literals.ts'

/** Levels and parts for which a parser that recurses needs less than a megabyte of stack; hardly any code has half. */
const DEEPEST = 500

/** What a character may do to the nesting. */
const [OPENS, CLOSES, ENDS, GOES_ON, LINE_END] = [1, 2, 3, 4, 5]
const EFFECTS = table([
  ['([{', OPENS],
  [')]}', CLOSES],
  [';,', ENDS],
  ['!%&*+-./:<=>?^|~` \t\v\f', GOES_ON],
  ['\n\r', LINE_END],
])

/** How a line begins, or the one before it ends, in the middle of something: `.then()`, `: b`, `a &&`, `else`. */
const BEGINS_IN_MIDDLE = /[!-.:<~`)\]}%&+=?^|]|(?:else|extends|as)\b/y
const ENDS_IN_MIDDLE = /[!:~%&+\-=?^|]$|=>$|\b(?:else|do|await|new|keyof|typeof|void|delete|yield)$/

/**
 * Whether code may be nested so deeply that a parser runs out of stack. Strings and comments are taken for code at
 * first, which is fast and says no for nearly all that is no bundle.
 */
export function nestsDeeply(text: string): boolean {
  return countsDeep(text) && countsDeep(withoutLiterals(text) ?? text)
}

/**
 * Counts the brackets that are open, and the parts since the last end of a statement or an element at each level, as in
 * `a ? b : c ? d : ...`.
 */
function countsDeep(text: string): boolean {
  /** Parts of the levels around this one. */
  const around: number[] = []
  const heads: number[] = []
  let parts = 0
  /** Parts of this level when the line began. */
  let before = 0
  let nesting = 0
  for (let at = 0; at < text.length; at++) {
    const effect = effectOf(text.charCodeAt(at))
    if (effect === 0) continue
    if (effect === GOES_ON) {
      parts++
      nesting++
    } else if (effect === OPENS) {
      around.push(parts)
      heads.push(before)
      parts = before = 0
      nesting++
    } else if (effect === CLOSES) {
      // All that was in the brackets is one part of what is around them.
      const outside = around.pop()
      nesting -= outside === undefined ? parts - 1 : parts
      parts = (outside ?? 0) + 1
      before = heads.pop() ?? 0
    } else {
      const next = effect === ENDS ? at : lastSpaceAfter(at, text)
      const left = effect === ENDS ? 0 : partsAfterLine(at, next + 1, text, parts, before)
      nesting += left - parts
      parts = before = left
      at = next
    }
    if (nesting > DEEPEST) return true
  }
  return false
}

function effectOf(code: number): number {
  return code < 128 ? EFFECTS[code]! : code === 0xa0 || (code >= 0x1680 && isSpace(code)) ? GOES_ON : 0
}

function isSpace(code: number): boolean {
  return code < 0x3001 ? /\s/.test(String.fromCharCode(code)) : code === 0xfeff
}

/** What a line leaves open: all of it in the middle of something, itself where it may be a head: `if (a)`, `<div>`. */
function partsAfterLine(lineEnd: number, next: number, text: string, parts: number, before: number): number {
  if (isMiddle(lineEnd, next, text)) return parts + 1
  let last = lineEnd - 1
  while (last > 0 && text.charCodeAt(last) <= 32) last--
  return text[last] === ')' || text[last] === '>' ? before + 1 : 0
}

function lastSpaceAfter(offset: number, text: string): number {
  let at = offset
  while (text.charCodeAt(at + 1) <= 32) at++
  return at
}

function isMiddle(lineEnd: number, next: number, text: string): boolean {
  BEGINS_IN_MIDDLE.lastIndex = next
  return BEGINS_IN_MIDDLE.test(text) || ENDS_IN_MIDDLE.test(text.slice(Math.max(0, lineEnd - 9), lineEnd).trimEnd())
}

function table(rows: readonly (readonly [characters: string, value: number])[]): Uint8Array {
  const values = new Uint8Array(128)
  for (const [characters, value] of rows) for (const one of characters) values[one.charCodeAt(0)] = value
  return values
}
