import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createColors } from 'picocolors'
import { describe, expect, test } from 'vitest'
import type { FixInvocation } from '../../src/cli/arguments.ts'
import { readArguments } from '../../src/cli/arguments.ts'
import { unifiedDiff } from '../../src/cli/printing/unified-diff.ts'
import { rewriteText } from '../../src/report/rewrite-text.ts'
import { RULES } from '../../src/report/rules.ts'
import type { Fence } from '../house/doc-fences.ts'
import { fencesIn, fencesOf } from '../house/doc-fences.ts'
import { readSourceFiles, ROOT } from '../house/source-files.ts'
import { scratch, shell } from './scratch.ts'
import { repository } from './scratch-repository.ts'

const PAGES = ['README.md', 'CONTRIBUTING.md', 'docs/**/*.md', 'examples/*/README.md']

describe.each(readSourceFiles(['docs/rules/*.md']))('$path', (page) => {
  const fences = fencesOf(page)
  const [wrong, right] = fences.filter(({ words }) => words[0] === 'wrong' || words[0] === 'right')
  const commands = fences.filter(({ language }) => language === 'sh').map(({ code }) => code.trim())

  const command = commands.find((each) => each.startsWith('npx interleave fix'))!
  const file = command.split(' ').at(-1)!
  const diff = fences.find(({ language }) => language === 'diff')!.code

  test('shows the diff of its first example, for the command as shown', async () => {
    const asked = (await readArguments(command.split(' ').slice(2), false)) as FixInvocation
    const rules = RULES.filter(({ name }) => asked.rules!.includes(name))
    const after = rewriteText(wrong!.code, file, asked.options, asked.options.confidence, rules).at(-1)!.text
    expect(unifiedDiff(file, wrong!.code, after, createColors(false))).toBe(diff)
  })

  test('has as right what the codemod makes of it, called as shown', async () => {
    const line = commands.find((each) => each.startsWith('npx jscodeshift'))!
    const [, path] = /-t node_modules\/eslint-plugin-interleave\/(\S+)/.exec(line)!
    const options = Object.fromEntries([...line.matchAll(/--([\w-]+)=(\S+)/g)].map(([, name, value]) => [name, value]))
    const { default: transform } = await import(pathToFileURL(join(ROOT, path!)).href)
    expect(await transform({ path: 'a.js', source: wrong!.code }, {}, options)).toBe(right!.code)
  })
})

test('a page shows what the command really prints', () => {
  const fences = fencesIn(['docs/rules/no-serial-await-in-loop.md'])
  const command = fences.find(({ code }) => code.startsWith('npx interleave fix'))!.code.trim()
  const wrong = fences.find(({ words }) => words[0] === 'wrong')!.code
  const { stdout } = npx(scratch({ [command.split(' ').at(-1)!]: wrong }), command)
  expect(stdout).toContain(fences.find(({ language }) => language === 'diff')!.code)
})

describe('a program', () => {
  const fences = fencesIn(PAGES)
  const programs = fences.flatMap((fence, index) => (fence.words[0] === 'run' ? [{ fence, output: fences[index + 1]! }] : []))

  test.each(programs)('of $fence.path prints what the page says', ({ fence: { code, words }, output }) => {
    const limit = words.includes('descriptors') ? `ulimit -n ${words[words.indexOf('descriptors') + 1]}; ` : ''
    const { status, stdout } = shell(scratch({ 'program.mjs': code }), `${limit}node program.mjs`)
    expect(output.language).toBe('text')
    expect(stdout).toBe(output.code)
    expect(status).toBe(words.includes('status') ? Number(words[words.indexOf('status') + 1]) : 0)
  })
})

describe('a session', () => {
  const pages = readSourceFiles(PAGES).map((page) => ({ path: page.path, fences: fencesOf(page) }))

  test.each(pages.filter(({ fences }) => fences.some(isSession)))('of $path goes as the page says', ({ fences }) => {
    const files = fences.filter(({ words }) => words[0] === 'file').map(({ words, code }) => [words[1]!, code])
    const directory = repository({ '.gitignore': 'out\n', ...Object.fromEntries(files) })
    for (const { command, output } of fences.filter(isSession).flatMap(stepsOf)) {
      const { stdout, stderr } = npx(directory, command)
      expect(`$ ${command}\n${stdout}${stderr}`).toBe(`$ ${command}\n${output}`)
    }
  })
})

describe('a command line', () => {
  const lines = fencesIn(PAGES).flatMap(({ path, language, code }) =>
    language === 'sh' || language === 'yaml' ? commandsIn(code).map((command) => ({ path, command })) : [],
  )

  test('is found in the pages', () => {
    expect(lines.length).toBeGreaterThan(10)
  })

  test.each(lines)('of $path is understood: $command', async ({ command }) => {
    // The file of rows is read at once.
    const args = command.split(/\s+/).map((each) => each.replace(/^"|"$/g, '')).slice(2)
    await expect(readArguments(args.map((each) => (each.endsWith('rows.json') ? 'examples/fetch-and-process/known-calls.json' : each)), true)).resolves.toBeDefined()
  })
})

/** Runs a line with `npx interleave` standing for the built command. */
function npx(directory: string, line: string) {
  return shell(directory, `npx() { shift; interleave "$@"; }; ${line}`)
}

function isSession({ language }: Fence): boolean {
  return language === 'console'
}

/** What is typed after `$ `, and what is printed until the next one. */
function stepsOf({ code }: Fence): { command: string; output: string }[] {
  return code.split(/^\$ /m).slice(1).map((step) => {
    const [command, ...output] = step.split('\n')
    return { command: command!, output: output.join('\n') }
  })
}

/** `npx interleave scan src` of a script or of a step of a workflow, without comments and redirections. */
function commandsIn(code: string): string[] {
  return [...code.matchAll(/npx interleave\b[^#\n>|;&]*/g)].map(([command]) => command.replace(/"([^"]*)"/g, (_, text: string) => text.replaceAll(' ', '_')).trim())
}
