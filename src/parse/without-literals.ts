/**
 * The code of a text, with nothing between the quotes of strings, in templates, regular expressions and comments. Null
 * where it is not sure what a character is: whether a slash divides, whether a `<` begins JSX, in whose text quotes are
 * no quotes. So nothing that may be code is left out.
 */
export function withoutLiterals(text: string): string | null {
  const scan: Scan = { text, at: text.startsWith('#!') ? lineEnd(text, 0) : 0, kept: [], around: [], next: 'operand', word: '' }
  while (scan.at < text.length) if (!step(scan)) return null
  return scan.kept.join('')
}

/** What comes next: an operand, or an operator after one; or either. */
type Next = 'operand' | 'operator' | 'either'

interface Scan {
  readonly text: string
  at: number
  readonly kept: string[]
  /** What comes after each bracket that is open; `template` for the brace of `${`. */
  readonly around: (Next | 'template')[]
  next: Next
  /** The last word, where nothing stands after it. */
  word: string
}

const SPACE = /\s+/y
const WORD = /(?:[\w$#]|[^\0-\x7F\s])+/y
/** Longest first. `>` may end a list of types, and so an operand. */
const PUNCTUATOR = /<<=?|<=|\.\.\.|=>|\?\.|\+\+|--|[!=]==?|&&=?|\|\|=?|\?\?=?|[^]/y

/** After these there is an operand; after the others may be one. */
const BEFORE_OPERAND = new Set('return typeof case instanceof in new delete void throw else do extends default'.split(' '))
const BEFORE_EITHER = new Set(['of', 'yield', 'await'])
const BEFORE_HEAD = new Set(['if', 'while', 'for', 'with'])

/** Takes one token; false where it is not sure what it is. */
function step(scan: Scan): boolean {
  const { text, at } = scan
  const space = endOf(SPACE, scan)
  if (space > at) return keep(scan, space)
  const word = endOf(WORD, scan)
  if (word > at) return takeWord(scan, word)
  switch (text[at]) {
    case '\'':
    case '"':
      return skip(scan, endOfString(text, at))
    case '`':
      return takeTemplate(scan)
    case '/':
      return takeSlash(scan)
    case '\\':
      return false
    case '<':
      // JSX, or a comment as in HTML.
      if (scan.next !== 'operator' || text.startsWith('<!--', at)) return false
      return takePunctuator(scan)
    case '-':
      // A comment as in HTML, unless something stands before it: `n-->0`.
      if (text.startsWith('-->', at) && !/[\w$)\]]/.test(text[at - 1] ?? '')) return false
      return takePunctuator(scan)
    default:
      return takePunctuator(scan)
  }
}

function takeWord(scan: Scan, end: number): boolean {
  const word = scan.text.slice(scan.at, end)
  const isName = scan.word === '.'
  scan.next = 'operator'
  if (!isName && BEFORE_OPERAND.has(word)) scan.next = 'operand'
  if (!isName && BEFORE_EITHER.has(word)) scan.next = 'either'
  keep(scan, end)
  scan.word = isName ? '' : word
  return true
}

function takePunctuator(scan: Scan): boolean {
  const end = endOf(PUNCTUATOR, scan)
  const mark = scan.text.slice(scan.at, end)
  const { word, around } = scan
  if (mark === '(') around.push(BEFORE_HEAD.has(word) ? 'operand' : word === 'await' ? 'either' : 'operator')
  else if (mark === '[') around.push('operator')
  else if (mark === '{') around.push('either')
  if (mark === ')' || mark === ']' || mark === '}') {
    const after = around.pop()
    if (after === 'template') return takeTemplate(scan)
    scan.next = after ?? 'either'
  } else if (mark === '!') scan.next = scan.next === 'operand' ? 'operand' : 'either'
  else scan.next = mark === '++' || mark === '--' || mark === '>' ? 'either' : 'operand'
  keep(scan, end)
  scan.word = mark === '.' || mark === '?.' ? '.' : ''
  return true
}

/** From a backtick, or the brace that ends an expression in it, to the end or to the next expression. */
function takeTemplate(scan: Scan): boolean {
  const { text } = scan
  scan.kept.push(text[scan.at]!)
  let at = scan.at + 1
  while (at < text.length && text[at] !== '`' && !(text[at] === '$' && text[at + 1] === '{')) at += text[at] === '\\' ? 2 : 1
  if (at >= text.length) return false
  scan.at = at
  scan.word = ''
  if (text[at] === '`') {
    scan.next = 'operator'
    return keep(scan, at + 1)
  }
  scan.next = 'operand'
  scan.around.push('template')
  return keep(scan, at + 2)
}

function takeSlash(scan: Scan): boolean {
  const { text, at, next } = scan
  if (text[at + 1] === '/') {
    scan.at = lineEnd(text, at)
    return true
  }
  if (text[at + 1] === '*') {
    const end = text.indexOf('*/', at + 2)
    scan.at = end + 2
    return end >= 0
  }
  if (next === 'either') return false
  return next === 'operator' ? takePunctuator(scan) : skip(scan, endOfRegex(text, at))
}

/** Leaves out a literal; false where it has no end. */
function skip(scan: Scan, end: number | null): boolean {
  if (end === null) return false
  scan.kept.push('\'\'')
  scan.at = end
  scan.next = 'operator'
  scan.word = ''
  return true
}

function keep(scan: Scan, end: number): true {
  scan.kept.push(scan.text.slice(scan.at, end))
  scan.at = end
  return true
}

function endOfString(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at++) {
    const one = text[at]!
    if (one === text[start]) return at + 1
    if (one === '\n' || one === '\r') return null
    if (one === '\\') at += text[at + 1] === '\r' && text[at + 2] === '\n' ? 2 : 1
  }
  return null
}

function endOfRegex(text: string, start: number): number | null {
  let isInClass = false
  for (let at = start + 1; at < text.length; at++) {
    const one = text[at]!
    if (one === '/' && !isInClass) return at + 1
    if (isLineEnd(one)) return null
    if (one === '[') isInClass = true
    else if (one === ']') isInClass = false
    else if (one === '\\' && !isLineEnd(text[at + 1] ?? '\n')) at++
  }
  return null
}

function lineEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && !isLineEnd(text[at]!)) at++
  return at
}

function isLineEnd(one: string): boolean {
  return one === '\n' || one === '\r' || one === '\u2028' || one === '\u2029'
}

/** Where a match that begins here ends; here where there is none. */
function endOf(pattern: RegExp, { text, at }: Scan): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
