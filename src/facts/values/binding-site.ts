import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'

/**
 * Where a variable gets its value from:
 *
 *     const { a: [x] } = init      pattern { a: [x] }, path a, 0, source init as the value
 *     for (const [k] of pairs)     pattern [k], path 0, source pairs, of which it is an element
 *     (x, { y }) => ...            pattern x or { y }, parameter 0 or 1
 */
export interface BindingSite {
  readonly pattern: TSESTree.BindingName | TSESTree.RestElement
  /** Keys from the pattern to the name; null for one that cannot be told (`...rest`, a computed key). */
  readonly path: readonly (string | null)[]
  /** A default stands on the way: `{ a = 1 }`, `(x = 1)`. */
  readonly hasDefault: boolean
  readonly source: { readonly expression: TSESTree.Expression; readonly role: 'value' | 'element' | 'key' } | null
  readonly parameter: { readonly of: FunctionNode; readonly index: number } | null
}

/** Null for names that no pattern binds (imports, functions, classes, caught errors) or that are declared twice. */
export function bindingSiteOf(variable: Variable): BindingSite | null {
  const definition = variable.defs.length === 1 ? variable.defs[0]! : null
  if (!definition || definition.name.type !== 'Identifier') return null
  if (definition.type !== 'Variable' && definition.type !== 'Parameter') return null
  const path: (string | null)[] = []
  let hasDefault = false
  let pattern: Node = definition.name
  for (let parent = pattern.parent; parent; parent = parent.parent) {
    if (parent.type === 'Property') path.unshift(parent.computed ? null : keyText(parent.key))
    else if (parent.type === 'ArrayPattern') path.unshift(String(parent.elements.indexOf(pattern as never)))
    else if (parent.type === 'AssignmentPattern') hasDefault = true
    else if (parent.type === 'RestElement' && !isFunction(parent.parent)) path.unshift(null)
    else if (parent.type !== 'ObjectPattern' && parent.type !== 'RestElement')
      return siteAt(pattern, parent, path, hasDefault)
    pattern = parent
  }
  return null
}

function siteAt(
  pattern: Node,
  parent: Node,
  path: readonly (string | null)[],
  hasDefault: boolean,
): BindingSite | null {
  const bound = pattern.type === 'AssignmentPattern' ? pattern.left : pattern
  const site = { pattern: bound as BindingSite['pattern'], path, hasDefault, source: null, parameter: null }
  if (parent.type === 'VariableDeclarator') return { ...site, source: sourceOf(parent) }
  if (parent.type === 'TSParameterProperty') return site
  if (!isFunction(parent)) return null
  return { ...site, parameter: { of: parent, index: parent.params.indexOf(pattern as never) } }
}

function sourceOf(declarator: TSESTree.VariableDeclarator): BindingSite['source'] {
  if (declarator.init) return { expression: declarator.init, role: 'value' }
  const head = declarator.parent.parent
  if (head.type === 'ForOfStatement') return { expression: head.right, role: 'element' }
  return head.type === 'ForInStatement' ? { expression: head.right, role: 'key' } : null
}

function keyText(key: Node): string | null {
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' ? String(key.value) : null
}
