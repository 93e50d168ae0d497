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
  // Names are cheap; variables take the scopes of the file, which few files need otherwise.
  const awaited = awaitedNames(parsed)
  if (awaited.size === 0) return found
  for (const node of formNodes(parsed)) {
    if (node.type !== 'VariableDeclaration') continue
    for (const declarator of node.declarations) {
      const { id, init } = declarator
      if (id.type !== 'Identifier' || !awaited.has(id.name) || !init || init.type === 'AwaitExpression') continue
      const variable = parsed.scopes.getDeclaredVariables(declarator)[0]
      if (variable && isAwaited(variable)) found.push({ variable, init, statement: node, owner: ownerOf(node) })
    }
  }
  return found
}

/** `p` of each `await p`. */
function awaitedNames(parsed: Parsed): ReadonlySet<string> {
  const names = new Set<string>()
  for (const node of formNodes(parsed)) {
    if (node.type === 'AwaitExpression' && node.argument.type === 'Identifier') names.add(node.argument.name)
  }
  return names
}

function isAwaited({ references }: Variable): boolean {
  return references.some(({ identifier }) => (identifier as TSESTree.Node).parent?.type === 'AwaitExpression')
}
