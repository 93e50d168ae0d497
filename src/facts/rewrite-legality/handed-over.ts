import type { TSESTree } from '@typescript-eslint/utils'
import type { Reference, Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { contains } from './references-in.ts'

/** Whether the parts give the variable another value. */
export function isWrittenIn(variable: Variable, parts: readonly Node[]): boolean {
  return variable.references.some((reference) => reference.isWrite() && !reference.init && isIn(reference, parts))
}

/**
 * Whether a copy of the variable would part from the variable itself: a function made in `prefix` holds it, and it or
 * the suffix writes it.
 *
 *     let n = 0; const count = () => n++; const data = await load(x, count)   |   report(data, n)
 */
export function isSharedByClosure(variable: Variable, prefix: readonly Node[], suffix: readonly Node[]): boolean {
  const held = variable.references.filter((reference) => isIn(reference, prefix) && isInFunction(reference, prefix))
  if (held.length === 0) return false
  return isWrittenIn(variable, suffix) || held.some((reference) => reference.isWrite())
}

/**
 * Whether a copy that is declared by `let` in a pattern keeps the variable's type. The pattern's type is what the value
 * is at the cut, which for `let found = false` is `false` alone.
 */
export function keepsTypeAsLet(variable: Variable): boolean {
  const declarator = variable.defs[0]?.node
  if (declarator?.type !== 'VariableDeclarator') return true
  if (declarator.id.typeAnnotation) return false
  return declarator.init !== null && !isNarrow(declarator.init)
}

/** Values whose type is narrower than that of the variable that they are given to. */
function isNarrow(init: TSESTree.Expression): boolean {
  if (init.type === 'Literal') return typeof init.value === 'boolean' || init.value === null
  return init.type === 'Identifier' || init.type === 'ArrayExpression' || init.type === 'UnaryExpression'
}

function isIn({ identifier }: Reference, parts: readonly Node[]): boolean {
  return parts.some((part) => contains(part, identifier as Node))
}

function isInFunction({ identifier }: Reference, parts: readonly Node[]): boolean {
  for (let node = (identifier as Node).parent; node && !parts.includes(node); node = node.parent) {
    if (isFunction(node)) return true
  }
  return false
}
