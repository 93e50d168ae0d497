/** Programs that were rewritten although that could be seen; each runs with the numbers that the others run with. */
export const FOUND_ARRAY_PROGRAMS: readonly (readonly [name: string, source: string])[] = [
  ['a stage with an effect before `some`', main('out.push(Array.from(any).map((x) => { count += 1; return x * 2 }).some((x) => x > limit))')],
  [
    'a generator that logs, of which the first number is taken',
    main('function* numbers() { for (const x of xs) { log(x); yield x } }\n  const [first] = [...numbers()]\n  out.push(first)'),
  ],
  [
    'a generator that logs, through stages',
    main('function* numbers() { for (const x of given) { log(x); yield x } }\n  const [first] = [...numbers()].filter((x) => x > limit).map((x) => x + 1)\n  out.push(first)'),
  ],
  [
    'a stage whose callee fills a list up to a length',
    main('const keep = (x: number) => { if (seen.length < 9) seen.push(x); return x + 2 }\n  out.push(xs.flatMap((x) => [x, keep(x)]).every((x) => x > limit))'),
  ],
  ['a copy that `flatMap` walks while its callback drains what was copied', main('out.push(xs.slice().flatMap((x) => [x, xs.pop()]))')],
  ['a copy that is searched while the callback drains what was copied', main('out.push([...xs].findLastIndex((x) => { xs.pop(); return x < 0 }), [...xs].reduceRight((sum, x) => { xs.pop(); return sum + x }, 0))')],
  ['an array that its own stage drains', main('for (const one of Array.from(xs).map((x) => { xs.pop(); return x * 2 })) out.push(one)')],
]

function main(body: string): string {
  return `import { fits } from 'some-library'
let count = 0
const seen: number[] = []
export const stateOfModule = () => [count, seen, fits]
export function main(xs: number[], given: Set<number>, any: Iterable<number>, limit: number, log: (x: unknown) => void) {
  const out: unknown[] = []
  ${body}
  return [out, given.size, any]
}
`
}
