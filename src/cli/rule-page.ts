import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { packageVersion } from '../package-version.ts'

export interface RulePage {
  /** What the rule does, in one sentence. */
  readonly description: string
  readonly markdown: string
  readonly address: string
}

/** The page of a rule that the package ships. */
export function rulePage(rule: string): RulePage {
  const require = createRequire(import.meta.url)
  const path = join(dirname(require.resolve('eslint-plugin-interleave/package.json')), 'docs/rules', `${rule}.md`)
  const markdown = existsSync(path) ? readFileSync(path, 'utf8') : `# ${rule}\n\n${rule}.\n`
  const [, description = rule] = /^# .+\n\n(.+)\n/.exec(markdown) ?? []
  const address = `https://unpkg.com/eslint-plugin-interleave@${packageVersion()}/docs/rules/${rule}.md`
  return { description, markdown, address }
}
