import { join } from 'node:path'
import ts from 'typescript'
import type { Plugin } from 'vitest/config'
import { withSwitches } from './mutants.ts'

/** Puts a switch at each mutant of the judges, and gathers the cases of the tests that have to notice one, to be run for each. */
export function mutants(): Plugin {
  return {
    name: 'mutants',
    enforce: 'pre',
    resolveId(source, importer) {
      return source === 'vitest' && /\/tests\/(?:verdict|shapes|report)\//.test(importer ?? '') ? join(import.meta.dirname, 'gathered-cases.ts') : null
    },
    transform(text, id) {
      const [path] = /src\/verdict\/[\w-]+\.ts$/.exec(id) ?? []
      return path ? { code: withSwitches(path, ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)), map: null } : null
    },
  }
}
