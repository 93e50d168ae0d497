import type { TSESTree } from '@typescript-eslint/utils'
import { visitorKeys } from 'oxc-parser'
import { ABSENT_FIELDS } from './absent-fields.ts'
import type { Lines } from './lines.ts'
import type { Node } from './node-types.ts'

const linesOf = new WeakMap<object, Lines>()

/** What every node of the tree is given; places are worked out where they are asked for, which is seldom. */
const WITH_PLACE = Object.defineProperties({}, {
  range: {
    get(this: Offsets): TSESTree.Range {
      return [this.start, this.end]
    },
  },
  loc: {
    get(this: Node): TSESTree.SourceLocation {
      return linesOf.get(rootOf(this))!.locationOf(this.range)
    },
  },
})

interface Offsets {
  readonly start: number
  readonly end: number
}

function rootOf(node: Node): Node {
  let root = node
  while (root.parent) root = root.parent
  return root
}

/**
 * Makes of a tree of oxc-parser one as `@typescript-eslint/parser` makes it, but for the tokens: with parents and
 * places, and `undefined` for types that are not there. Without recursion.
 */
export function completeTree(ast: TSESTree.Program, lines: Lines): void {
  linesOf.set(ast, lines)
  const rest: Node[] = [ast]
  for (let node = rest.pop(); node; node = rest.pop()) {
    Object.setPrototypeOf(node, WITH_PLACE)
    const fields = node as unknown as Record<string, unknown>
    for (const key of ABSENT_FIELDS[node.type] ?? NONE) if (fields[key] === null) fields[key] = undefined
    for (const key of visitorKeys[node.type]!) {
      const value = fields[key] as Node | (Node | null)[] | null | undefined
      if (!value) continue
      if (Array.isArray(value)) {
        for (const item of value) if (item) rest.push(withParent(item, node))
      } else {
        rest.push(withParent(value, node))
      }
    }
  }
}

function withParent(child: Node, parent: Node): Node {
  child.parent = parent as never
  return child
}

const NONE: readonly string[] = []
