import { describe, expect, test } from 'vitest'
import { namesDiffer } from '../../src/facts/effects/names-differ.ts'
import type { PlaceName } from '../../src/facts/effects/place-name.ts'
import { placeNameOf } from '../../src/facts/effects/place-name.ts'
import type { Node } from '../../src/parse/node-types.ts'
import { walk } from '../../src/parse/walk.ts'
import { behaviourOf, spell } from './behaviour-of.ts'

/** Parts of the argument of `at(...)`; `~` before one of which other values may give the same name. */
const CASES: readonly (readonly [name: string, parts: string])[] = [
  ["'log.txt'", '"log.txt"'],
  ['x', '<element>'],
  ['x.path', '<element>.path'],
  ['`${folder}/${x}.txt`', 'folder, "/", <element>, ".txt"'],
  ["folder + '/' + x", 'folder, "/", <element>'],
  ['join(folder, x)', 'folder, "/", <element>'],
  ['path.resolve(folder, x.name)', 'folder, "/", <element>.name'],
  ['joined', 'folder, "/", <element>'],
  ['new URL(x, base)', '<element>, "/", base'],
  ['new URL(x, base).href', '<element>, "/", base'],
  ['path.basename(x)', '~ path, ~ <element>'],
  ['join(folder, path.basename(x))', 'folder, "/", ~ path, ~ <element>'],
  ['x.toLowerCase()', '~ <element>'],
  ['hashOf(x, folder)', '~ <element>, ~ folder'],
  ['x % 2', '~ <fresh>'],
  ['this.file', 'this.file'],
]

const SOURCE = (name: string): string => `import path, { join } from 'node:path'
  function all(folder, base, xs) {
    /* turn */ for (const x of xs) {
      const joined = join(folder, x)
      at(${name})
    }
  }`

function nameIn(source: string): PlaceName {
  const { parsed, loop, region } = behaviourOf(source)
  let argument: Node | null = null
  walk(loop.body, parsed, (node) => {
    const called = node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'at'
    if (called) argument = node.arguments[0]!
  })
  return placeNameOf(argument!, region)
}

test.each(CASES)('%s', (name, parts) => {
  const found = nameIn(SOURCE(name)).parts.map((part) =>
    'text' in part ? JSON.stringify(part.text) : `${part.exact ? '' : '~ '}${spell(part.ref)}`,
  )
  expect(found.join(', ')).toBe(parts)
})

describe('two names of one folder', () => {
  const PAIRS: readonly (readonly [one: string, other: string, differ: boolean])[] = [
    ["join(folder, 'in', x)", "join(folder, 'out', x)", true],
    ['`${folder}/in/${x}`', '`${folder}/out/${x}`', true],
    ["join(folder, 'a.txt')", "join(folder, 'b.txt')", true],
    ["join(folder, 'in', x)", "join(folder, 'in', x)", false],
    ["join(folder, 'in', x, 'a.txt')", "join(folder, 'out')", true],
    ["join(folder, 'in', x, '..', '..', 'out')", "join(folder, 'out')", false],
    ["join(folder, 'in', x)", "join(base, 'out', x)", false],
    ["join(folder, 'in', x)", "join(folder, 'in', 'deep', x)", false],
    ["join(folder, 'in', x)", "join(folder, '..', 'in', x)", false],
    ['`${folder}/in${x}`', '`${folder}/inside`', false],
    ['`${folder}${x}`', '`${folder}/out`', false],
    ['join(folder, x)', "join(folder, 'out')", false],
    ["new URL('a/b', base)", "new URL('c', base)", false],
  ]
  test.each(PAIRS)('%s and %s differ: %s', (one, other, differ) => {
    const source = SOURCE(`[${one}, ${other}]`).replace('at([', 'at(').replace('])\n', ')\n')
    const { parsed, loop, region } = behaviourOf(source)
    let names: PlaceName[] = []
    walk(loop.body, parsed, (node) => {
      const called = node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'at'
      if (called) names = node.arguments.map((argument) => placeNameOf(argument, region))
    })
    expect(names).toHaveLength(2)
    expect(namesDiffer(names[0]!, names[1]!)).toBe(differ)
  })
})
