import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isNeverReassigned, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { ClassNode } from './class-node.ts'
import { isClass } from './class-node.ts'
import { importedNode } from './imported-node.ts'

/** Function, class or initial value that a never reassigned name stands for. */
export function valueOfName(name: TSESTree.Identifier, parsed: Parsed): Node | null {
  const imported = importedValue(name, parsed)
  if (imported) return imported
  const variable = variableOf(name, parsed)
  const def = variable?.defs[0]
  if (!variable || !def || !isNeverReassigned(variable)) return null
  if (def.type === 'FunctionName' || def.type === 'ClassName') return def.node as Node
  const init = singleInit(variable)
  return init ? plainExpression(init) : null
}

/** What an imported name, or a member of an imported namespace, stands for. */
export function importedValue(node: TSESTree.Identifier | TSESTree.MemberExpression, parsed: Parsed): Node | null {
  const exported = importedNode(node, parsed)
  if (exported?.type === 'Identifier') return valueOfName(exported, fileOf(exported, parsed))
  return exported && plainExpression(exported)
}

/** The class that a name or expression surely is. */
export function findClass(callee: Node, parsed: Parsed): ClassNode | null {
  const node = plainExpression(callee)
  const value = node.type === 'Identifier' ? valueOfName(node, parsed) : node
  return value && isClass(value) ? value : null
}
