import { describe, expect, test } from 'vitest'
import { effectsOf } from '../../../src/facts/arrays/code-effects.ts'
import { hasIteratorMethods, iterableKindOf } from '../../../src/facts/arrays/iterable-kind.ts'
import { plainCallback } from '../../../src/facts/arrays/plain-callback.ts'
import { firstCopy } from './first-copy.ts'

describe('what an expression is to a loop', () => {
  test.each([
    ['array', false, "const xs = ['a']", 'xs'],
    ['set', false, 'declare const xs: ReadonlySet<string>', 'xs'],
    ['map', false, 'const xs = new Map()', 'xs'],
    ['iterator', true, 'const m = new Map()', 'm.values()'],
    ['iterator', true, 'const m = new Map(); const xs = m.keys()', 'xs'],
    ['iterator', true, 'function* g() { yield 1 }', 'g()'],
    ['iterator', false, 'declare const xs: IterableIterator<string>', 'xs'],
    ['iterable', false, 'declare const xs: Iterable<string>', 'xs'],
    ['string', false, "const xs = 'name'", 'xs'],
    ['unknown', false, 'async function* g() { yield 1 }', 'g()'],
    ['unknown', false, 'declare const xs: ArrayLike<string>', 'xs'],
    ['unknown', false, 'class Map { values() { return { length: 1 } } }\nconst m = new Map()', 'm.values()'],
  ])('%s, with methods of iterators: %s; after %s: %s', (kind, hasMethods, head, source) => {
    const { source: node, region } = firstCopy(`${head}\nfor (const x of [...${source}]) x`)
    expect([iterableKindOf(node, region), hasIteratorMethods(node, region)]).toEqual([kind, hasMethods])
  })
})

describe('a callback that sees at most one argument', () => {
  test.each([
    ['an arrow', true, '(x) => x > limit'],
    ['a function', true, 'function (x) { return x > limit }'],
    ['a second parameter', false, '(x, i) => i > 2'],
    ['all that is given', false, '(...all) => all.length'],
    ['`arguments`', false, 'function () { return arguments.length }'],
    ['`arguments` of a function in it', true, '(x) => later(function () { return arguments.length })'],
    ['a name', false, 'isLarge'],
    ['an async function', false, 'async (x) => x'],
    ['a `this` of its own', false, 'function (x) { return this.has(x) }, users'],
  ])('%s: %s', (_, isPlain, callback) => {
    const { call, region } = firstCopy(`[...users].some(${callback})`)
    expect(plainCallback(call!, 1, region.parsed) !== null).toBe(isPlain)
  })
})

describe('effects of a callback', () => {
  test.each([
    ['none', '(x) => x.length > limit'],
    ['none', '(x) => { const parts = x.split("."); parts.push("a"); return parts.length > 2 }'],
    ['seen', '(x) => { count += 1; return x }'],
    ['seen', '(x) => console.log(x)'],
    ['seen', '(x) => { x.done = true }'],
    ['unknown', '(x) => check(x)'],
  ])('%s: %s', (effects, callback) => {
    const { code, region } = firstCopy(`let count = 0\nfunction f(users: Set<string>) { [...users].some(${callback}) }`)
    expect(effectsOf(code, region)).toBe(effects)
  })
})
