import type { TSESTree } from '@typescript-eslint/utils'
import { firstFrom } from '../parse/first-from.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { walk } from '../parse/walk.ts'

interface FormNodes {
  readonly starts: readonly Node[]
  /** In the order in which they begin. */
  readonly suspensions: readonly Node[]
}

const cache = new WeakMap<TSESTree.Program, FormNodes>()

/** The nodes of a file that a form may begin with or hang on, in source order: one walk serves all the rules. */
export function formNodes(parsed: Parsed): readonly Node[] {
  return nodesOf(parsed).starts
}

/** Whether so many `await` and `yield` stand in the node, those of nested functions counted too. */
export function hasSuspensions(node: Node, least: number, parsed: Parsed): boolean {
  const { suspensions } = nodesOf(parsed)
  const last = suspensions[firstFrom(suspensions, node.range[0], startOf) + least - 1]
  return last !== undefined && startOf(last) < node.range[1]
}

/** Whether the function may be suspended within the node. */
export function suspends(root: Node, parsed: Parsed): boolean {
  const { suspensions } = nodesOf(parsed)
  for (let at = firstFrom(suspensions, root.range[0], startOf); at < suspensions.length; at += 1) {
    const suspension = suspensions[at]!
    if (startOf(suspension) >= root.range[1]) return false
    if (isOwnOf(suspension, root)) return true
  }
  return false
}

function isOwnOf(node: Node, root: Node): boolean {
  for (let around: Node | undefined = node; around && !isFunction(around); around = around.parent) {
    if (around === root) return true
  }
  return false
}

function nodesOf(parsed: Parsed): FormNodes {
  let nodes = cache.get(parsed.ast)
  if (!nodes) cache.set(parsed.ast, (nodes = findNodes(parsed)))
  return nodes
}

function findNodes(parsed: Parsed): FormNodes {
  const starts: Node[] = []
  const suspensions: Node[] = []
  walk(parsed.ast, parsed, (node) => {
    const { type } = node
    if (WITHOUT_FORMS.has(type)) return 'skip'
    if (BEGINNINGS.has(type)) starts.push(node)
    if (type === 'AwaitExpression' || type === 'YieldExpression') suspensions.push(node)
    return undefined
  })
  suspensions.sort((a, b) => startOf(a) - startOf(b))
  return { starts, suspensions }
}

function startOf({ range }: Node): number {
  return range[0]
}

/** What is only there for types. */
const WITHOUT_FORMS: ReadonlySet<string> = new Set([
  'TSTypeAnnotation',
  'TSTypeParameterInstantiation',
  'TSTypeParameterDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
])

const BEGINNINGS: ReadonlySet<string> = new Set([
  'Program',
  'BlockStatement',
  'SwitchCase',
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'WhileStatement',
  'DoWhileStatement',
  'ReturnStatement',
  'VariableDeclaration',
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassDeclaration',
  'ClassExpression',
  'ArrayExpression',
  'ObjectExpression',
  'CallExpression',
  'NewExpression',
  'TemplateLiteral',
  'AssignmentExpression',
  'AwaitExpression',
])
