import * as typescriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import transform from '../../codemods/no-serial-await-in-loop.ts'
import plugin from '../../src/index.ts'
import { DEFAULT_OPTIONS, type Options } from '../../src/options.ts'
import { parseSource } from '../../src/parse/files/parse-source.ts'
import { describeReason } from '../../src/report/reason-words.ts'
import { rewriteText } from '../../src/report/rewrite-text.ts'
import { answersOf, RULES } from '../../src/report/rules.ts'
import { makeProject, PG } from './scratch-project.ts'

const OTHERS = {
  ...PG,
  'src/db.ts': "import { Pool } from 'pg'\nconst pool = new Pool()\nexport const connect = async () => ({ client: await pool.connect() })\n",
  'src/disk.ts': "export { readFile as load } from 'node:fs/promises'\n",
  'src/names.ts': 'export const names = () => Object.keys(process.env)\n',
}

/** By the text alone as much is known as with types. */
const TOLD = {
  'src/told.ts': `import { readFile } from 'node:fs/promises'

export async function readAll(table: Record<string, string>): Promise<string[]> {
  const texts: string[] = []
  for (const path of Object.keys(table)) {
    texts.push(await readFile(path, 'utf8'))
  }
  return texts
}

export async function sendAll(urls: string[], send: (url: string) => Promise<void>) {
  urls.forEach(async (url) => {
    await send(url)
  })
  for (const url of urls) await send(url)
}
`,
}

/** Types tell of which class an object is, and whose function a name stands for. */
const ASKED = {
  'src/queries.ts': `import { connect } from './db'

export async function queryAll(texts: string[]) {
  const { client } = await connect()
  const results = []
  for (const text of texts) results.push(await client.query(text))
  return results
}
`,
  'src/reads.ts': `import { load } from './disk'
import { names } from './names'

export async function readTwice(table: Record<string, string>) {
  const texts: string[] = []
  for (const path of Object.keys(table)) {
    texts.push(await load(path, 'utf8')) // once
  }
  const again: string[] = []
  for (const path of Object.values(table)) {
    again.push(await load(path, 'utf8'))
  }
  return [texts, again]
}

export function warm(send: (name: string) => Promise<void>) {
  names().forEach(async (name) => {
    await send(name)
  })
}
`,
}

const FILES = { ...TOLD, ...ASKED }
let project: ReturnType<typeof makeProject>

beforeAll(() => {
  project = makeProject({ ...OTHERS, ...FILES })
})

afterAll(() => project.remove())

describe.each(Object.keys(FILES))('%s', (name) => {
  test.each([true, false])('all doors agree, with types: %s', async (typed) => {
    const path = join(project.root, name)
    const text = readFileSync(path, 'utf8')
    expect(foundByEslint(path, text, typed)).toEqual(foundByCommand(path, text, typed))
    const options = optionsFor(typed)
    const written = rewriteText(text, path, options, 'certain', RULES.filter((rule) => rule.name === 'no-serial-await-in-loop'))
    expect(fixedByEslint(path, text, typed)).toBe(written.at(-1)!.text)
    const given = typed ? { project: join(project.root, 'tsconfig.json') } : {}
    expect((await transform({ path, source: text }, {}, { limiter: 'p-map', ...given })) ?? text).toBe(written.at(-1)!.text)
  })

  test('types change the answer only where the text tells none', () => {
    const path = join(project.root, name)
    const text = readFileSync(path, 'utf8')
    const [typed, plain] = [true, false].map((one) => foundByCommand(path, text, one).join('\n'))
    expect(typed === plain).toBe(name in TOLD)
  })
})

test('what types have told still holds after a first rewrite', () => {
  const path = join(project.root, 'src/reads.ts')
  const text = readFileSync(path, 'utf8')
  const after = (typed: boolean) => rewriteText(text, path, optionsFor(typed), 'certain').at(-1)!.text
  expect(after(true).match(/\bpMap\(/g)).toHaveLength(2)
  expect(after(false)).toBe(text)
})

function optionsFor(typed: boolean): Options {
  return { ...DEFAULT_OPTIONS, confidence: 'possible', limiter: 'p-map', crossFile: true, project: typed ? 'nearest' : null }
}

/** Line, verdict and offers of each finding. */
function foundByCommand(path: string, text: string, typed: boolean): readonly string[] {
  const options = optionsFor(typed)
  return answersOf(parseSource(text, path, options), options)
    .filter(({ finding }) => finding.confidence !== null)
    .map(({ form, finding: { verdict, message, rewrites, refused } }) => {
      const refusal = rewrites.length === 0 && refused !== null ? [describeReason({ code: refused, data: {} })] : []
      const words = [message, ...refusal].join(' ')
      return [form.mark.loc.start.line, verdict, words, ...rewrites.map(({ title }) => title)].join(' | ')
    })
    .sort()
}

function foundByEslint(path: string, text: string, typed: boolean): readonly string[] {
  const rules = Object.fromEntries(Object.keys(plugin.rules).map((name) => [`interleave/${name}`, 'error'] as const))
  return new Linter({ cwd: project.root })
    .verify(text, config(rules, typed), { filename: path })
    .map(({ line, messageId, message, suggestions }) => [line, messageId, message, ...(suggestions ?? []).map(({ desc }) => desc)].join(' | '))
    .sort()
}

function fixedByEslint(path: string, text: string, typed: boolean): string {
  const rules = { 'interleave/no-serial-await-in-loop': ['error', { fix: 'certain', confidence: 'certain' }] } as const
  return new Linter({ cwd: project.root }).verifyAndFix(text, config(rules, typed), { filename: path }).output
}

function config(rules: object, typed: boolean): Linter.Config {
  return {
    files: ['**/*.ts'],
    plugins: { interleave: plugin as never },
    settings: { interleave: { confidence: 'possible', limiter: 'p-map', crossFile: true } },
    rules: rules as Linter.RulesRecord,
    languageOptions: {
      parser: typescriptParser,
      parserOptions: typed ? { projectService: true, tsconfigRootDir: project.root } : {},
    },
  }
}
