import type { Node } from './node-types.ts'
import type { Parsed } from './parsed.ts'

/** The file that a node is of, which is `near` or one of the files around it. */
export function fileOf(node: Node, near: Parsed): Parsed {
  if (!near.files) return near
  let root: Node = node
  while (root.parent) root = root.parent
  if (root === near.ast || root.type !== 'Program') return near
  return near.files.ownerOf(root) ?? near
}

/** Whether a node is of this very file. */
export function isOfFile(node: Node, file: Parsed): boolean {
  return fileOf(node, file).ast === file.ast
}
