import fc from 'fast-check'
import type { ArrayScope, Collection } from './array-scope.ts'
import { Choices } from './choices.ts'
import { writeEffect, writeNumber, writeTest } from './write-callbacks.ts'
import { writeWalk } from './write-walks.ts'

const LIBRARY = ['fits', 'weigh', 'keep']

/** So many choices are enough for all but the longest programs. */
const CHOICES = 90

/** Programs that follow from a seed. */
export function randomArrayPrograms(count: number, seed: number): readonly string[] {
  const numbers = fc.array(fc.nat({ max: 9999 }), { minLength: CHOICES, maxLength: CHOICES })
  return fc.sample(numbers, { numRuns: count, seed }).map(writeArrayProgram)
}

/**
 * The text of a module that exports `main(xs, given, limit, log)`, which gives what it has come to, and
 * `stateOfModule`. What it calls of `some-library` nobody can read.
 */
function writeArrayProgram(numbers: readonly number[]): string {
  const choices = new Choices(numbers)
  let last = 0
  const fresh = (stem: string): string => `${stem}${(last += 1)}`
  const bare: ArrayScope = { choices, collections: [{ name: 'seen', kind: 'array' }, { name: 'REGISTRY', kind: 'set' }], generators: [], mappers: [], tests: [], fresh }
  const helpers = writeHelpers(bare)
  const scope = { ...bare, ...helpers.scope }
  const makers = writeMakers(scope)
  const locals = writeLocals({ ...scope, ...makers.scope })
  const fillers = writeFillers(locals.scope)
  const inner = { ...locals.scope, collections: locals.scope.collections }
  const walks = Array.from({ length: 1 + choices.below(3) }, () => writeWalk(inner)).flat()
  const body = [...locals.lines, ...walks, ...fillers.uses, 'return [out, total, kept]']
  const isAsync = fillers.isAsync
  const lines = [
    `import { ${LIBRARY.join(', ')} } from 'some-library'`,
    'let count = 0',
    'const seen: number[] = [3, 12]',
    'const REGISTRY = new Set<number>([2, 4, 11])',
    'export const stateOfModule = () => [count, seen, [...REGISTRY], REGISTRY.size]',
    ...helpers.lines,
    `export ${isAsync ? 'async ' : ''}function main(xs: number[], given: Set<number>, any: Iterable<number>, limit: number, log: (x: unknown) => void) {`,
    ...['const out: unknown[] = []', 'let total = 0', 'let kept: unknown = null', ...makers.lines, ...fillers.lines, ...body].map((line) => `  ${line}`),
    '}',
  ]
  return `${lines.join('\n')}\n`
}

interface Written {
  readonly lines: readonly string[]
  readonly scope: ArrayScope
}

/** Functions of the module, which see the state of the module. */
function writeHelpers(scope: ArrayScope): Written {
  const { choices, fresh } = scope
  const inModule = { ...scope, choices }
  const lines: string[] = []
  const [mappers, tests]: string[][] = [[], []]
  for (let index = choices.below(3); index > 0; index -= 1) {
    const isTest = choices.rarely(2)
    const name = fresh(isTest ? 'isFine' : 'toOther')
    const value = (isTest ? writeTest('x', inModule) : writeNumber('x', inModule)).replaceAll('limit', '6')
    const effect = choices.rarely(4) ? `${writeEffect('x', inModule).replaceAll('limit', '6').replaceAll('log(', 'if (seen.length < 30) seen.push(')}; ` : ''
    lines.push(`function ${name}(x: number) { ${effect}return ${value} }`)
    ;(isTest ? tests : mappers)!.push(name)
  }
  return { lines, scope: { ...scope, mappers: mappers!, tests: tests! } }
}

/** Generators of `main`, some of which do more than to give numbers. */
function writeMakers(scope: ArrayScope): Written {
  const { choices, fresh } = scope
  if (choices.below(3) > 0) return { lines: [], scope }
  const name = fresh('numbers')
  const collections: Collection[] = [...scope.collections, { name: 'given', kind: 'set' }]
  const source = choices.of('xs', 'given', 'REGISTRY')
  const effect = choices.rarely(3) ? [`    ${writeEffect('x', { ...scope, collections })}`] : []
  const lines = [`function* ${name}() {`, `  for (const x of ${source}) {`, ...effect, `    yield ${writeNumber('x', scope)}`, '  }', '}']
  return { lines, scope: { ...scope, generators: [`${name}()`] } }
}

