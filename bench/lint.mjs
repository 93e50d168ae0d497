// What the rules cost in ESLint, in processor seconds of whole processes that take turns:
//
//   npm run bench:lint -- ROOT [--rounds N] [--files GLOB]
//
// The floor is ESLint with the parser of typescript-eslint and no rule. A rule that listens to nothing shows what
// ESLint does by itself as soon as there is one.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { inTurns, median, ratioOf, timed } from './timed.mjs'

const VARIANTS = ['no rule', 'empty rule', 'recommended', 'no-await-in-loop', 'unicorn']
const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    files: { type: 'string', default: '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}' },
    variant: { type: 'string' },
  },
  allowPositionals: true,
})
const root = resolve(positionals[0] ?? '.')
if (values.variant === undefined) compare()
else console.log(JSON.stringify(await lint(values.variant)))

function compare() {
  const self = fileURLToPath(import.meta.url)
  const run = (variant) => timed([process.execPath, self, root, '--files', values.files, '--variant', variant])
  const runs = inTurns(Number(values.rounds), Object.fromEntries(VARIANTS.map((name) => [name, () => run(name)])))
  console.log('| rules | files | reports | CPU s | to the floor | to the empty rule |\n|---|---|---|---|---|---|')
  for (const name of VARIANTS) {
    const { files, reports } = JSON.parse(runs[name][0].stdout)
    const seconds = median(runs[name].map(({ cpu }) => cpu))
    const ratios = ['no rule', 'empty rule'].map((floor) => ratioOf(runs[name], runs[floor], 'cpu').toFixed(2))
    console.log(`| ${[name, files, reports, seconds.toFixed(1), ...ratios].join(' | ')} |`)
  }
}

async function lint(variant) {
  const [{ ESLint }, { parser }, rules] = await Promise.all([
    import('eslint'),
    import('typescript-eslint'),
    rulesOf(variant),
  ])
  const base = { files: [values.files], languageOptions: { parser }, linterOptions: { noInlineConfig: true } }
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [{ ignores: ['**/node_modules/'] }, base, rules],
  })
  const results = await eslint.lintFiles([values.files])
  let reports = 0
  for (const { messages } of results) for (const { ruleId } of messages) if (ruleId !== null) reports++
  return { files: results.length, reports }
}

async function rulesOf(variant) {
  if (variant === 'no rule') return {}
  if (variant === 'empty rule') return { plugins: { empty: { rules: { empty: { create: () => ({}) } } } }, rules: { 'empty/empty': 'warn' } }
  if (variant === 'no-await-in-loop') return { rules: { 'no-await-in-loop': 'warn' } }
  if (variant === 'recommended') {
    const { default: interleave } = await import('../dist/src/index.js')
    return interleave.configs.recommended
  }
  const { default: unicorn } = await import('eslint-plugin-unicorn')
  const about = /iterat|for-loop|array-for-each|useless-spread|prefer-array-(find|some|flat)|set-size|from-entries/
  const names = Object.keys(unicorn.rules).filter((name) => about.test(name))
  return { plugins: { unicorn }, rules: Object.fromEntries(names.map((name) => [`unicorn/${name}`, 'warn'])) }
}
