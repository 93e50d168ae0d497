import type ts from 'typescript'
import type { Node } from '../node-types.ts'
import { compiler } from '#compiler'

/** The checker's node for a node of the tree, by its place in the text; null where there is none. */
export function nodeAt(node: Node, file: ts.SourceFile): ts.Node | null {
  const [start] = node.range
  // The range of a name with a written type includes the type.
  const end = node.type === 'Identifier' ? start + node.name.length : node.range[1]
  const below = (child: ts.Node): ts.Node | undefined =>
    child.pos <= start && end <= child.end && child.getStart(file) <= start ? child : undefined
  let found: ts.Node | null = null
  for (let at = compiler().forEachChild(file, below); at; at = compiler().forEachChild(at, below)) {
    if (at.end === end && at.getStart(file) === start) found = at
  }
  return found
}

/** The name in a callee that says which function it is: `load` of `load` and of `store.load`. */
export function calleeNameAt(callee: Node, file: ts.SourceFile): ts.Node | null {
  if (callee.type === 'Identifier') return nodeAt(callee, file)
  return callee.type === 'MemberExpression' && !callee.computed ? nodeAt(callee.property, file) : null
}
