import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, test } from 'vitest'
import { FixedPoint } from '../../src/facts/effects/fixed-point.ts'
import { refsOf } from '../../src/facts/effects/refs.ts'
import { behaviourOf, spell } from './behaviour-of.ts'

interface Place {
  readonly name: string
  readonly leadsTo: Place[]
}

/** Which names are reached from each place, and how often each was computed. */
function reaching(edges: Readonly<Record<string, readonly string[]>>, mostRounds = 12) {
  const places = new Map(Object.keys(edges).map((name) => [name, { name, leadsTo: [] as Place[] }]))
  for (const [name, next] of Object.entries(edges)) {
    places.get(name)!.leadsTo.push(...next.map((one) => places.get(one)!))
  }
  const computed: string[] = []
  const answers = new FixedPoint<Place, ReadonlySet<string>>({
    nothing: new Set(),
    isSame: (before, after) => before.size === after.size,
    mostRounds,
    giveUp: (_, last) => new Set([...last, 'and more']),
    deepest: 50,
    tooDeep: () => new Set(['too deep']),
  })
  const reach = (place: Place): ReadonlySet<string> =>
    answers.ask(place, () => {
      computed.push(place.name)
      return new Set(place.leadsTo.flatMap((next) => [next.name, ...reach(next)]))
    })
  return { reached: (name: string) => [...reach(places.get(name)!)].sort().join(' '), computed }
}

describe('answers that depend on each other', () => {
  test('of a diamond are computed once each', () => {
    const { reached, computed } = reaching({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] })
    expect(reached('a')).toBe('b c d')
    expect(computed).toEqual(['a', 'b', 'd', 'c'])
  })

  test('of a cycle are the same wherever it is entered', () => {
    const edges = { a: ['b'], b: ['c'], c: ['b', 'd'], d: ['a', 'e'], e: [] }
    for (const entry of ['a', 'b', 'c', 'd']) {
      const { reached } = reaching(edges)
      expect(reached(entry)).toBe('a b c d e')
      for (const name of ['a', 'b', 'c', 'd']) expect(reached(name)).toBe('a b c d e')
      expect(reached('e')).toBe('')
    }
  })

  test('of a cycle within a cycle are settled together', () => {
    const { reached } = reaching({ a: ['b'], b: ['c', 'a'], c: ['c', 'd', 'b'], d: ['d'] })
    expect(reached('c')).toBe('a b c d')
    expect(reached('d')).toBe('d')
  })

  test('that do not settle in time say so, all of them', () => {
    const { reached } = reaching({ a: ['b'], b: ['c'], c: ['a'] }, 1)
    expect(reached('a')).toContain('and more')
    expect(reached('c')).toContain('and more')
  })

  test('too far away are not followed', () => {
    const chain = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`n${n}`, n < 79 ? [`n${n + 1}`] : []]))
    expect(reaching(chain).reached('n0')).toContain('too deep')
  })
})

describe('aliases', () => {
  test('that lead back to themselves lead to all that they may be', () => {
    const { region, loop } = behaviourOf(`
      let node = first
      /* turn */ for (const x of xs) { node.seen = x }
      while (node) node = node.next`)
    const [assignment] = (loop.body as TSESTree.BlockStatement).body as TSESTree.ExpressionStatement[]
    const { left } = assignment!.expression as TSESTree.AssignmentExpression
    const refs = refsOf((left as TSESTree.MemberExpression).object, region).map(spell)
    expect(refs).toContain('::first')
    expect(refs).toContain('::first.next')
  })

  test('of objects that are made of their former selves are found in time', () => {
    const source = `
      async function load(path) {
        const json = await read(path)
        let input = json.input
        let output = json.output
        if (!output) output = (await read(path + '.output')).output ?? json
        if (input.sources) input = { ...input, sources: rename(input.sources, names) }
        if (output.sources) {
          output = {
            ...output,
            sources: rename(output.sources, names),
            contracts: output.contracts ? rename(output.contracts, names) : output.contracts,
          }
        } else if (output.contracts) output = { ...output, contracts: rename(output.contracts, names) }
        return { input, output }
      }
      /* turn */ for (const x of xs) { seen.push(await load(x)) }`
    const start = performance.now()
    expect(behaviourOf(source).behaviour.opaque.length).toBeGreaterThan(2)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
