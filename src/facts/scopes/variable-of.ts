import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'

const indexes = new WeakMap<Parsed, Map<Node, Variable>>()

/**
 * The variable that an identifier uses or declares; null where no scope of the file declares the name (a global),
 * and for identifiers that name no variable (`b` in `a.b`, a label).
 *
 * A global that the parser or ESLint's configuration made known has a variable without definitions; see `isGlobal`.
 */
export function variableOf(identifier: Node, parsed: Parsed): Variable | null {
  let index = indexes.get(parsed)
  if (!index) {
    index = buildIndex(parsed)
    indexes.set(parsed, index)
  }
  return index.get(identifier) ?? null
}

/** Whether an identifier in expression position means the language's or platform's global of that name. */
export function isGlobal(identifier: TSESTree.Identifier, parsed: Parsed): boolean {
  const variable = variableOf(identifier, parsed)
  return variable === null || variable.defs.length === 0
}

function buildIndex(parsed: Parsed): Map<Node, Variable> {
  const index = new Map<Node, Variable>()
  const globals = parsed.scopes.globalScope?.set
  for (const scope of parsed.scopes.scopes) {
    for (const variable of scope.variables) {
      for (const identifier of variable.identifiers) index.set(identifier, variable)
    }
    for (const reference of scope.references) {
      // Top-level names of a script are left unresolved by scope analysis: another script could declare them too.
      const variable = reference.resolved ?? globals?.get(reference.identifier.name)
      if (variable) index.set(reference.identifier, variable)
    }
  }
  return index
}
