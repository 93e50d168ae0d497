// Writes a rule with its codemod, its page and its test, and puts it into every list:
// `npm run new-rule -- no-such-thing`. What it writes reports calls of `placeholder`: it is there to be replaced, stage
// by stage; see docs/adding-a-rule.md.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ROOT = process.cwd()
const [name] = process.argv.slice(2)
if (!/^(?:no|prefer)-[a-z]+(?:-[a-z]+)*$/.test(name ?? '') || existsSync(join(ROOT, `rules/${name}.ts`))) {
  console.error('Usage: npm run new-rule -- NAME, a new one of the form no-such-thing or prefer-such-thing')
  process.exit(2)
}

/** `such-thing`, `suchThing`, `SuchThing`, and `noSuchThing` of the rule itself. */
const thing = name.replace(/^(?:no|prefer)-/, '')
const camel = toCamel(thing)
const Pascal = camel[0].toUpperCase() + camel.slice(1)
const rule = toCamel(name)
const verb = name.startsWith('no-') ? 'Disallow' : 'Require'

const FILES = {
  [`src/parse/may-${thing}.ts`]: `/** Whether a file with this text could have the form. Only \`true\` costs a parse. */
export function may${Pascal}(text: string): boolean {
  return text.includes('placeholder')
}
`,
  [`src/model/find-${thing}.ts`]: `import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { walk } from '../parse/walk.ts'
import { ownerOf } from './find-await-loops.ts'

/** placeholder(x) */
export interface ${Pascal} {
  readonly node: TSESTree.CallExpression
  readonly argument: TSESTree.Expression
  readonly owner: FunctionNode | TSESTree.Program
}

/** The forms of the file, in source order. */
export function find${Pascal}(parsed: Parsed): readonly ${Pascal}[] {
  const found: ${Pascal}[] = []
  walk(parsed.ast, parsed, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'placeholder') return
    const [argument, ...more] = node.arguments
    if (!argument || argument.type === 'SpreadElement' || more.length > 0) return
    found.push({ node, argument, owner: ownerOf(node) })
  })
  return found
}
`,
  [`src/verdict/judge-${thing}.ts`]: `import { variableOf } from '../facts/scopes/variable-of.ts'
import type { ${Pascal} } from '../model/find-${thing}.ts'
import { find${Pascal} } from '../model/find-${thing}.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { FormVerdict } from './form-verdict.ts'
import { keep } from './form-verdict.ts'
import { reason } from './question.ts'
import { quietReason } from './quiet.ts'

/** A form with the answer for it. */
export interface ${Pascal}Form {
  readonly form: ${Pascal}
  readonly verdict: FormVerdict
}

/** An answer for each form of the file, the silent ones too. */
export function judge${Pascal}(parsed: Parsed): readonly ${Pascal}Form[] {
  return find${Pascal}(parsed).map((form) => ({ form, verdict: judge(form, parsed) }))
}

function judge({ node, argument }: ${Pascal}, parsed: Parsed): FormVerdict {
  const quiet = quietReason(node, parsed)
  if (quiet) return keep(quiet)
  const name = parsed.text.slice(...argument.range)
  if (variableOf(node.callee, parsed)) return keep(reason('used-otherwise', node, { name }))
  return { verdict: 'lazy', confidence: 'certain', reasons: [reason('pure-waste', node, { name })] }
}
`,
  [`src/rewrite/offer-${thing}.ts`]: `import type { Parsed } from '../parse/parsed.ts'
import type { ${Pascal}Form } from '../verdict/judge-${thing}.ts'
import { offersOf } from './drafts.ts'
import { EditList } from './edit-list.ts'
import type { Offers } from './rewrite.ts'

/** placeholder(x)   ->   x */
export function offerFor${Pascal}({ form: { node, argument } }: ${Pascal}Form, parsed: Parsed): Offers {
  const list = new EditList()
  list.replace(node.range[0], argument.range[0], '')
  list.replace(argument.range[1], node.range[1], '')
  return offersOf([{ form: 'plain-loop', title: 'Use the value itself (nothing is called any more).', list }], parsed)
}
`,
  [`src/report/answer-${thing}.ts`]: `import type { Options } from '../options.ts'
import { may${Pascal} } from '../parse/may-${thing}.ts'
import type { Parsed } from '../parse/parsed.ts'
import { offerFor${Pascal} } from '../rewrite/offer-${thing}.ts'
import type { ${Pascal}Form } from '../verdict/judge-${thing}.ts'
import { judge${Pascal} } from '../verdict/judge-${thing}.ts'
import type { Answer } from './answer.ts'
import { answerOf } from './finding-of.ts'
import { describeReason } from './reason-words.ts'
import type { ReportRule } from './report-rule.ts'

/** A call of \`placeholder\`. */
export const ${rule}: ReportRule = {
  name: '${name}',
  preset: 'strict',
  tellsOfTests: false,
  mayApply: may${Pascal},
  answers: answer${Pascal},
}

function answer${Pascal}(parsed: Parsed, _options: Options): Answer[] {
  return judge${Pascal}(parsed).map((judged) => {
    const { node, owner } = judged.form
    const form = { node, mark: node.callee, owner, kind: 'call' }
    return answerOf(${rule}, form, judged.verdict, messageOf(judged), () => offerFor${Pascal}(judged, parsed))
  })
}

function messageOf({ verdict }: ${Pascal}Form): string {
  const [main] = verdict.reasons
  if (verdict.confidence === null) return \`The call may be needed. \${describeReason(main!)}\`
  return 'A call of \`placeholder\` does nothing. Without it nothing else changes.'
}
`,
  [`rules/${name}.ts`]: `import { defineRule } from '../src/eslint/define-rule.ts'
import { ${rule} } from '../src/report/answer-${thing}.ts'

export default defineRule({
  ...${rule},
  description: '${verb} calls of \`placeholder\`',
})
`,
  [`codemods/${name}.ts`]: `import { defineTransform } from '../src/jscodeshift/define-transform.ts'
import { ${rule} } from '../src/report/answer-${thing}.ts'

export { parser } from '../src/jscodeshift/parser.ts'

/** Takes calls of \`placeholder\` out. */
export default defineTransform(${rule})
`,
  [`tests/shapes/${thing}.test.ts`]: `import { describe, expect, test } from 'vitest'
import { outcomesOf } from '../report/answer-source.ts'

describe('reported', () => {
  test.each([['a call', ['lazy certain'], 'const size = placeholder(3)']])('%s', (_, expected, source) => {
    expect(outcomesOf('${name}', source)).toEqual(expected)
  })
})

describe('left alone', () => {
  test.each([['a function of the file', ['keep: used-otherwise'], 'const placeholder = (x) => x + 1\\nconst size = placeholder(3)']])(
    '%s',
    (_, expected, source) => {
      expect(outcomesOf('${name}', source)).toEqual(expected)
    },
  )
})
`,
  [`docs/rules/${name}.md`]: pageText(),
}

