import { expect, test } from 'vitest'
import { rewritesOf } from '../report/answer-source.ts'

const START = 'export async function run(users: Set<string>, names: string[], note: (value: unknown) => void) {\n  note(1)\n'

function main(body: string): string {
  return `${START}  ${body}\n}\n`
}

/** In a file without semicolons. */
test.each([
  [
    'a fold',
    'no-eager-copy',
    'plain-loop',
    'const size = [...users].reduce((sum, name) => sum + name.length, 0); (note)(size)',
    'let size = 0\n  for (const name of users) size += name.length; (note)(size)',
  ],
  [
    'a fold, on the next line,',
    'no-eager-copy',
    'plain-loop',
    'const size = [...users].reduce((sum, name) => sum + name.length, 0)\n  ;[size].forEach(note)',
    'let size = 0\n  for (const name of users) size += name.length\n  ;[size].forEach(note)',
  ],
  [
    'a fold without need',
    'no-eager-copy',
    'plain-loop',
    'const size = [...users].reduce((sum, name) => sum + name.length, 0)\n  note(size)',
    'let size = 0\n  for (const name of users) size += name.length\n  note(size)',
  ],
  [
    'a search',
    'no-eager-copy',
    'plain-loop',
    "return [...users].some((name) => name.length > 1); (note)('dead')",
    "for (const name of users) {\n    if (name.length > 1) return true\n  }\n  return false; (note)('dead')",
  ],
  [
    'a stage',
    'no-eager-chain',
    'fused-loop',
    'let sum = 0\n  for (const size of names.filter((name) => /a|b/.test(name)).map((name) => name.length)) {\n    (size > 1) && sum++\n    if (sum > 2) break\n  }\n  return sum',
    'let sum = 0\n  for (const name of names) {\n    if (!/a|b/.test(name)) continue\n    const size = name.length;\n    (size > 1) && sum++\n    if (sum > 2) break\n  }\n  return sum',
  ],
  [
    'a handler',
    'no-staggered-await',
    'mark-handled',
    "const page = fetch('a')\n  ;(note)(await fetch('b'))\n  return (await page).text()",
    "const page = fetch('a')\n  page.catch(() => {})\n  ;(note)(await fetch('b'))\n  return (await page).text()",
  ],
])('what comes after %s is kept apart from it', (_, rule, form, before, after) => {
  expect(rewritesOf(rule, main(before))[form]).toBe(main(after))
})
