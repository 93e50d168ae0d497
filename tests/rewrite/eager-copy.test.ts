import { describe, expect, test } from 'vitest'
import { refusalOf, rewritesOf } from '../report/answer-source.ts'

const RULE = 'no-eager-copy'

/** In a function that gets a Set. */
const given = (body: string, type = 'Set<string>') => `function f(users: ${type}, limit: number) {\n  ${body}\n}\n`

describe('the text', () => {
  test.each([
    ['a loop', 'drop-copy', 'for (const name of [...new Set(names)]) save(name)\n', 'for (const name of new Set(names)) save(name)\n'],
    ['a Set', 'drop-copy', given('return new Set([...users])'), given('return new Set(users)')],
    ['an array', 'drop-copy', given('return [...(users ?? [])].includes("a")', 'string[]'), given('return (users ?? []).includes("a")', 'string[]')],
    ['arguments', 'drop-copy', given('return Math.max(...[...users])', 'Set<number>'), given('return Math.max(...users)', 'Set<number>')],
    ['a pattern', 'drop-copy', given('const [first] = [...users]'), given('const [first] = users')],
    ['what waits', 'drop-copy', 'const n = Array.from(Object.keys(await load())).sort()\n', 'const n = Object.keys(await load()).sort()\n'],
    [
      'a name of a variable',
      'drop-copy',
      given('const names = [...users]\n  for (const name of names) if (name) limit += 1'),
      given('for (const name of users) if (name) limit += 1'),
    ],
    [
      'a name of a variable that is hidden there',
      'drop-copy',
      given('const names = [...users]\n  if (limit) {\n    const users = 1\n    for (const name of names) limit += users\n  }'),
      given('const names = users\n  if (limit) {\n    const users = 1\n    for (const name of names) limit += users\n  }'),
    ],
    [
      'a name of something new',
      'drop-copy',
      'const names = Array.from(new Set(all))\nfor (const name of names) save(name)\n',
      'const names = new Set(all)\nfor (const name of names) save(name)\n',
    ],
    ['a type that is written down, of an array', 'drop-copy', 'const n: string[] = [...Object.keys(a)]\nprint(n)\n', 'const n: string[] = Object.keys(a)\nprint(n)\n'],
    ['a sum in parentheses', 'plain-loop', given('const total = [...users].reduce((sum, age) => sum + (age ?? 1), 0)', 'Set<number>'), given('let total = 0\n  for (const age of users) total += (age ?? 1)', 'Set<number>')],
    ['a product', 'plain-loop', given('const total = [...users].reduce((all, age) => age * (all + 1), 1)', 'Set<number>'), given('let total = 1\n  for (const age of users) total = age * (total + 1)', 'Set<number>')],
    ['a search', 'collection-method', given("return [...users].includes('a')"), given("return users.has('a')")],
    ['a search in keys', 'collection-method', given("return [...users.keys()].includes('a')", 'Map<string, number>'), given("return users.has('a')", 'Map<string, number>')],
    ['a measure', 'collection-method', given('return [...users].length > 1'), given('return users.size > 1')],
    ['forEach of a Set', 'collection-method', given('[...users].forEach((name) => { limit += name.length })'), given('users.forEach((name) => { limit += name.length })')],
    [
      'forEach of an iterator',
      'plain-loop',
      given('Array.from(users.values()).forEach((age) => {\n    if (age < 3) return\n    limit += age\n  })', 'Map<string, number>'),
      given('for (const age of users.values()) {\n    if (age < 3) continue\n    limit += age\n  }', 'Map<string, number>'),
    ],
    [
      'some',
      'plain-loop',
      given('return [...users].some((name) => name.length > limit)'),
      given('for (const name of users) {\n    if (name.length > limit) return true\n  }\n  return false'),
    ],
    [
      'every, with semicolons and CRLF',
      'plain-loop',
      'function f(users: Set<string>) {\r\n\treturn [...users].every((name) => name || limit);\r\n}\r\n',
      'function f(users: Set<string>) {\r\n\tfor (const name of users) {\r\n\t\tif (!(name || limit)) return false;\r\n\t}\r\n\treturn true;\r\n}\r\n',
    ],
    [
      'find',
      'plain-loop',
      given('return [...users].find((name) => name.length > limit)'),
      given('for (const name of users) {\n    if (name.length > limit) return name\n  }\n  return undefined'),
    ],
    [
      'a sum',
      'plain-loop',
      given('const total = [...users].reduce((sum, age) => sum + age, 0)', 'Set<number>'),
      given('let total = 0\n  for (const age of users) total += age', 'Set<number>'),
    ],
  ])('%s: %s', (_, form, before, after) => {
    expect(rewritesOf(RULE, before)[form]).toBe(after)
  })

  test.each([
    ['a Set', given('if ([...users].some((name) => name.length > limit)) return 1'), given('if (users.values().some((name) => name.length > limit)) return 1')],
    [
      'entries of a Map',
      given('return [...users].find(([, age], i) => age > limit + i)', 'Map<string, number>'),
      given('return users.entries().find(([, age], i) => age > limit + i)', 'Map<string, number>'),
    ],
    ['an iterator', given('return users.keys().toArray().some((x, i) => i > limit)'), given('return users.keys().some((x, i) => i > limit)')],
    ['an iterable of no known kind', given('return [...users].some((x, i) => i > limit)', 'Iterable<string>'), given('return Iterator.from(users).some((x, i) => i > limit)', 'Iterable<string>')],
    [
      'a name',
      given('const names = [...users]\n  return names.some((name, i) => i > limit)'),
      given('const names = users.values()\n  return names.some((name, i) => i > limit)'),
    ],
    [
      'a stage',
      given('return [...users].map((name) => name.length).find((n) => n > limit)'),
      given('return users.values().map((name) => name.length).find((n) => n > limit)'),
    ],
  ])('of an iterator: %s', (_, before, after) => {
    expect(rewritesOf(RULE, before, { target: 'es2025' })['iterator-pipeline']).toBe(after)
    expect(rewritesOf(RULE, before, { target: 'es2018' })['iterator-pipeline']).toBeUndefined()
  })

  test('a statement without a semicolon before it', () => {
    const source = 'const all = 1\nArray.from((await load()) as Set<string>).forEach((x) => { all.add(x) })\n'
    expect(rewritesOf(RULE, source)['collection-method']).toBeUndefined()
    const local = 'print(1)\nArray.from(await load() as Set<string>).sort()\n'
    expect(rewritesOf(RULE, local)).toEqual({})
    const array = 'print(1)\nArray.from(ready ? Object.keys(a) : Object.keys(b)).forEach((x) => { print(x) })\n'
    expect(rewritesOf(RULE, array)['drop-copy']).toBe('print(1)\n;(ready ? Object.keys(a) : Object.keys(b)).forEach((x) => { print(x) })\n')
  })
})

