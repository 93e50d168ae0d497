import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ROOT } from '../house/source-files.ts'
import { startCacheServer } from './cache-server.ts'
import { interleave, MAIN, run } from './scratch.ts'

const PACKAGES = ['prices', 'shop']

/** The example as somebody has checked it out and installed it. */
function checkout(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'monorepo-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(ROOT, 'examples/monorepo'), folder, { recursive: true })
  const bin = join(folder, 'node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'interleave'), `#!/bin/sh\nexec '${process.execPath}' '${MAIN}' "$@"\n`, { mode: 0o755 })
  symlinkSync(join(ROOT, 'node_modules/.bin/eslint'), join(bin, 'eslint'))
  symlinkSync(ROOT, join(folder, 'node_modules/eslint-plugin-interleave'))
  run(folder, 'git', ['init', '--quiet'])
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(LOCK))
  return folder
}

const LOCK = {
  name: 'monorepo',
  lockfileVersion: 3,
  packages: {
    '': { name: 'monorepo', workspaces: ['packages/*'] },
    'packages/prices': { name: '@monorepo/prices', version: '1.0.0' },
    'packages/shop': { name: '@monorepo/shop', version: '1.0.0', dependencies: { '@monorepo/prices': '1.0.0' } },
    'node_modules/@monorepo/prices': { resolved: 'packages/prices', link: true },
    'node_modules/@monorepo/shop': { resolved: 'packages/shop', link: true },
  },
}

/** Runs the tasks; gives how each came about: `shop#scan: hit`. */
async function turbo(folder: string, cache: string, ...tasks: readonly string[]): Promise<string[]> {
  const args = ['run', ...tasks, '--output-logs=hash-only', '--cache=remote:rw', '--no-color', '--ui=stream']
  const child = spawn(join(ROOT, 'node_modules/.bin/turbo'), args, {
    cwd: folder,
    env: {
      ...process.env,
      TURBO_API: cache,
      TURBO_TOKEN: 'token',
      TURBO_TEAM: 'team',
      TURBO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()))
  const status = await new Promise((resolve) => child.on('close', resolve))
  expect({ status, output }).toMatchObject({ status: 0 })
  return [...output.matchAll(/^@monorepo\/(\w+):(\w+): cache (hit|miss)/gm)].map(([, ...found]) => found.join(' ')).sort()
}

interface ScannedFile {
  readonly path: string
}

const resultsOf = (folder: string): ScannedFile[] =>
  PACKAGES.flatMap((name) => {
    const { files } = JSON.parse(readFileSync(join(folder, `packages/${name}/interleave.json`), 'utf8')) as { files: ScannedFile[] }
    return files.map((file) => ({ ...file, path: `packages/${name}/${file.path}` }))
  })

test('a second checkout takes the results of the packages from the cache, and they are those of one run over the whole', async () => {
  const { url, stored } = await startCacheServer()
  const [first, second] = [checkout(), checkout()]

  expect(await turbo(first, url, 'scan', 'lint')).toEqual([
    'prices lint miss',
    'prices scan miss',
    'shop lint miss',
    'shop scan miss',
  ])
  expect(stored.size).toBe(4)
  expect(await turbo(second, url, 'scan', 'lint')).toEqual([
    'prices lint hit',
    'prices scan hit',
    'shop lint hit',
    'shop scan hit',
  ])

  const whole = interleave(second, 'scan', '--all', '--format', 'json', 'packages')
  expect(resultsOf(second)).toEqual((JSON.parse(whole.stdout) as { files: ScannedFile[] }).files)
  expect(resultsOf(second).map(({ path }) => path)).toEqual(['packages/prices/src/index.js', 'packages/shop/src/index.js'])
})

test('a change of a package makes the results of those that import it out of date, and no others', async () => {
  const { url } = await startCacheServer()
  const folder = checkout()
  await turbo(folder, url, 'scan')
  const prices = join(folder, 'packages/prices/src/index.js')
  const [, shopBefore] = resultsOf(folder)

  writeFileSync(
    prices,
    readFileSync(prices, 'utf8').replace('import { readFile }', 'let reads = 0\nimport { readFile }').replace(
      'const text =',
      'if (reads++ > 5) throw new Error(folder)\n  const text =',
    ),
  )
  expect(await turbo(folder, url, 'scan')).toEqual(['prices scan miss', 'shop scan miss'])
  expect(resultsOf(folder)[1]).not.toEqual(shopBefore)

  const shop = join(folder, 'packages/shop/src/index.js')
  writeFileSync(shop, `${readFileSync(shop, 'utf8')}\n`)
  expect(await turbo(folder, url, 'scan')).toEqual(['prices scan hit', 'shop scan miss'])
})
