import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitLoop } from '../../model/await-loop.ts'
import { ownerOf } from '../../model/find-await-loops.ts'
import { formNodes } from '../../model/form-nodes.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'

const FILLS: ReadonlySet<string> = new Set(['push', 'unshift', 'splice', 'add', 'enqueue', 'set'])

/**
 * Where another function of the file puts something in the queue that the loop drains, which may happen while a turn
 * waits:
 *
 *     add(job) { this.jobs.push(job) }    async run() { while (this.jobs.length > 0) await work(this.jobs.shift()) }
 */
export function filledElsewhere({ source, owner }: AwaitLoop, parsed: Parsed): Node | null {
  if (!source) return null
  const queue = plainExpression(source)
  return formNodes(parsed).find((node) => fills(node, queue, parsed) && ownerOf(node) !== owner) ?? null
}

function fills(node: Node, queue: Node, parsed: Parsed): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  const { property, object } = node.callee
  return property.type === 'Identifier' && FILLS.has(property.name) && isSame(plainExpression(object), queue, parsed)
}

/** The same variable, or a field of the same name. */
function isSame(one: Node, queue: Node, parsed: Parsed): boolean {
  if (one.type === 'Identifier') return queue.type === 'Identifier' && variableOf(one, parsed) === variableOf(queue, parsed)
  const [name, other] = [fieldOf(one), fieldOf(queue)]
  return name !== null && name === other
}

function fieldOf(node: Node): string | null {
  if (node.type !== 'MemberExpression' || node.computed) return null
  const { property }: { readonly property: TSESTree.Identifier | TSESTree.PrivateIdentifier } = node
  return property.type === 'PrivateIdentifier' ? `#${property.name}` : property.name
}
