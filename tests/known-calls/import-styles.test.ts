import { describe, expect, test } from 'vitest'
import { lastCall, nameOf } from './find-in-text.ts'

describe('a callee is found through', () => {
  test.each<[string, string]>([
    ['a named import', "import { readFile } from 'node:fs/promises'; readFile(p)"],
    ['a renamed import', "import { readFile as load } from 'fs/promises'; load(p)"],
    ['a default import', "import fs from 'node:fs/promises'; fs.readFile(p)"],
    ['a namespace import', "import * as fs from 'fs/promises'; fs.readFile(p)"],
    ['the default of a namespace', "import * as fs from 'fs'; fs.default.promises.readFile(p)"],
    ['promises of a default import', "import fs from 'fs'; fs.promises.readFile(p)"],
    ['a renamed promises import', "import { promises as fs } from 'fs'; fs.readFile(p)"],
    ['require', "const fs = require('fs/promises'); fs.readFile(p)"],
    ['promises of require', "const fs = require('fs').promises; fs.readFile(p)"],
    ['destructured require', "const { readFile } = require('fs/promises'); readFile(p)"],
    ['deep destructured require', "const { promises: { readFile: load } } = require('fs'); load(p)"],
    ['require in place', "require('node:fs').promises.readFile(p)"],
    ['import equals', "import fs = require('fs'); fs.promises.readFile(p)"],
    [
      'createRequire',
      "import { createRequire } from 'module'; const r = createRequire(url); r('fs').promises.readFile(p)",
    ],
    ['an awaited import', "const fs = await import('fs/promises'); fs.readFile(p)"],
    ['a destructured awaited import', "const { readFile } = await import('fs/promises'); readFile(p)"],
    ['the default of an awaited import', "const { default: fs } = await import('fs'); fs.promises.readFile(p)"],
    ['destructured constants', "import fs from 'fs'; const { readFile } = fs.promises; readFile(p)"],
    ['a constant alias', "import fs from 'fs'; const read = fs.promises.readFile; read(p)"],
    ['a let that is never written again', "import fs from 'fs'; let read = fs.promises.readFile; read(p)"],
    ['a literal computed name', "import fs from 'fs/promises'; fs['readFile'](p)"],
    ['an optional call', "import fs from 'fs/promises'; fs?.readFile?.(p)"],
    ['an assertion', "import fs from 'fs/promises'; (fs as any).readFile!(p)"],
    [
      'promisify',
      "import { readFile } from 'fs'; import { promisify } from 'util'; const read = promisify(readFile); read(p)",
    ],
    ['promisify of a member', "import fs from 'fs'; import util from 'node:util'; util.promisify(fs.readFile)(p)"],
  ])('%s', (_style, text) => {
    expect(nameOf(lastCall(text))).toBe('fs/promises:readFile')
  })

  test('a script', () => {
    expect(nameOf(lastCall("const fs = require('fs/promises'); fs.readFile(p)", [], '/repo/job.cjs'))).toBe(
      'fs/promises:readFile',
    )
  })

  test.each<[string, string, string]>([
    ['a global', 'fetch(url)', 'global:fetch'],
    ['a global of globalThis', 'globalThis.fetch(url)', 'global:fetch'],
    ['a global of an asserted globalThis', '(globalThis as any).fetch(url)', 'global:fetch'],
    ['a global of window', 'window.fetch(url)', 'global:fetch'],
    ['a module that is a global too', "import process from 'node:process'; process.cwd()", 'process:cwd'],
    ['a global that is a module too', 'process.cwd()', 'process:cwd'],
    ['a global that a module exports', "import { URL } from 'url'; new URL(u)", 'global:new URL'],
    ['a library that stands for a global', "import fetch from 'node-fetch'; fetch(url)", 'global:fetch'],
    ['a module that is a function', "const axios = require('axios'); axios(url, { method: 'get' })", 'axios:default'],
    [
      'a module under another name',
      "import { chromium } from '@playwright/test'; chromium.launch()",
      'playwright:chromium.launch',
    ],
    ['the dynamic import', "import('./a.js')", 'global:import()'],
    ['a tagged template', "import { $ } from 'execa'; $`ls`", 'execa:execa'],
  ])('%s', (_style, text, name) => {
    expect(nameOf(lastCall(text))).toMatch(
      new RegExp(`^${name.replace(/[()]/g, '\\$&')}\\b|^${name.replace(/[()]/g, '\\$&')}$`),
    )
  })
})

describe('a callee is not found by spelling:', () => {
  test.each<[string, string]>([
    ['a function of the file', 'function readFile(p) {} readFile(p)'],
    ['an import of another module', "import { readFile } from './files.js'; readFile(p)"],
    ['a relative module with a known name', "import fs from './fs'; fs.readFile(p)"],
    ['a parameter named like a module', 'const f = (fs) => fs.promises.readFile(p)'],
    ['a shadowed import', "import fs from 'fs/promises'; const f = (fs) => fs.readFile(p)"],
    ['a shadowed global', 'const fetch = makeFetch(); fetch(url)'],
    ['a global shadowed by a parameter', 'const f = (fetch) => fetch(url)'],
    ['a global shadowed by an import', "import { fetch } from './net.js'; fetch(url)"],
    ['a global shadowed by a declared function', 'function setTimeout(f) {} setTimeout(f)'],
    ['a reassigned alias', "import fs from 'fs/promises'; let read = fs.readFile; if (x) read = other; read(p)"],
    [
      'a destructuring with a default of a later write',
      "import fs from 'fs'; let { readFileSync } = fs; readFileSync = mock; readFileSync(p)",
    ],
    ['a computed name', "import fs from 'fs/promises'; fs[name](p)"],
    ['a shadowed require', "const f = (require) => require('fs').readFileSync(p)"],
    ['a require of something computed', 'require(name).readFile(p)'],
    ['promisify of somebody else', "import { readFile } from 'fs'; const read = promisify(readFile); read(p)"],
    ['a method of an unknown object', 'list.push(x)'],
    ['a method that only sounds like one of Page', "page.goto('/')"],
    ['a rest of a module', "import fs from 'fs/promises'; const { access, ...rest } = fs; rest.readFile(p)"],
    ['a constant made from itself', 'const a = b, b = a; a.readFile(p)'],
    ['a module without rows', "import { readFile } from 'some-files'; readFile(p)"],
  ])('%s', (_style, text) => {
    expect(nameOf(lastCall(text))).toBe(null)
  })
})

test('the callee is named as it is spelled', () => {
  expect(lastCall("import fs from 'fs'; fs.promises.readFile(p)")?.calleeName).toBe('fs.promises.readFile')
  expect(lastCall("[1, 2]\n.map(f).join('')")?.calleeName).toBe('join')
})

test('the receiver is the object of a method, and none for a function of a module', () => {
  expect(lastCall('const xs = []; xs.push(1)')?.receiver).toMatchObject({ type: 'Identifier', name: 'xs' })
  expect(lastCall("import fs from 'fs'; fs.readFileSync(p)")?.receiver).toBe(null)
})

test('a promisified function gives a promise and has no callback', () => {
  const call = lastCall("import { exec } from 'child_process'; import { promisify } from 'util'; promisify(exec)('ls')")
  expect(call?.row).toMatchObject({ async: true, ordered: true })
  expect(call?.row.callsLater).toBe(undefined)
})
