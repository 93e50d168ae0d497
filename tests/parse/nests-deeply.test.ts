import { describe, expect, test } from 'vitest'
import { nestsDeeply } from '../../src/parse/nests-deeply.ts'
import { parseWithOxc } from '../../src/parse/parse-with-oxc.ts'
import { withoutLiterals } from '../../src/parse/without-literals.ts'
import { readSourceFiles } from '../house/source-files.ts'

const OPEN = '('.repeat(1000)
const NESTED = `x = ${OPEN}1${')'.repeat(1000)}`

const INNOCENT: Readonly<Record<string, string>> = {
  'brackets in a string': `const smile = '${OPEN}'`,
  'brackets in comments': `// ${OPEN}\n/* ${OPEN} */`,
  'brackets in a template': `const a = \`${OPEN}\${b}${OPEN}\``,
  'brackets in a regular expression': `const a = /[${'('.repeat(1000)}]/.test(b)`,
  'a regular expression after the head of an `if`': `if (a) /[${OPEN}]/.exec(b)`,
  'a quote in a regular expression': `const a = b.replace(/'/g, '${OPEN}')`,
  'a division, then a string': `const a = (b + c) / d + '${OPEN}' / e`,
  'a word behind a dot, then a division': `const a = b.return / 2 + '${OPEN}' / c`,
  'escapes in a string': String.raw`const a = 'it\'s \\' + '${OPEN}'`,
}

/** Where a quote is none, what follows it is code. */
const HIDING: Readonly<Record<string, string>> = {
  'between quotes in regular expressions': `a = b ? /'/ : 0; ${NESTED}; c = /'/`,
  'between quotes in regular expressions after a block': `if (a) {} /'/.test(b); ${NESTED}; /'/.test(c)`,
  'between quotes in regular expressions after a head': `if (a) /'/.test(b); ${NESTED}; /'/.test(c)`,
  'between quotes in regular expressions after `await`': `for await (const a of b) /'/.test(a); ${NESTED}; /'/`,
  'between quotes in regular expressions after an odd space': `function f() { return\u00a0/'/ }; ${NESTED}; /'/`,
  'between slashes that divide': `a = b / ${NESTED} / 2`,
  'between slashes that divide after `}`': `a = {} / (${NESTED}) / 2`,
  'between quotes in JSX': `const a = <p>'</p>; ${NESTED}; const b = <p>'</p>`,
  'after a comment that a rare line end closes': `// '\u2028${NESTED} // '`,
  'between quotes in comments as in HTML': `a\n --> '\n${NESTED} // '`,
  'in an expression of a template': `const a = \`'\${${NESTED}}'\``,
}

describe('nesting is told by the code alone', () => {
  test.each(Object.keys(INNOCENT))('%s: no nesting', (name) => {
    expect(nestsDeeply(INNOCENT[name]!)).toBe(false)
  })
  test.each(Object.keys(HIDING))('%s: nesting', (name) => {
    expect(nestsDeeply(HIDING[name]!)).toBe(true)
  })
})

test('without literals there are as many brackets as the tokens tell of', () => {
  for (const { path, text } of readSourceFiles(['src/parse/**/*.ts'])) {
    const tokens = parseWithOxc(text, path)?.ast.tokens ?? []
    const code = withoutLiterals(text)
    if (code !== null) expect([path, ...bracketsIn(code)]).toEqual([path, ...tokens.flatMap(bracketsOf)])
  }
})

function bracketsOf({ type, value }: { type: string; value: string }): readonly string[] {
  if (type === 'Punctuator') return bracketsIn(value)
  if (type !== 'Template') return []
  return [...(value.startsWith('}') ? ['}'] : []), ...(value.endsWith('${') ? ['{'] : [])]
}

function bracketsIn(text: string): readonly string[] {
  return text.match(/[()[\]{}]/g) ?? []
}
