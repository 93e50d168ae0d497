import { describe, expect, test } from 'vitest'
import { outcomesOf } from '../report/answer-source.ts'

type Case = readonly [title: string, expected: string, source: string]

const FS = "import { readFileSync } from 'node:fs'\nimport { join } from 'node:path'\n"
const all = (list: string): string => `await Promise.all(${list}.map((u) => fetch(u)))`

const MADE: readonly Case[] = [
  ['a few for each of a few', 'keep: few-elements', all("['index'].flatMap((name) => [`${name}.js`, `${name}.ts`])")],
  ['any number for each of a few', 'repair likely', all("['index'].flatMap((name) => parts(name))")],
  ['a few for each of many', 'repair likely', `const us: string[] = await load()\n${all('us.flatMap((u) => [u, u])')}`],
  ['one of two short lists', 'keep: few-elements', `let us = ['a', 'b']\nif (one) us = us.slice(1)\n${all('us')}`],
  ['a short list that another one takes the place of', 'repair likely', `let us = ['a', 'b']\nif (one) us = await load()\n${all('us')}`],
]

const ASKED: readonly Case[] = [
  ['by an option', 'repair possible', `const us = await db.page.findMany({ where: { old: true }, take: 30 })\n${all('us')}`],
  ['by an option that a constant gives', 'repair possible', `const MOST = 20\n${all('(await api.list({ per_page: MOST })).filter(Boolean)')}`],
  ['by an option that is large', 'repair likely', `const us = await db.page.findMany({ take: 5000 })\n${all('us')}`],
  ['by a step of a chain', 'repair possible', `const us = await db.select().from(pages).limit(30).orderBy(age)\n${all('us')}`],
  ['by a number that is given', 'repair likely', `async function f(most: number) { const us = await db.select().from(pages).limit(most)\n${all('us')} }`],
]

const FILLED: readonly Case[] = [
  ['with different values of a short table', 'repair possible', `const TABLE = { a: 'x', b: 'y' }\nasync function f(names: string[]) { const us = new Set<string>(); for (const name of names) { const u = TABLE[name]; if (u) us.add(u) }\n${all('[...us]')} }`],
  ['with values of a table that is asked for', 'repair likely', `async function f(names: string[]) { const TABLE = await load(); const us = new Set<string>(); for (const name of names) { const u = TABLE[name]; if (u) us.add(u) }\n${all('[...us]')} }`],
  ['with the same values as often as they come', 'repair likely', `const TABLE = { a: 'x', b: 'y' }\nasync function f(names: string[]) { const us: string[] = []; for (const name of names) us.push(TABLE[name])\n${all('us')} }`],
  ['by the function that begins it', 'keep: few-elements', `class Tags { private tags: string[] = []; start(a: string) { this.tags = [a]; if (a) this.tags.push('latest') } async push() { ${all('this.tags')} } }`],
  ['by a function that goes on with it', 'repair likely', `class Tags { private tags: string[] = []; start(a: string) { this.tags.push(a) } async push() { ${all('this.tags')} } }`],
]

const ALLOWED: readonly Case[] = [
  ['what is in a short list', 'repair possible', `const KNOWN = ['a', 'b']\nconst us: string[] = await load()\n${all('us.filter((u) => KNOWN.includes(u))')}`],
  ['what is not in a short list', 'repair likely', `const KNOWN = ['a', 'b']\nconst us: string[] = await load()\n${all('us.filter((u) => !KNOWN.includes(u))')}`],
  ['what is in a list of any length', 'repair likely', `const known: string[] = await load()\nconst us: string[] = await load()\n${all('us.filter((u) => known.includes(u))')}`],
  ['the part that is in a short list', 'repair possible', `const KNOWN = new Set(['a', 'b'])\nconst [us] = partition(await load(), (u) => KNOWN.has(u))\n${all('us')}`],
  ['the other part', 'repair likely', `const KNOWN = new Set(['a', 'b'])\nconst [, us] = partition(await load(), (u) => KNOWN.has(u))\n${all('us')}`],
]

const TYPED: readonly Case[] = [
  ['keys that an interface names', 'repair possible', `interface Places { out: string; cache: string }\nasync function f(places: Places) { ${all('Object.values(places)')} }`],
  ['keys of an interface that allows others', 'repair likely', `interface Places { out: string; [name: string]: string }\nasync function f(places: Places) { ${all('Object.values(places)')} }`],
  ['keys of an interface that extends an unseen one', 'repair likely', `interface Places extends Table { out: string }\nasync function f(places: Places) { ${all('Object.values(places)')} }`],
  ['one for each of a few names', 'repair possible', `async function f(places: Partial<Record<'out' | 'cache', string>>) { ${all('Object.values(places)')} }`],
  ['one for each of any names', 'repair likely', `async function f(places: Record<string, string>) { ${all('Object.values(places)')} }`],
  ['members of an enum', 'repair possible', `enum Role { Owner = 'a', Guest = 'b' }\nasync function f(roles: Set<Role>) { ${all('[...roles]')} }`],
  ['a few words', 'repair possible', `async function f(formats: ('es' | 'cjs')[]) { ${all('formats')} }`],
  ['a few words, or any', 'repair likely', `async function f(words: ('es' | string)[]) { ${all('words')} }`],
  ['what a constant has', 'repair possible', `const FORMATS = ['es', 'cjs'] as const\nasync function f(formats: (typeof FORMATS)[number][]) { ${all('formats')} }`],
]

const SHIPPED: readonly Case[] = [
  ['data that is imported', 'repair possible', `import data from './data.json'\n${all('data.urls')}`],
  ['data of a package', 'repair likely', `import data from 'urls'\n${all('data.urls')}`],
  ['data of a file beside the code', 'repair possible', `${FS}const data = JSON.parse(readFileSync(join(__dirname, 'data.json'), 'utf8'))\n${all('data.urls')}`],
  ['the names in a folder beside the code', 'repair possible', `import { readdir } from 'node:fs/promises'\nimport { join } from 'node:path'\n${all("(await readdir(join(await rootOf(import.meta.url), 'urls')))")}`],
  ['the names in a folder that is given', 'repair certain', `import { readdir } from 'node:fs/promises'\nasync function f(folder: string) { ${all('(await readdir(folder))')} }`],
  ['data of a file that is named elsewhere', 'repair likely', `${FS}const data = JSON.parse(readFileSync(join(__dirname, name), 'utf8'))\n${all('data.urls')}`],
]

describe.each([
  ['by what it is made of', MADE],
  ['by how much is asked for', ASKED],
  ['by what it is filled with', FILLED],
  ['by what is let through', ALLOWED],
  ['by its type', TYPED],
  ['by the file that it is written in', SHIPPED],
])('how long a list is, %s', (_, cases) => {
  test.each(cases)('%s: %s', (_title, expected, source) => {
    expect(outcomesOf('no-unbounded-concurrency', source)).toEqual([expected])
  })
})
