import { describe, expect, test } from 'vitest'
import { modulesNamedIn } from '../../src/parse/files/module-specifiers.ts'

describe('the modules that a text names', () => {
  test.each([
    ["import a from './a'", ['./a']],
    ["import'./b.js'", ['./b.js']],
    ["import { f } /* c */ from /* d */ '@app/z'", ['@app/z']],
    ['export * from "../c"', ['../c']],
    ["export { x } from 'pkg/x'", ['pkg/x']],
    ["const x = require('./d')", ['./d']],
    ["await import(/* webpackChunkName: \"q\" */ /* 2 */ 'dyn')", ['dyn']],
    ['await import(`./e.js`)', ['./e.js']],
    ["vi.mock('@/m', () => 1)", ['@/m']],
    ["new URL('./worker.js', import.meta.url)", ['./worker.js']],
    ["type T = typeof import('./t.js')", ['./t.js']],
    ["test('squares', () => {})", []],
    ["const from = 'elsewhere'", []],
  ])('%s', (text, specifiers) => {
    expect(modulesNamedIn(text)).toEqual({ specifiers, mayLoadAny: false })
  })

  test.each(['import(name)', 'require (join(a, b))', 'import(`./lang/${x}.js`)', "require('./a' + b)", "import.meta.glob('./*.js')"])(
    '%s may load any',
    (text) => {
      expect(modulesNamedIn(text).mayLoadAny).toBe(true)
    },
  )

  test('are found in the time that their length takes', () => {
    const text = 'export /* a */ /* b */ function f() {} // c\n'.repeat(20_000)
    const start = performance.now()
    expect(modulesNamedIn(text).specifiers).toEqual([])
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
