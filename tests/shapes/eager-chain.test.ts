import { describe, expect, test } from 'vitest'
import { answersOf } from '../report/answer-source.ts'

const RULE = 'no-eager-chain'

type Case = readonly [title: string, expected: string, source: string]

/** In a function that gets an array of users, and things of which nothing is known. */
const given = (body: string, type = 'User[]') =>
  `interface User { id: string; name: string; age: number; guests: string[] }
  function f(users: ${type}, log: (x: unknown) => void): unknown { ${body} }`

/** A stage that costs something, by a function that is read. */
const COSTLY = '/^a+b/.test(user.name)'

/** The lines of a file. */
const READ = {
  now: "readFileSync('a.txt', 'utf8').split('\\n').map((text) => text.trim())",
  awaited: "(await readFile('a.txt', 'utf8')).split(/\\r?\\n/).map((text) => text.trim())",
}

/** A loop over all lines of a file, with two stages before it. */
const lines = (body: string, source = READ.now) =>
  `import { readFileSync } from 'node:fs'
  import { readFile } from 'node:fs/promises'
  function* words() { for (let i = 0; i < 1e6; i++) yield String(i) }
  export async function f(users: string[], print: (x: unknown) => void, self: { sum: number }) {
    let sum = 0
    for (const line of ${source}.filter((text) => text !== '')) { ${body} }
    return sum
  }`

const RECOMMENDED: readonly Case[] = [
  ['some', 'lazy certain recommended', given(`return users.filter((user) => ${COSTLY}).some((user) => user.age > 3)`)],
  ['every', 'lazy certain recommended', given(`return users.filter((user) => ${COSTLY}).every((user) => user.age > 3)`)],
  ['find', 'lazy certain recommended', given(`return users.filter((user) => ${COSTLY}).find((user) => user.age > 3)`)],
  ['includes', 'lazy likely recommended', given("return users.map((user) => user.name.replace(/a/g, '')).includes('b')")],
  ['the first', 'lazy certain recommended', given(`return users.filter((user) => ${COSTLY})[0]`)],
  ['the first, by `at`', 'lazy certain recommended', given(`return users.filter((user) => ${COSTLY}).at(0)`)],
  ['the first, by `shift`', 'lazy certain recommended', given(`return users.filter((user) => ${COSTLY}).shift()`)],
  ['the first, by a pattern', 'lazy certain recommended', given(`const [first] = users.filter((user) => ${COSTLY}); return first`)],
  ['the first few', 'lazy certain recommended', given(`return users.filter((user) => ${COSTLY}).slice(0, 3)`)],
  ['whether there is one', 'lazy certain recommended', given(`return users.filter((user) => ${COSTLY}).length > 0`)],
  ['whether there is none', 'lazy certain recommended', given(`return !users.filter((user) => ${COSTLY}).length`)],
  ['a loop with a break', 'lazy certain recommended', given(`for (const user of users.filter((user) => ${COSTLY})) { log(user); break }`)],
  ['a loop with a return', 'lazy certain recommended', given(`for (const user of users.filter((user) => ${COSTLY})) { if (user.age > 3) { log(user); return user } }`)],
  ['through a name', 'lazy certain recommended', given(`const found = users.filter((user) => ${COSTLY}); log(1); return found[0]`)],
  ['parts of the elements', 'lazy likely recommended', given("return users.flatMap((user) => user.name.match(/a/g) ?? []).some((name) => name > 'b')")],
  ['a stage that calls what is not known', 'lazy likely recommended', given('return users.filter((user) => fits(user, 3)).some((user) => user.age > 3)')],
  ['a callback by its name', 'lazy likely recommended', given('return users.filter(findGuests).length > 0')],
  ['a loop with a break, whose turns fill a list', 'lazy certain recommended', given(`const seen: string[] = []; for (const user of users.filter((user) => ${COSTLY})) { seen.push(user.id); if (user.age > 3) break } return seen`)],
  ['a loop with a break, whose turns would be seen after a stage failed', 'lazy likely recommended', given(`let last: User | null = null; const read = () => last; try { for (const user of users.filter((user) => ${COSTLY})) { last = user; if (user.age > 3) break } } catch {} return read()`)],
  ['a stage that loops', 'lazy likely recommended', given('return users.filter((user) => user.guests.some((name) => name.length > 3)).length === 0')],
  [
    'a function that calls itself',
    'lazy certain recommended',
    `interface Tree { name: string; below: Tree[] }
    function depth(tree: Tree): number { return tree.below.length === 0 ? 1 : 1 + depth(tree.below[0]!) }
    const isDeep = (trees: Tree[]) => trees.filter((tree) => depth(tree) > 3).length > 0`,
  ],
  [
    'what is an array by all signs',
    'lazy likely recommended',
    `const users = load()\nusers.push(1)\nexport const found = users.filter((user) => ${COSTLY})[0]`,
  ],
  ['an array that is copied in each turn', 'lazy certain recommended', given('let all: string[] = []; for (const user of users) all = [...all, user.name]; return all')],
  ['an array that is copied at two places of a turn', 'lazy certain recommended', given('let all: string[] = []; for (const user of users) { if (user.isActive) all = [...all, "*"]; all = [...all, user.name] } return all')],
  ['an array that is copied for each element', 'lazy certain recommended', given('return users.reduce((all, user) => [...all, user.name], [] as string[])')],
  ['an object that is copied for each element', 'lazy likely recommended', given('return users.reduce((all, user) => ({ ...all, [user.id]: user }), {} as Record<string, User>)')],
  [
    'a stage whose callee looks whether it has seen a name before',
    'lazy likely strict',
    `const seen: string[] = []
    function keep(name: string) { if (!seen.includes(name)) seen.push(name); return name.trim() }
    ${given('return users.map((user) => keep(user.name)).some((name) => /^a+b/.test(name))')}`,
  ],
]

