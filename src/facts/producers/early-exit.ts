import type { TSESTree } from '@typescript-eslint/utils'
import { childrenOf } from '../../parse/children-of.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'

/** Whether a loop may be left before its source is at its end, on a way that is no failure: `break`, `return`. */
export function mayStopEarly({ body }: TSESTree.ForOfStatement, parsed: Parsed): boolean {
  return leaves(body, { isInLoop: false, isInSwitch: false, labels: new Set() }, parsed)
}

/** What lies between the loop and a node of its body. */
interface Around {
  readonly isInLoop: boolean
  readonly isInSwitch: boolean
  readonly labels: ReadonlySet<string>
}

function leaves(node: Node, around: Around, parsed: Parsed): boolean {
  if (isFunction(node)) return false
  if (node.type === 'ReturnStatement') return true
  if (node.type === 'BreakStatement' || node.type === 'ContinueStatement') {
    if (node.label) return !around.labels.has(node.label.name)
    return node.type === 'BreakStatement' && !around.isInLoop && !around.isInSwitch
  }
  const inner: Around = {
    isInLoop: around.isInLoop || isLoopStatement(node),
    isInSwitch: around.isInSwitch || node.type === 'SwitchStatement',
    labels: node.type === 'LabeledStatement' ? new Set([...around.labels, node.label.name]) : around.labels,
  }
  return childrenOf(node, parsed.visitorKeys).some((child) => leaves(child, inner, parsed))
}
