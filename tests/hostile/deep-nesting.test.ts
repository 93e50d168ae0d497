import { describe, expect, test } from 'vitest'
import { parseText } from '../../src/parse/parse-text.ts'
import { answersOf } from '../../src/report/rules.ts'
import { applyEdits } from '../../src/rewrite/apply-edits.ts'
import { checkFile, EVERYTHING } from './check-file.ts'

const LOAD = 'async function load(ids) {\n  for (const id of ids) await fetch(id)\n}\n'
const DEEP = 10_000
const around = (open: string, middle: string, close: string) => open.repeat(DEEP) + middle + close.repeat(DEEP)

const NESTED: Readonly<Record<string, string>> = {
  parentheses: `const a = ${around('(', '1', ')')}`,
  arrays: `const a = ${around('[', '', ']')}`,
  objects: `const a = ${around('{ a: ', '1', ' }')}`,
  blocks: around('{', '', '}'),
  functions: around('function f() {', '', '}'),
  arrows: `const a = ${around('async (x) => ', 'await x', '')}`,
  loops: `async function f(x) { ${around('for (const y of x) ', 'await y()', '')} }`,
  conditions: around('if (a) ', 'b()', ''),
  'else ifs': `if (a) {}${around(' else if (b) {}', '', '')}`,
  conditionals: `const a = ${around('b ? c : ', 'd', '')}`,
  operands: `const a = 1${around(' + b', '', '')}`,
  'calls in arguments': around('f(', '', ')'),
  'calls on results': `a${around('.then(f)', '', '')}`,
  members: `a${around('.b', '', '')}`,
  awaits: `async function f() { ${around('await ', 'a', '')} }`,
  templates: `const a = ${around('`${', '1', '}`')}`,
  'conditions in lines': around('if (a)\n', 'b()', ''),
  'loops in lines': around('while (a)\n', 'for (;;)\n', 'b()\n'),
  'else ifs in lines': `if (a) b()\n${around('else\nif (c)\nd()\n', '', '')}`,
  'do loops in lines': around('do\n', 'a()\n', 'while (b)\n'),
  'JSX in lines': `const a = (\n${around('<p>\n', 'b\n', '</p>\n')})`,
  'words and tabs': `a = ${around('new\t', 'b', '')}`,
  types: `type A = ${around('Array<', 'string', '>')}`,
}

describe('nesting that no stack holds', () => {
  test.each(Object.keys(NESTED))('%s: an answer, or one sentence', (name) => {
    const { problems, refused } = checkFile(`${LOAD}${NESTED[name]}\n`, name.startsWith('JSX') ? 'a.jsx' : 'a.ts')
    expect(problems).toEqual([])
    if (refused !== null) expect(refused).toBe('The code is nested too deeply.')
  })
})

/** Each refers to the one before, which is no nesting that a parser minds. */
const CHAINS: Readonly<Record<string, string>> = {
  constants: `const a0 = list()\n${chain((at) => `const a${at + 1} = a${at}`)}\nconst ids = a${DEEP}\n`,
  functions: `const f0 = (x) => fetch(x)\n${chain((at) => `async function f${at + 1}(x) { return f${at}(x) }`, 1000)}\nfor (const id of ids) await f1000(id)\n`,
  classes: `class A0 { load(x) { return fetch(x) } }\n${chain((at) => `class A${at + 1} extends A${at} {}`, 1000)}\nconst a = new A1000()\nfor (const id of ids) await a.load(id)\n`,
  types: `type A0 = string[]\n${chain((at) => `type A${at + 1} = A${at}`, 1000)}\nasync function f(ids: A1000) { for (const id of ids) await fetch(id) }\n`,
}

describe('chains of names that no stack holds', () => {
  test.each(Object.keys(CHAINS))('%s: an answer, or one sentence', (name) => {
    const { problems, refused } = checkFile(`${CHAINS[name]}for (const id of ids) await fetch(id)\n`, 'a.ts')
    expect(problems).toEqual([])
    if (refused !== null) expect(refused).toBe('The code is nested too deeply.')
  })
})

describe('lists that are long', () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => `k${at}`)

  test.each([
    ['100,000 elements of a literal', `for (const id of ['${names(100_000).join("','")}']) await fetch(id)\n`],
    ['10,000 properties of a literal', `const t = {${names(10_000).join(': 1,')}: 1}\nfor (const id in t) await fetch(id)\n`],
  ])('%s are walked', (_what, source) => {
    const [answer] = answersOf(parseText(source, 'a.ts'), EVERYTHING)
    const [rewrite] = answer!.offers.rewrites
    expect(() => parseText(applyEdits(source, rewrite!.edits), 'a.ts')).not.toThrow()
  })
})

function chain(link: (at: number) => string, length = DEEP): string {
  return Array.from({ length }, (_, at) => link(at)).join('\n')
}
