import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { ownerOf } from './find-await-loops.ts'
import { formNodes } from './form-nodes.ts'

/** Where a function stops until something is settled: an `await`, a `for await`. */
export type Wait = TSESTree.AwaitExpression | TSESTree.ForOfStatement

const cache = new WeakMap<TSESTree.Program, ReadonlyMap<Node, readonly Wait[]>>()

/** The waits of a function, or of the program, those of nested functions left out, in source order. */
export function waitsOf(owner: FunctionNode | TSESTree.Program, parsed: Parsed): readonly Wait[] {
  let waits = cache.get(parsed.ast)
  if (!waits) {
    waits = findWaits(parsed)
    cache.set(parsed.ast, waits)
  }
  return waits.get(owner) ?? []
}

function findWaits(parsed: Parsed): ReadonlyMap<Node, readonly Wait[]> {
  const found = new Map<Node, Wait[]>()
  for (const node of formNodes(parsed)) {
    const waits = node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)
    if (!waits) continue
    const owner = ownerOf(node)
    const known = found.get(owner)
    if (known) known.push(node)
    else found.set(owner, [node])
  }
  for (const waits of found.values()) waits.sort((a, b) => a.range[0] - b.range[0])
  return found
}