const STRICT: readonly Case[] = [
  ['stages that cost next to nothing', 'lazy certain strict', given('return users.filter((user) => user.age > 3).some((user) => user.name)')],
  ['a getter by its name', 'lazy likely strict', given('return users.map((user) => user.getText()).some((text) => text > "a")', 'any[] & User[]').replace('any[] & User[]', 'Node[]')],
  ['what may be no array', 'lazy possible strict', `export const found = (users) => users.filter((user) => ${COSTLY}).some((user) => user.age > 3)`],
  ['a whole walk of the lines of a file', 'lazy certain strict', lines('sum += line.length')],
  ['a whole walk of the lines of a file that was awaited', 'lazy certain strict', lines('sum += line.length', READ.awaited)],
  ['a whole walk of matches', 'lazy certain strict', lines('sum += line.length', '[...users.join().matchAll(/a+/g)].map((match) => match[0])')],
  ['a whole walk of what a generator gives', 'lazy certain strict', lines('sum += line.length', '[...words()].map((word) => `${word}!`)')],
  ['a whole walk of a long range', 'lazy certain strict', lines('sum += line.length', 'Array.from({ length: 1e6 }, (_, i) => `${i}`)')],
  ['whether one line of a file fits', 'lazy certain strict', `import { readFileSync } from 'node:fs'\n${given(`return ${READ.now}.filter((line) => /^a+b/.test(line)).length > 0`)}`],
  ['numbers to count with', 'lazy certain strict', given('for (const index of Array.from({ length: users.length }, (_, i) => i)) log(users[index])')],
]

const COUNTED: readonly Case[] = [
  ['a count', 'lazy certain strict', given(`return users.filter((user) => ${COSTLY}).length`)],
  ['whether there are as many', 'lazy certain strict', given(`return users.filter((user) => ${COSTLY}).length === users.length`)],
  ['a count of what may be no array', 'lazy possible strict', `export const count = (users) => users.filter((user) => ${COSTLY}).length`],
]

