import { join } from 'node:path'
import ts from 'typescript'
import type { Plugin } from 'vitest/config'
import { withSwitches } from './mutants.ts'

/** Puts a switch at each mutant of the judges, and gathers the cases of the tests that have to notice one. */
export function mutants(): Plugin {
  return {
    name: 'mutants',
    enforce: 'pre',
    resolveId(source, importer) {
      const isOfTest = source === 'vitest' && /\/tests\/(?:verdict|shapes|report)\//.test(importer ?? '')
      return isOfTest ? join(import.meta.dirname, 'gathered-cases.ts') : null
    },
    transform(text, id) {
      const [path] = /src\/verdict\/[\w-]+\.ts$/.exec(id) ?? []
      if (!path) return null
      return { code: withSwitches(path, ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)), map: null }
    },
  }
}
