import type { TSESTree } from '@typescript-eslint/utils'
import type { LoopStatement, Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { walk } from '../parse/walk.ts'
import type { AwaitLoop, LoopElement } from './await-loop.ts'
import { readCount } from './counted-loop.ts'

type Head = Pick<AwaitLoop, 'kind' | 'element' | 'source' | 'bound' | 'step'>

export const NO_ELEMENT: LoopElement = { pattern: null, declared: 'none', variables: [] }

/** Reads what a loop statement walks and which names a turn gets from its head. */
export function readLoopHead(node: LoopStatement, parsed: Parsed): Head {
  switch (node.type) {
    case 'ForOfStatement':
      return walkHead(node.await ? 'for-await' : 'for-of', node, parsed)
    case 'ForInStatement':
      return walkHead('for-in', node, parsed)
    case 'ForStatement':
      return countedHead(node, 'index', parsed) ?? conditionHead
    case 'WhileStatement':
      return countedHead(node, 'counter', parsed) ?? queueHead(node, parsed) ?? conditionHead
    default:
      return conditionHead
  }
}

const conditionHead: Head = { kind: 'condition', element: NO_ELEMENT, source: null, bound: null, step: null }

function walkHead(
  kind: 'for-of' | 'for-in' | 'for-await',
  node: TSESTree.ForOfStatement | TSESTree.ForInStatement,
  parsed: Parsed,
): Head {
  const { left } = node
  const declaration = left.type === 'VariableDeclaration' ? left : null
  const element: LoopElement = {
    pattern: (declaration ? declaration.declarations[0]?.id : left) as LoopElement['pattern'],
    declared: declaration ? declaredBy(declaration) : 'assigned',
    variables: declaration ? parsed.scopes.getDeclaredVariables(declaration) : [],
  }
  return { kind, element, source: node.right, bound: null, step: null }
}

function countedHead(
  node: TSESTree.ForStatement | TSESTree.WhileStatement,
  kind: 'index' | 'counter',
  parsed: Parsed,
): Head | null {
  const count = readCount(node)
  if (!count) return null
  const declaration = node.type === 'ForStatement' && node.init?.type === 'VariableDeclaration' ? node.init : null
  const element: LoopElement = {
    pattern: count.index,
    declared: declaration ? declaredBy(declaration) : 'assigned',
    variables: declaration ? parsed.scopes.getDeclaredVariables(declaration) : [],
  }
  return { kind, element, source: count.source, bound: count.bound, step: count.step }
}

function declaredBy({ kind }: TSESTree.VariableDeclaration): LoopElement['declared'] {
  return kind === 'await using' ? 'using' : kind
}

/** while (queue.length) { ... queue.shift() ... } */
function queueHead(node: TSESTree.WhileStatement, parsed: Parsed): Head | null {
  const test = node.test.type === 'BinaryExpression' ? node.test.left : node.test
  if (test.type !== 'MemberExpression' || test.computed) return null
  if (test.property.type !== 'Identifier' || !['length', 'size'].includes(test.property.name)) return null
  if (!takesFrom(test.object, node.body, parsed)) return null
  return { kind: 'queue', element: NO_ELEMENT, source: test.object, bound: null, step: null }
}

/** Else what it waits for comes about elsewhere: while (Object.keys(running).length) await sleep(100) */
function takesFrom(queue: Node, body: Node, parsed: Parsed): boolean {
  const name = parsed.text.slice(...queue.range)
  let takes = false
  walk(body, parsed, (node) => {
    if (takes) return 'skip'
    const isMember = node.type === 'MemberExpression' && parsed.text.slice(...node.object.range) === name
    takes = isMember && node.property.type === 'Identifier' && TAKING.has(node.property.name)
    return undefined
  })
  return takes
}

const TAKING: ReadonlySet<string> = new Set(['shift', 'pop', 'splice', 'delete', 'dequeue', 'take', 'poll', 'next'])