const SILENT: readonly Case[] = [
  [
    'a stage whose callee fills a list up to a length',
    'keep: stage-has-effect',
    `const seen: string[] = []
    function keep(name: string) { if (seen.length < 9) seen.push(name); return name.trim() }
    ${given('return users.map((user) => keep(user.name)).some((name) => /^a+b/.test(name))')}`,
  ],
  ['a whole walk', 'keep: whole-walk', given('for (const user of users.filter((user) => fits(user))) log(user)')],
  ['a whole walk of lines, where a failing stage would leave a part in an object from outside', 'keep: partial-results', lines('self.sum += line.length')],
  ['a whole walk of lines, where a failing stage would leave a part printed', 'keep: partial-results', lines('console.log(line)')],
  ['a whole walk of lines, where a part would be seen after a `try`', 'keep: partial-results', lines('sum += 1').replace('for (const line', 'try { for (const line').replace('\n    return', ' } catch {}\n    return')],
  ['a whole walk of lines with what may do anything', 'keep: consumer-changes', lines('print(line)')],
  ['a whole walk of lines that waits', 'keep: consumer-changes', lines('sum += await users[0]')],
  ['a whole walk of lines after one stage', 'keep: whole-walk', lines('sum += line.length', "readFileSync('a.txt', 'utf8').split('\\n')")],
  ['a whole walk of the words of a file', 'keep: whole-walk', lines('sum += line.length', READ.now.replace('\\n', ','))],
  ['a whole walk of the lines of a text', 'keep: whole-walk', lines('sum += line.length', READ.now.replace(/readFileSync\(.*?\)/, 'users[0]'))],
  ['a whole walk of a short range', 'keep: whole-walk', lines('sum += line.length', 'Array.from({ length: 100 }, (_, i) => `${i}`)')],
  ['a whole walk of keys of a Map', 'keep: whole-walk', lines('sum += line.length', '[...new Map<string, string>().keys()]')],
  ['lines of a file that end in an array', 'nothing', "import { readFileSync } from 'node:fs'\nexport const rows = " + READ.now + '.filter((text) => text !== "")'],
  ['a whole walk through a name', 'nothing', lines('sum += 1').replace('for (const line of', 'const rows =').replace("'')) {", "''); for (const row of rows) {")],
  ['numbered elements without a copy, which are an iterator', 'keep: no-plain-array', given('return users.entries().filter((entry) => entry[0] > 3).find((entry) => /^a+b/.test(entry[1].name))')],
  ['a chain whose array is the result', 'nothing', given('return users.filter((user) => fits(user)).map((user) => user.name)')],
  ['`filter(Boolean)`', 'keep: cheap-stages', given('return users.filter(Boolean)[0]')],
  ['parts of a text', 'keep: one-text', given("return 'a,b'.split(',').filter((part) => /^a+/.test(part)).length > 0")],
  ['parts of a text, by a name', 'keep: one-text', given("const parts = load().name.split('/'); return parts.slice(-2).filter((part) => /^a+/.test(part)).length === 0")],
  ['a list that is written out', 'keep: few-elements', given("return ['a', 'b'].filter((name) => fits(name))[0]")],
  ['whether there is exactly one', 'keep: used-otherwise', given(`return users.filter((user) => ${COSTLY}).length === 1`)],
  ['a count of what is computed', 'keep: used-otherwise', given('return users.map((user) => fits(user)).filter((fit) => fit > 3).length')],
  ['a count by a callback that sees the array', 'keep: callback-sees-array', given('return users.filter((user, i, all) => all[0] === user).length')],
  ['another element', 'nothing', given(`return users.filter((user) => ${COSTLY})[1]`)],
  ['two elements', 'nothing', given('const [a, b] = users.map((user) => fits(user)); return [a, b]')],
  ['an array that is sorted', 'nothing', given(`return users.filter((user) => ${COSTLY}).sort()[0]`)],
  ['an array that is turned round', 'nothing', given(`return users.filter((user) => ${COSTLY}).reverse()[0]`)],
  ['the last element', 'nothing', given(`return users.filter((user) => ${COSTLY}).at(-1)`)],
  ['a name that is used twice', 'nothing', given(`const found = users.filter((user) => ${COSTLY}); return found.length > 0 ? found : null`)],
  ['a name that is used in a loop', 'nothing', given(`const found = users.filter((user) => ${COSTLY}); for (const user of users) if (found.includes(user)) log(user)`)],
  ['a name that is used in a callback', 'nothing', given(`const found = users.map((user) => fits(user)); return users.filter((user) => found.some((one) => one === user))`)],
  ['a name that is exported', 'nothing', `export const found = users.filter((user) => ${COSTLY})`],
  ['a long prefix', 'keep: used-otherwise', given(`return users.filter((user) => ${COSTLY}).slice(0, 1000)`)],
  ['a stage with an effect', 'keep: stage-has-effect', given('return users.filter((user) => { log(user); return user.age }).some((user) => user.age > 3)')],
  ['a stage that writes its element', 'keep: stage-has-effect', given('return users.filter((user) => { user.age = 1; return true }).some((user) => user.name)')],
  ['a stage that counts', 'keep: stage-has-effect', given('let n = 0; return users.filter(() => n++ < 3).some((user) => user.name)')],
  ['a stage that leaves out doubles', 'keep: stage-has-effect', given('const seen = new Set(); return users.filter((user) => seen.has(user.id) ? false : seen.add(user.id)).some((user) => user.name)')],
  ['a stage named like one that writes', 'keep: stage-has-effect', given('return users.map((user) => saveUser(user)).every((ok) => ok)')],
  ['a stage that waits', 'keep: stage-has-effect', given('return users.map(async (user) => fits(user)).some((user) => user)')],
  [
    'a stage that reads what the consumer adds to',
    'keep: consumer-changes',
    given('const seen = new Set<string>(); return users.filter((user) => !seen.has(user.id)).every((user) => { seen.add(user.id); return user.age })'),
  ],
  [
    'a loop that changes what is walked',
    'keep: consumer-changes',
    given(`for (const user of users.filter((user) => ${COSTLY})) { users.push(user); if (user.age) break }`),
  ],
  [
    'a loop that calls others before it goes on',
    'keep: consumer-changes',
    given(`for (const user of users.filter((user) => ${COSTLY})) { log(user); if (user.age) break }`),
  ],
  ['a third argument', 'keep: callback-sees-array', given('return users.filter((user, i, all) => all.length > 1).some((user) => user.name)')],
  ['a `this` argument', 'keep: callback-sees-array', given('return users.filter(function (user) { return this.fits(user) }, log).some((user) => user.name)')],
  ['a collection of a library', 'keep: no-plain-array', "export const found = $('a').filter((i) => fits(i))[0]"],
  ['an iterator', 'keep: no-plain-array', given(`return users.filter((user) => ${COSTLY}).some((user) => user.age > 3)`, 'IterableIterator<User>')],
  ['an array of which someone holds an earlier state', 'keep: used-otherwise', given('let all: string[] = []; for (const user of users) { all = [...all, user.name]; log(all) } return all')],
  ['an array that a function sees', 'keep: used-otherwise', given('let all: string[] = []; const seen = () => all; for (const user of users) all = [...all, user.name]; return seen')],
  ['an array that grows while its next element is made', 'keep: used-otherwise', given('let all: string[] = []; const keep = (name: string) => { all = [...all, name]; return name }; for (const user of users) all = [...all, keep(user.name)]; return all')],
  ['an array that came from elsewhere', 'keep: used-otherwise', given('let all = users; for (const user of users) all = [...all, user]; return all')],
  ['an array that is walked while it grows', 'keep: used-otherwise', given('let all = [1]; for (const n of all) { if (n > 5) break; all = [...all, n + 1] } return all')],
  ['an accumulator that is looked at', 'keep: used-otherwise', given('return users.reduce((all, user) => [...all, all.length], [] as number[])')],
  ['a fold with a fourth parameter', 'keep: callback-sees-array', given('return users.reduce((all, user, i, list) => [...all, list[0]], [] as User[])')],
  ['numbers up to what the body changes', 'keep: consumer-changes', given('for (const index of [...Array(users.length).keys()]) users.push(users[index])')],
  ['an author who says why', 'keep: author-says', `export function f(users: string[]) {\n  // sequential: all must be examined\n  return users.filter((user) => fits(user))[0]\n}`],
]

