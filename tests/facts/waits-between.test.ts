import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, test } from 'vitest'
import { NextThat } from '../../src/facts/next-that.ts'
import { firstThat, waitsBetween } from '../../src/facts/promises/waits-between.ts'
import { findStartedValues } from '../../src/model/find-started-values.ts'
import type { Parsed } from '../../src/parse/parsed.ts'
import { parseText } from '../../src/parse/parse-text.ts'

/** What is waited for between `const p = ...` and `await p`. */
function between(body: string): readonly string[] {
  const parsed = parseText(`async function run() { ${body} }`, 'run.ts')
  const { waits, stretches } = betweenOf(parsed)
  return stretches.flatMap((stretch) => waits.slice(...stretch)).map((wait) => awaited(wait, parsed))
}

function betweenOf(parsed: Parsed): ReturnType<typeof waitsBetween> {
  const { variable, statement, owner } = findStartedValues(parsed)[0]!
  const use = variable.references.find(({ init }) => !init)!.identifier as TSESTree.Node
  return waitsBetween(statement, use.parent as TSESTree.AwaitExpression, owner, parsed)
}

function awaited(wait: TSESTree.AwaitExpression | TSESTree.ForOfStatement, { text }: Parsed): string {
  return text.slice(...(wait.type === 'AwaitExpression' ? wait.argument : wait.right).range)
}

const START = 'await a; const p = f();'

const CASES: readonly (readonly [title: string, body: string, between: readonly string[]])[] = [
  ['what stands between, not before and not after', `${START} await b; await c; await p; await d`, ['b', 'c']],
  ['nothing', `${START} await p; await b`, []],
  ['in a block, not in a function of its own', `${START} if (x) { await b } run(async () => { await c }); await p`, ['b']],
  ['not in the other branch', `${START} await b; if (x) { await c; await d } else { await e; await p }`, ['b', 'e']],
  ['in the test of the branch', `${START} if (await b) { await p } else await c`, ['b']],
  ['not in the other half of a choice', `${START} const r = (await b) ? await c : await p`, ['b']],
  [
    'not in another case',
    `${START} switch (await b) { case 1: await c; break; case 2: await d; break; default: await e; await p }`,
    ['b', 'e'],
  ],
  [
    'not in the other branches of several choices around it',
    `${START} if (x) await b; else { await c; if (y) await d; else { await e; x ? await g : await p } }`,
    ['c', 'e'],
  ],
  ['not what is waited for with it', `${START} await b; await send(await c, await p)`, ['b', 'c']],
  ['`for await`, before what is in its body', `${START} for await (const x of b) { await c; await p }`, ['b', 'c']],
  ['`for await`, not before what it walks', `${START} for await (const x of list(await b, await p)) await c`, ['b']],
]

describe('what a function waits for between the start of a promise and its await', () => {
  test.each(CASES)('%s', (_, body, expected) => {
    expect(between(body)).toEqual(expected)
  })

  test('the first of which something holds is looked for in these alone, and each is asked once', () => {
    const parsed = parseText(`async function run() { ${START} await b; if (x) await c; else { await d; await p } }`, 'run.ts')
    const found = betweenOf(parsed)
    const asked: string[] = []
    const next = new NextThat(found.waits, (wait) => {
      asked.push(awaited(wait, parsed))
      return awaited(wait, parsed) === 'd'
    })
    const first = [firstThat(found, next), firstThat(found, next)]
    expect(first.map((wait) => wait && awaited(wait, parsed))).toEqual(['d', 'd'])
    expect(asked).toEqual(['b', 'd'])
    expect(firstThat(found, new NextThat(found.waits, (wait) => awaited(wait, parsed) === 'c'))).toBeNull()
  })
})

describe('the next of a list of which something holds', () => {
  test('is the one that a walk finds, wherever a search begins and ends, whatever was searched before', () => {
    const items = Array.from({ length: 30 }, (_, at) => at)
    const holds = (item: number): boolean => item % 7 === 3 || item === 11
    for (let turn = 1; turn < 30; turn += 1) {
      const next = new NextThat(items, holds)
      for (const item of items) {
        const [start, end] = [(item * turn) % 31, (item * turn * 5 + turn) % 31]
        expect(next.within(start, end)).toBe(items.slice(start, Math.max(start, end)).find(holds) ?? null)
      }
    }
  })
})
