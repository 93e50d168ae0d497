import ts from 'typescript'
import type { Plugin } from 'vitest/config'
import { mutantsOf } from './mutants.ts'

/** Puts one mutant in place of a source file: `src/verdict/silences.ts#3`. */
export function mutant(wanted: string | undefined): Plugin {
  const [path, index] = wanted?.split('#') ?? []
  return {
    name: 'mutant',
    enforce: 'pre',
    transform(text, id) {
      if (path === undefined || !id.endsWith(`/${path}`)) return null
      const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
      const { start, end, instead } = mutantsOf(file)[Number(index)]!
      return { code: text.slice(0, start) + instead + text.slice(end), map: null }
    },
  }
}