const outcome = (source: string): string => {
  const [answer] = answersOf(RULE, source)
  if (!answer) return 'nothing'
  const { verdict, confidence, preset, reasons } = answer.finding
  return confidence ? `${verdict} ${confidence} ${preset}` : `${verdict}: ${reasons[0]!.code}`
}

describe('reported by `recommended`', () => {
  test.each(RECOMMENDED)('%s', (_, expected, source) => expect(outcome(source)).toBe(expected))
})

describe('reported by `strict`', () => {
  test.each([...STRICT, ...COUNTED])('%s', (_, expected, source) => expect(outcome(source)).toBe(expected))
})

describe('offered', () => {
  const formsOf = (source: string) => {
    const [answer] = answersOf(RULE, source, { target: 'es2025' })
    return answer!.offers.rewrites.map(({ form }) => form)
  }

  test('first the merged predicate, then iterator helpers', () => {
    expect(formsOf(given(`return users.filter((user) => ${COSTLY}).some((user) => user.age > 3)`))).toEqual(['merged-predicate', 'iterator-pipeline'])
    expect(formsOf(given(`const [first] = users.filter((user) => ${COSTLY}); return first`))[0]).toBe('merged-predicate')
  })

  test('`flatMap` of iterators only where the callback gives an array, as they take no other value, and texts apart', () => {
    const ending = (callback: string) => formsOf(given(`for (const name of users.flatMap(${callback})) { if (name > 'b') return name }`))
    expect(ending("(user) => [user.name.replace(/a/g, ''), user.id]")).toContain('iterator-pipeline')
    expect(ending("(user) => user.name.replace(/a/g, '')")).not.toContain('iterator-pipeline')
  })
})

describe('left alone', () => {
  test.each(SILENT)('%s', (_, expected, source) => expect(outcome(source)).toBe(expected))
})