describe('refused', () => {
  test.each([
    ['iterator helpers where they may be missing', 'needs-target', given('if ([...users].some((name) => name.length > limit)) return 1')],
    ['a type that says array', 'unsupported-form', given('const names: string[] = [...users]\n  for (const name of names) if (name) limit += 1')],
    ['a comment', 'loses-comment', 'for (const name of [/* in order */ ...new Set(names)]) save(name)'],
    ['a parameter that is the source too', 'needs-target', given('Array.from(users.values()).forEach((users) => { limit += users })', 'Map<string, number>')],
    ['a `this` of its own', 'needs-target', given('Array.from(users.values()).forEach(function (age) { this.sum += age })', 'Map<string, number>')],
  ])('%s: %s', (_, refused, source) => {
    expect(rewritesOf(RULE, source)).toEqual({})
    expect(refusalOf(RULE, source)).toBe(refused)
  })
})

test('what an intersection may make `any` has no pipeline in TypeScript, whose callbacks would be given what has no type', () => {
  const pipelineOf = (type: string) => {
    const source = `function f(found: ${type}) {\n  return [...found.users.values()].some((x) => x.length > 3)\n}\n`
    return rewritesOf(RULE, source, { target: 'es2025' })['iterator-pipeline']
  }
  expect(pipelineOf('FindOptions & { users: Set<string> }')).toBeUndefined()
  expect(pipelineOf('{ depth: number } & { users: Set<string> }')).toContain('found.users.values().some(')
})

test('what may be `any` stays an array in TypeScript, where its elements would become `unknown`', () => {
  const source = given('return [...users].some((x, i) => i > limit)', 'Things')
  expect(refusalOf(RULE, source, { target: 'es2025' })).toBe('loses-type')
  expect(rewritesOf(RULE, source.replace(': Things', ''), { target: 'es2025', filename: 'a.js' })).not.toEqual({})
})
