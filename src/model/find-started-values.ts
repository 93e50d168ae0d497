import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { FunctionNode } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { ownerOf } from './find-await-loops.ts'
import { formNodes } from './form-nodes.ts'

/** const p = f()   whose value some `await p` may wait for later */
export interface StartedValue {
  readonly variable: Variable
  readonly init: TSESTree.Expression
  readonly statement: TSESTree.VariableDeclaration
  readonly owner: FunctionNode | TSESTree.Program
}

/** The names that are given a value where they are declared, and that some `await` names, in source order. */
export function findStartedValues(parsed: Parsed): readonly StartedValue[] {
  const found: StartedValue[] = []
  for (const node of formNodes(parsed)) {
    if (node.type !== 'VariableDeclaration') continue
    for (const declarator of node.declarations) {
      const { id, init } = declarator
      if (id.type !== 'Identifier' || !init || init.type === 'AwaitExpression') continue
      const variable = parsed.scopes.getDeclaredVariables(declarator)[0]
      if (variable && isAwaited(variable)) found.push({ variable, init, statement: node, owner: ownerOf(node) })
    }
  }
  return found
}

function isAwaited({ references }: Variable): boolean {
  return references.some(({ identifier }) => (identifier as TSESTree.Node).parent?.type === 'AwaitExpression')
}