/** Collections of `main`, other names for them, and what may change them elsewhere. */
function writeLocals(scope: ArrayScope): Written {
  const { choices, fresh } = scope
  const collections: Collection[] = [
    ...scope.collections,
    { name: 'xs', kind: 'array' },
    { name: 'xs', kind: 'array' },
    { name: 'given', kind: 'set' },
    { name: 'any', kind: 'iterable' },
  ]
  const lines: string[] = []
  const add = (kind: Collection['kind'], value: string): void => {
    const name = fresh(kind === 'array' ? 'list' : kind)
    collections.push({ name, kind }, { name, kind })
    lines.push(`const ${name} = ${value}`)
  }
  for (let index = choices.below(3); index > 0; index -= 1) {
    choices.of(
      () => add('set', 'new Set(xs)'),
      () => add('set', 'new Set(xs)'),
      () => add('map', 'new Map(xs.map((x, i) => [i, x]))'),
      () => add('map', 'new Map(xs.map((x) => [x, x + 1]))'),
      () => add('array', choices.of('xs.map((x) => x + 1)', '[...xs]', 'xs.filter((x) => x > 2)', '[1, limit, 3]')),
    )()
  }
  const last = collections.at(-1)!
  if (choices.rarely(6)) lines.push(`keep(${last.name})`)
  if (choices.rarely(6)) {
    const name = fresh('alias')
    lines.push(`const ${name} = ${last.name}`)
    collections.push({ ...last, name })
  }
  if (choices.rarely(8)) {
    const name = fresh('box')
    lines.push(`const ${name} = { held: ${last.name} }`)
    collections.push({ ...last, name: `${name}.held` })
  }
  return { lines, scope: { ...scope, collections } }
}

/** A function that fills an array, and who walks it. */
function writeFillers(scope: ArrayScope): { lines: readonly string[]; uses: readonly string[]; isAsync: boolean } {
  const { choices, fresh } = scope
  if (choices.rarely(2)) return { lines: [], uses: [], isAsync: false }
  const isAsync = choices.rarely(3)
  const [name, x] = [fresh('collect'), fresh('one')]
  const source = choices.of('xs', 'given', 'REGISTRY', 'seen', 'any')
  const inFiller: ArrayScope = { ...scope, collections: scope.collections.filter((one) => ['xs', 'given', 'REGISTRY', 'seen'].includes(one.name)) }
  const value = choices.of(writeNumber('x', inFiller), '{ id: x }.id')
  const guard = choices.of([], [], [`if (${writeTest('x', inFiller)}) continue`], [`if (${writeTest('x', inFiller)}) return found`])
  const effect = choices.rarely(4) ? [writeEffect('x', inFiller)] : []
  const turn = [...(isAsync ? ['await null'] : []), ...effect, ...guard, choices.of(`found.push(${value})`, `found.push(${value})`, `found.push(...[x, ${value}])`)]
  const end = choices.rarely(5) ? [`  ${choices.of('count += 1', 'found.sort()', "if (limit > 9) throw new Error('seven')")}`] : []
  const lines = [
    `${isAsync ? 'async ' : ''}function ${name}() {`,
    '  const found: number[] = []',
    `  for (const x of ${source}) {`,
    ...turn.map((line) => `    ${line}`),
    '  }',
    ...end,
    '  return found',
    '}',
  ]
  const call = isAsync ? `await ${name}()` : `${name}()`
  const taken = isAsync ? `(${call})` : call
  const walk = [
    `for (const ${x} of ${call}) {`,
    ...(choices.rarely(3) ? [`  ${writeEffect(x, scope)}`] : []),
    ...(choices.rarely(4) ? [] : [`  if (${writeTest(x, scope)}) break`]),
    `  out.push(${writeNumber(x, scope)})`,
    '}',
  ]
  const uses = choices.of(walk, walk, walk, [...walk, ...walk.map((line) => line.replaceAll(x, `${x}b`))], [`const [first${x}] = ${call}`, `out.push(first${x})`], [`out.push(${taken}.length)`], [`out.push(...${taken})`])
  return { lines, uses, isAsync }
}
