import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { fileOf } from '../../parse/file-of.ts'

const indexes = new WeakMap<Parsed['ast'], Map<Node, Variable>>()

/**
 * The variable that an identifier uses or declares; null where no scope of the file declares the name (a global),
 * and for identifiers that name no variable (`b` in `a.b`, a label).
 *
 * A global that the parser or ESLint's configuration made known has a variable without definitions; see `isGlobal`.
 */
export function variableOf(identifier: Node, parsed: Parsed): Variable | null {
  const found = indexOf(parsed).get(identifier)
  if (found || !parsed.files) return found ?? null
  const owner = fileOf(identifier, parsed)
  return owner.ast === parsed.ast ? null : (indexOf(owner).get(identifier) ?? null)
}

/** Whether an identifier in expression position means the language's or platform's global of that name. */
export function isGlobal(identifier: TSESTree.Identifier, parsed: Parsed): boolean {
  const variable = variableOf(identifier, parsed)
  return variable === null || variable.defs.length === 0
}

function indexOf(parsed: Parsed): Map<Node, Variable> {
  let index = indexes.get(parsed.ast)
  if (!index) indexes.set(parsed.ast, (index = buildIndex(parsed)))
  return index
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
