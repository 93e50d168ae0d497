import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { referencesOf } from '../scopes/binding.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { hasExpectedType } from './expected-type.ts'
import { isTypeScript } from './is-typescript.ts'

/**
 * Whether TypeScript, where it reads the text, takes a tuple of `size` elements for a list: `[string, string]` for
 * `string[]`.
 *
 *     yes   const [a, b] = [f(), g()]   const all: string[] = [f(), g()]   use([f(), g()])   [f(), g()].join()
 *     no    let all = [f(), g()]   return [f(), g()], whose callers may assign it, or ask whether there are three
 */
export function mayBeTuple(list: Node, size: number, parsed: Parsed): boolean {
  if (!isTypeScript(parsed) || hasExpectedType(list, parsed)) return true
  const { parent } = list
  if (parent?.type !== 'VariableDeclarator') return isHarmlessUse(list, size)
  if (parent.id.type !== 'Identifier') return true
  const variable = variableOf(parent.id, parsed)
  if (!variable || (parent.parent as TSESTree.VariableDeclaration).kind !== 'const') return false
  return referencesOf(variable).every(({ identifier, init }) => init || isHarmlessUse(identifier as Node, size))
}

/** What a tuple is good for as a list is: its methods, its elements, a walk over them. */
function isHarmlessUse(use: Node, size: number): boolean {
  const { parent } = use
  switch (parent?.type) {
    case 'SpreadElement':
    case 'ExpressionStatement':
    case 'TemplateLiteral':
      return true
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== use
    case 'ForOfStatement':
      return parent.right === use
    case 'VariableDeclarator':
      return parent.id.type !== 'Identifier'
    case 'MemberExpression':
      return parent.object === use && isHarmlessMember(parent, size)
    default:
      return false
  }
}

/** `[2]` of two is an error, as is the question whether their number is 3. */
function isHarmlessMember({ computed, property, parent }: TSESTree.MemberExpression, size: number): boolean {
  if (computed) return property.type === 'Literal' && typeof property.value === 'number' && property.value < size
  return parent.type === 'CallExpression' || !/^(?:BinaryExpression|SwitchStatement|SwitchCase)$/.test(parent.type)
}
