import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withDependency } from '../../src/cli/dependencies/with-dependency.ts'
import { CERTAIN, interleave, scratch } from './scratch.ts'
import { repository } from './scratch-repository.ts'

const MANIFEST = '{\n\t"name": "app",\n\t"dependencies": {\n\t\t"left": "~1.2.0",\n\t\t"zod": "~3.0.0"\n\t}\n}'
const FIX = ['fix', '--add-dependencies'] as const

describe('fix --add-dependencies', () => {
  test('shows the rewrites that need p-map and the manifest, then writes both and names the next command', () => {
    const directory = repository({ 'src/a.mjs': CERTAIN, 'package.json': MANIFEST, 'pnpm-lock.yaml': '' })
    expect(interleave(directory, 'fix').stdout).not.toContain('p-map')
    const preview = interleave(directory, ...FIX).stdout
    expect(preview).toMatch(/^\+import pMap from 'p-map'$/m)
    expect(preview).toMatch(/^--- a\/package\.json\n\+\+\+ b\/package\.json\n[^]*^\+\t\t"p-map": "~7\.\d+\.\d+",$/m)
    const { status, stdout } = interleave(directory, ...FIX, '--write')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^package\.json: p-map added\nNext, install it: pnpm install$/m)
    const text = readFileSync(join(directory, 'package.json'), 'utf8')
    expect(text.replace(/\t\t"p-map": "~7\.\d+\.\d+",\n/, '')).toBe(MANIFEST)
    expect(readFileSync(join(directory, 'src/a.mjs'), 'utf8')).toContain("from 'p-map'")
    expect(interleave(directory, 'fix', '--undo').status).toBe(0)
    expect(readFileSync(join(directory, 'package.json'), 'utf8')).toBe(MANIFEST)
  })

  test('adds it to the package that the file belongs to, and installs at the root of the workspace', () => {
    const own = '{ "name": "a" }\n'
    const directory = repository({
      'package.json': '{ "private": true, "workspaces": ["packages/*"] }\n',
      'yarn.lock': '',
      'packages/a/package.json': own,
      'packages/a/src/package.json': '{ "type": "module" }\n',
      'packages/a/src/a.js': CERTAIN,
      'packages/b/package.json': '{ "name": "b", "devDependencies": { "p-map": "^7.0.0" } }\n',
      'packages/b/b.mjs': CERTAIN,
    })
    const { stdout } = interleave(join(directory, 'packages'), ...FIX, '--write')
    expect(stdout).toMatch(/^a\/package\.json: p-map added\nNext, install it: yarn install \(in \.\.\)$/m)
    expect(stdout).toMatch(/^2 places rewritten in 2 files\.$/m)
    const manifest = JSON.parse(readFileSync(join(directory, 'packages/a/package.json'), 'utf8')) as object
    expect(manifest).toEqual({ name: 'a', dependencies: { 'p-map': expect.stringMatching(/^\^7\./) } })
  })

  test('says so where there is no package.json, and where a CommonJS file could not load it', () => {
    const directory = scratch({ 'a.mjs': CERTAIN, 'b.cjs': CERTAIN.replace(/^import.*/, "const { readFile } = require('fs/promises')").replace('export ', '') })
    const { status, stderr, stdout } = interleave(directory, ...FIX)
    expect(stderr).toBe('a.mjs: has no package.json around it that p-map could be added to\n')
    expect(stdout).not.toContain('b.cjs')
    expect(status).toBe(1)
  })
})

const STYLES: readonly (readonly [what: string, before: string, after: string])[] = [
  ['sorted', '{\n  "dependencies": {\n    "a": "^1.0.0",\n    "z": "^1.0.0"\n  }\n}\n', '{\n  "dependencies": {\n    "a": "^1.0.0",\n    "p-map": "^7.1.1",\n    "z": "^1.0.0"\n  }\n}\n'],
  ['not sorted', '{\n  "dependencies": {\n    "z": "1.0.0",\n    "a": "1.0.0"\n  }\n}\n', '{\n  "dependencies": {\n    "z": "1.0.0",\n    "a": "1.0.0",\n    "p-map": "7.1.1"\n  }\n}\n'],
  ['none yet, with CRLF', '{\r\n    "name": "x",\r\n    "devDependencies": {}\r\n}', '{\r\n    "name": "x",\r\n    "dependencies": {\r\n        "p-map": "^7.1.1"\r\n    },\r\n    "devDependencies": {}\r\n}'],
  ['empty', '{\n\t"dependencies": {},\n\t"files": ["a", "b"]\n}\n', '{\n\t"dependencies": {\n\t\t"p-map": "^7.1.1"\n\t},\n\t"files": ["a", "b"]\n}\n'],
  ['there already, as a peer', '{"peerDependencies":{"p-map":"*"}}', '{"peerDependencies":{"p-map":"*"}}'],
]

test.each(STYLES)('a list that is %s keeps its style', (_, before, after) => {
  expect(withDependency(before, 'p-map', '7.1.1')).toBe(after)
})

test.each(['[]', '{ "name": ', '{} // a comment'])('%j is no manifest', (text) => {
  expect(() => withDependency(text, 'p-map', '7.1.1')).toThrow('is no JSON object')
})