/** Where a line is put in: before the first place that matches, in this order of the file. */
const ENTRIES = {
  'src/report/rules.ts': [
    [/^import type \{ ReportRule \}/m, `import { ${rule} } from './answer-${thing}.ts'\n`],
    [/^\]$/m, `  ${rule},\n`],
  ],
  'src/report/text-tests.ts': [
    [/^import \{ mayFanOut \}/m, `import { may${Pascal} } from '../parse/may-${thing}.ts'\n`],
    [/^\]$/m, `  may${Pascal},\n`],
  ],
  'src/index.ts': [
    [/^import \{ packageVersion \}/m, `import ${rule} from '../rules/${name}.ts'\n`],
    [/^\}\n\n\/\*\* Rules elsewhere/m, `  'interleave/${name}': ['warn', { confidence: 'possible' }],\n`],
    [/^ {2}\},\n {2}configs: \{$/m, `    '${name}': ${rule},\n`],
  ],
  'docs/how-it-works.md': [
    [
      /\nAll of them ask/,
      `| [${name}](rules/${name}.md) | [find-${thing}](../src/model/find-${thing}.ts) | [judge-${thing}](../src/verdict/judge-${thing}.ts) | [offer-${thing}](../src/rewrite/offer-${thing}.ts) | [answer-${thing}](../src/report/answer-${thing}.ts) |\n`,
    ],
  ],
  'CHANGELOG.md': [[/^- /m, `- New rule and codemod \`${name}\` (preset \`strict\`): reports calls of \`placeholder\`.\n`]],
}

for (const [path, text] of Object.entries(FILES)) write(path, text)
for (const [path, places] of Object.entries(ENTRIES)) {
  const read = readFileSync(join(ROOT, path), 'utf8')
  write(path, places.reduce((text, [place, line]) => insert(text, place, line, path), read))
}
console.log('Next: npm run docs, then npx vitest run tests/house tests/shapes, then replace `placeholder` stage by stage.')

function insert(text, place, line, path) {
  const at = text.search(place)
  if (at < 0) throw new Error(`${path} has no ${place}`)
  return text.slice(0, at) + line + text.slice(at)
}

function write(path, text) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true })
  writeFileSync(join(ROOT, path), text)
  console.log(path)
}

function toCamel(text) {
  return text.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
}

function pageText() {
  const fence = '```'
  return `# ${name}

<!-- end auto-generated rule header -->

\`eslint --fix\` makes only the rewrites that are certain, and only with the option \`fix: 'certain'\`; all others are suggestions.
The codemod has the same name.

## Why it costs

One measured number.

## Wrong and right

${fence}js wrong
const size = placeholder(3)
${fence}

${fence}js right
const size = 3
${fence}

## What is proved before an offer

- \`placeholder\` is no function of the file.

[How it works](../how-it-works.md#reason-codes) has all reason codes, those of refused rewrites among them.

## What is left alone

A function of the file (\`used-otherwise\`):

${fence}js silent
const placeholder = (x) => x + 1
const size = placeholder(3)
${fence}

## Options

The rule takes one object. All of it but \`fix\` can also be set for all rules under \`settings.interleave\`; what the rule is
given wins, and rows of known calls add up.

<!-- begin auto-generated rule options list -->
<!-- end auto-generated rule options list -->

## Codemod

${fence}sh
npx jscodeshift --no-babel -t node_modules/eslint-plugin-interleave/dist/codemods/${name}.js src
${fence}

or, with a preview, by the command:

${fence}sh
npx interleave fix --rules ${name} size.js
${fence}

For the first example on this page it prints:

${fence}diff
--- a/size.js
+++ b/size.js
@@ -1 +1 @@
-const size = placeholder(3)
+const size = 3
${fence}

## When not to use it

A comment \`// sequential: reason\` keeps the rule silent about one form.

The rule: [rules/${name}.ts](../../rules/${name}.ts).
`
}
