import { describe, expect, test } from 'vitest'
import type { LimiterName } from '../../src/rewrite/rewrite.ts'
import { OPTIONS, dedent, rewritesOf } from './rewrites-of.ts'

const MAP = 'for (const x of xs) { await f(x) }\n'
const MAPPED = 'await pMap(xs, async (x) => { await f(x) }, { concurrency: 3 })'

const CASES: readonly [name: string, before: string, after: string, filename?: string][] = [
  [
    'after the last import',
    `import a from 'a'\nimport b from 'b' // b\n\n${MAP}`,
    `import a from 'a'\nimport b from 'b' // b\nimport pMap from 'p-map'\n\n${MAPPED}\n`,
  ],
  [
    'in the quotes and with the semicolons of the file',
    `import a from "a";\n${MAP}a();\n`,
    `import a from "a";\nimport pMap from "p-map";\n${MAPPED};\na();\n`,
  ],
  [
    'with the line ends of the file',
    `import a from 'a'\r\n\r\nfor (const x of xs) {\r\n\tawait f(x)\r\n}\r\n`,
    `import a from 'a'\r\nimport pMap from 'p-map'\r\n\r\nawait pMap(xs, async (x) => {\r\n\tawait f(x)\r\n}, { concurrency: 3 })\r\n`,
  ],
  [
    'after a directive',
    `'use strict'\n${MAP}export {}\n`,
    `'use strict'\nimport pMap from 'p-map'\n${MAPPED}\nexport {}\n`,
  ],
  [
    'after a hashbang',
    `#!/usr/bin/env node\n${MAP}export {}\n`,
    `#!/usr/bin/env node\nimport pMap from 'p-map'\n\n${MAPPED}\nexport {}\n`,
  ],
  ['after a licence', `// Copyright 2020\n\n${MAP}`, `// Copyright 2020\n\nimport pMap from 'p-map'\n\n${MAPPED}\n`],
  [
    'before the comment of the first statement',
    `/** Cleans. */\n${MAP}`,
    `import pMap from 'p-map'\n\n/** Cleans. */\n${MAPPED}\n`,
  ],
  [
    'after a comment that a tool reads',
    `// @ts-check\n${MAP}`,
    `// @ts-check\nimport pMap from 'p-map'\n\n${MAPPED}\n`,
  ],
  [
    'by the name that the file has for it',
    `import map from 'p-map'\n${MAP}`,
    `import map from 'p-map'\nawait map(xs, async (x) => { await f(x) }, { concurrency: 3 })\n`,
  ],
  [
    'by a namespace',
    `import * as limit from 'p-map'\n${MAP}`,
    `import * as limit from 'p-map'\nawait limit.default(xs, async (x) => { await f(x) }, { concurrency: 3 })\n`,
  ],
  [
    'into an import of other names',
    `import { pMapSkip } from 'p-map'\n${MAP}`,
    `import pMap, { pMapSkip } from 'p-map'\n${MAPPED}\n`,
  ],
  [
    'beside an import of types',
    `import type { Options } from 'p-map'\n${MAP}`,
    `import type { Options } from 'p-map'\nimport pMap from 'p-map'\n${MAPPED}\n`,
  ],
  [
    'under another name where the name is taken',
    `const pMap = 1\n${MAP}`,
    `import pMap2 from 'p-map'\n\nconst pMap = 1\nawait pMap2(xs, async (x) => { await f(x) }, { concurrency: 3 })\n`,
  ],
  [
    'under another name where an inner scope takes it',
    `export async function run(pMap) {\n  ${MAP}}\n`,
    `import pMap2 from 'p-map'\n\nexport async function run(pMap) {\n  await pMap2(xs, async (x) => { await f(x) }, { concurrency: 3 })\n}\n`,
  ],
  [
    'by require in CommonJS',
    `const a = require('a')\n\nasync function run() { ${MAP} }\n`,
    `const a = require('a')\nconst { default: pMap } = require('p-map')\n\nasync function run() { ${MAPPED}\n }\n`,
    'a.cjs',
  ],
  [
    'with a semicolon before what would call it',
    `(async () => { ${MAP} })()\n`,
    `const { default: pMap } = require('p-map');\n\n(async () => { ${MAPPED}\n })()\n`,
    'a.cjs',
  ],
  [
    'before a semicolon at the start of the next line',
    `const a = require('a')\n;[a].forEach(f)\nasync function run() { ${MAP} }\n`,
    `const a = require('a')\nconst { default: pMap } = require('p-map')\n;[a].forEach(f)\nasync function run() { ${MAPPED}\n }\n`,
    'a.cjs',
  ],
  [
    'into a require',
    `const { pMapSkip } = require('p-map')\nasync function run() { ${MAP} }\n`,
    `const { pMapSkip, default: pMap } = require('p-map')\nasync function run() { ${MAPPED}\n }\n`,
    'a.cjs',
  ],
  [
    'from a required namespace',
    `const limit = require('p-map')\nasync function run() { ${MAP} }\n`,
    `const limit = require('p-map')\nasync function run() { await limit.default(xs, async (x) => { await f(x) }, { concurrency: 3 })\n }\n`,
    'a.cjs',
  ],
]

describe('the import of the limiter', () => {
  test.each(CASES)('is made %s', (_, before, after, filename) => {
    expect(rewritesOf(before, filename).after['map-bounded']).toBe(after)
  })

  test('adds a name to a default import, and to names', () => {
    const loop = 'for (const x of xs) {\n  const y = await f(x)✂\n  use(y)\n}\n'
    const byDefault = rewritesOf(`import pMap from 'p-map'\n${loop}`).after['ordered-pipeline']
    expect(byDefault).toContain("import pMap, { pMapIterable } from 'p-map'\n")
    const named = rewritesOf(`import {pMapSkip} from 'p-map'\nimport {a} from 'a'\n${loop}`).after['ordered-pipeline']
    expect(named).toContain("import {pMapSkip, pMapIterable} from 'p-map'\n")
    expect(named).toContain('{concurrency: 3}')
  })

  test('is not made for names that the limiter of the file does not export', () => {
    const options = { ...OPTIONS, limiterNames: new Set(['pMap'] as const) }
    const loop = 'for (const x of xs) {\n  const y = await f(x)✂\n  use(y)\n}\n'
    expect(rewritesOf(loop, 'a.ts', options).offers).toEqual({ rewrites: [], refused: 'needs-limiter' })
    expect(rewritesOf(MAP, 'a.ts', options).forms).toEqual(['map-bounded', 'map-all'])
  })

  test('is never made without a limiter, which leaves the unbounded map', () => {
    const options = { ...OPTIONS, limiter: 'none', limiterNames: new Set<LimiterName>() } as const
    expect(rewritesOf(MAP, 'a.ts', options).forms).toEqual(['map-all'])
    expect(rewritesOf(dedent(MAP), 'a.ts', options).after['map-all']).toBe(
      'await Promise.all(Array.from(xs, async (x) => { await f(x) }))\n',
    )
  })
})
