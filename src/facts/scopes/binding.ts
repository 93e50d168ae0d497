import type { TSESTree } from '@typescript-eslint/utils'
import type { Reference, Variable } from '@typescript-eslint/scope-manager'

/**
 * Whether only its one declaration writes the variable. A declaration in a loop still makes a new value each turn.
 */
export function isNeverReassigned(variable: Variable): boolean {
  if (variable.defs.length !== 1) return false
  const known = neverReassigned.get(variable)
  if (known !== undefined) return known
  const isSo = referencesOf(variable).every((reference) => !reference.isWrite() || reference.init)
  neverReassigned.set(variable, isSo)
  return isSo
}

/** Asked at every use, it would be told from every use. */
const neverReassigned = new WeakMap<Variable, boolean>()

/**
 * `init` of the one declaration `const x = init` (or a `let`, `var` that is never written again).
 * Null for destructured names, heads of `for-of` and `for-in`, parameters, imports, functions and classes.
 */
export function singleInit(variable: Variable): TSESTree.Expression | null {
  const declarator = declaratorOf(variable)
  return declarator?.id.type === 'Identifier' ? declarator.init : null
}

/** The one declarator that gives a never reassigned variable its value, also by destructuring: `const { a } = init`. */
export function declaratorOf(variable: Variable): TSESTree.VariableDeclarator | null {
  const node = variable.defs[0]?.node
  return node?.type === 'VariableDeclarator' && node.init && isNeverReassigned(variable) ? node : null
}

/** Every reference to the variable, with those that scope analysis leaves unresolved at the top level of a script. */
export function referencesOf(variable: Variable): readonly Reference[] {
  const { scope } = variable
  if (scope.type !== 'global') return variable.references
  const unresolved = scope.through.filter(
    (reference) => reference.resolved === null && reference.identifier.name === variable.name,
  )
  return unresolved.length === 0 ? variable.references : [...variable.references, ...unresolved]
}
