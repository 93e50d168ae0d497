import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CERTAIN, MAIN, scratch } from './scratch.ts'

/** Leaves a trace when it is run. */
const RUNS = "require('node:fs').writeFileSync(require('node:path').join(__dirname, 'ran'), '')\n"
const ESM_RUNS = "import { writeFileSync } from 'node:fs'\nwriteFileSync(new URL('ran', import.meta.url), '')\n"

/** Ends the process, with a word of its own, when anything is connected to or looked up. */
const NO_NETWORK = `for (const [name, method] of [['net', 'connect'], ['net', 'createConnection'], ['dns', 'lookup'], ['http', 'request'], ['https', 'request']])
  require(name)[method] = () => { process.stderr.write('NETWORK'); process.exit(9) }
require('net').Socket.prototype.connect = require('net').connect
globalThis.fetch = require('net').connect\n`

const COMMANDS = ['scan', 'scan --all --format json', 'fix', 'fix --write --allow-dirty', 'explain source.js:7']

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
