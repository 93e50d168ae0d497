import { Linter } from 'eslint'
import { expect, test } from 'vitest'
import plugin from '../../src/index.ts'

/** Where an editor draws its line: what a reader has to look at, and no more of it. */
test.each([
  ['no-serial-await-in-loop', 'for (const url of urls) { const a = await fetch(url); keep(a, await fetch(a.url)) }', 'await fetch(url)'],
  ['no-serial-awaits', "const a = await fetch('/a')\nconst b = await fetch('/b')\nkeep(a, b)", "await fetch('/a')"],
  ['no-staggered-await', 'const tasks = [load(1), load(2)]\nfor (const task of tasks) { keep(await task) }', 'await task'],
  ['no-async-for-each', 'export async function f(xs) { Object.keys(xs).forEach(async (x) => { await save(x) }) }', 'forEach'],
  ['no-unbounded-concurrency', 'export const f = (urls) => Promise.all(urls.map((url) => fetch(url)))', 'Promise.all'],
  ['no-eager-copy', 'for (const name of [...new Set(names)]) greet(name)', '[...new Set(names)]'],
  ['no-eager-chain', 'const has = Object.keys(xs).map((x) => f(x)).filter((x) => x > 1).length > 0', 'map'],
  [
    'prefer-generator',
    'function squares() { const a = []; for (let i = 0; ; i++) a.push(i * i); return a }\nfor (const x of squares()) if (x > 9) break',
    'squares',
  ],
])('%s reports a form once, and marks what is seen of it', (rule, code, marked) => {
  const config = { plugins: { interleave: plugin as never }, rules: { [`interleave/${rule}`]: ['error', { confidence: 'possible' }] } }
  const messages = new Linter().verify(code, [config as object])
  expect(messages.map((message) => textAt(code, message))).toEqual([marked])
})

function textAt(code: string, { line, column, endColumn }: Linter.LintMessage): string {
  return code.split('\n')[line - 1]!.slice(column - 1, endColumn! - 1)
}
