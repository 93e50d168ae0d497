import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, readSourceFiles } from '../house/source-files.ts'
import { CERTAIN, interleave, MAIN, scratch } from './scratch.ts'
import { git, repository } from './scratch-repository.ts'

/** Leaves a trace when it is run. */
const RUNS = "require('node:fs').writeFileSync(require('node:path').join(__dirname, 'ran'), '')\n"
const ESM_RUNS = "import { writeFileSync } from 'node:fs'\nwriteFileSync(new URL('ran', import.meta.url), '')\n"

/** Ends the process, with a word of its own, when anything is connected to or looked up. */
const NO_NETWORK = `for (const [name, method] of [['net', 'connect'], ['net', 'createConnection'], ['dns', 'lookup'], ['http', 'request'], ['https', 'request']])
  require(name)[method] = () => { process.stderr.write('NETWORK'); process.exit(9) }
require('net').Socket.prototype.connect = require('net').connect
globalThis.fetch = require('net').connect\n`

const COMMANDS = ['scan', 'scan --all --format json', 'fix', 'fix --write --allow-dirty', 'explain source.js:7', 'scan --project typed.json']

describe('runs nothing that it finds, loads no configuration, and opens no connection', () => {
  test.each(COMMANDS)('%s', (command) => {
    const directory = scratch({
      'source.js': `${RUNS}${CERTAIN}`,
      'module.mjs': `${ESM_RUNS}${CERTAIN}`,
      'eslint.config.js': RUNS,
      '.eslintrc.js': RUNS,
      'interleave.config.js': RUNS,
      'babel.config.js': RUNS,
      'package.json': '{ "scripts": { "prepare": "touch ran", "preinstall": "touch ran" }, "dependencies": { "p-map": "7" } }',
      'tsconfig.json': '{ "extends": "./base.js", "compilerOptions": { "plugins": [{ "name": "./source.js" }] } }',
      'base.js': RUNS,
      'typed.json': '{ "compilerOptions": { "allowJs": true, "plugins": [{ "name": "./source.js" }] }, "include": ["*.js"] }',
      'node_modules/p-map/package.json': '{ "name": "p-map", "version": "7.0.0", "main": "index.js", "scripts": { "install": "touch ../../ran" } }',
      'node_modules/p-map/index.js': RUNS,
      'preload/no-network.cjs': NO_NETWORK,
    })
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...command.split(' ')], {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: `--require ${join(directory, 'preload/no-network.cjs')}` },
    })
    expect(stderr).not.toContain('NETWORK')
    expect(status).not.toBe(2)
    for (const place of ['', 'node_modules/p-map']) expect(existsSync(join(directory, place, 'ran'))).toBe(false)
  })
})

test('a link that leads out of the tree is not written through', () => {
  const outside = scratch({ 'a.js': CERTAIN, 'below/b.js': CERTAIN })
  const directory = scratch({ 'c.js': CERTAIN })
  symlinkSync(join(outside, 'a.js'), join(directory, 'link.js'))
  symlinkSync(join(outside, 'below'), join(directory, 'linked'))
  const args = [MAIN, 'fix', '--write', '--allow-dirty', '--limiter', 'p-map']
  spawnSync(process.execPath, args, { cwd: directory })
  expect(readFileSync(join(directory, 'c.js'), 'utf8')).not.toBe(CERTAIN)
  for (const name of ['a.js', 'below/b.js']) expect(readFileSync(join(outside, name), 'utf8')).toBe(CERTAIN)
})

test('names of files and of revisions are no words of a shell, and no options of git', () => {
  const names = ['$(touch ran).js', '`touch ran`.js', ';touch ran;.js', '--output=ran.js', '-rf.js', "'.js", 'a b.js']
  const directory = repository(Object.fromEntries(names.map((name) => [name, CERTAIN])))
  const options = ['--limiter', 'p-map', '--guard', 'true']
  expect(interleave(directory, 'scan', '--since', '--output=ran').status).toBe(2)
  expect(interleave(directory, 'scan', '--since', 'main;touch ran').status).toBe(2)
  expect(interleave(directory, 'scan', '--since', 'main').stderr).toBe('')
  expect(interleave(directory, 'fix', ...options, '.').status).toBe(0)
  for (const name of names) expect(readFileSync(join(directory, name), 'utf8')).toContain('pMap(')
  for (const name of ['ran', 'ran.js']) expect(existsSync(join(directory, name))).toBe(false)
})

test('git is not made to run a program by the settings of the repository', () => {
  const directory = repository({ 'a.js': CERTAIN })
  git(directory, 'config', 'core.fsmonitor', `touch ${join(directory, 'ran')};`)
  for (const args of [['scan'], ['scan', '--since', 'main'], ['fix', '--write', '--limiter', 'p-map']]) interleave(directory, ...args)
  expect(readFileSync(join(directory, 'a.js'), 'utf8')).toContain('pMap(')
  expect(existsSync(join(directory, 'ran'))).toBe(false)
})

describe('nothing that is told of names and sources steers a terminal', () => {
  const NAME = 'a\u001B[2J\u009B.js'
  const ODD = `/* \u001B[2J */ ${CERTAIN.replaceAll('texts', 'te\\u{78}ts')}/* \u009B */ // \u202E\n`

  test.each([
    ['scan'],
    ['scan', '--all', '--format', 'github'],
    ['scan', '--format', 'json'],
    ['scan', '--format', 'sarif'],
    ['explain', `${NAME}:6`],
    ['explain', `${NAME}:\u001B[2J`],
    ['scan', 'no\u001B[2Jsuch.js'],
    ['scan', 'broken\u001B[2J.js'],
    ['scan', '--rules', 'no\u001B[2Jrule'],
    ['fix', '--color', '--limiter', 'p-map'],
    ['fix', '--write', '--allow-dirty', '--limiter', 'p-map', NAME],
  ])('%s %s %s', (...args) => {
    const files = { [NAME]: ODD, 'broken\u001B[2J.js': `for (\u001B[2J of\n` }
    const { stdout, stderr } = interleave(scratch(files), ...args)
    expect(stdout + stderr).not.toBe('')
    expect((stdout + stderr).replaceAll(/\u001B\[\d*m/g, '')).not.toMatch(/[\u001B\u009B\u202E]/)
  })
})

test('programs are started, and the network is reached, by no other file than those that are known to', () => {
  const using = (modules: RegExp) =>
    readSourceFiles(['src/**/*.ts', 'rules/*.ts', 'codemods/*.ts']).filter((file) => importsOf(file).some((name) => modules.test(name))).map(({ path }) => path)
  expect(using(/^child_process$/)).toEqual(['src/cli/discovery/git.ts', 'src/cli/guard/run-guard.ts'])
  expect(using(/^(?:net|tls|dgram|dns|https?|http2|inspector|vm|repl)(?:\/|$)/)).toEqual([])
})
