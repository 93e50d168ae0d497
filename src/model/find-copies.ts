import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { ArrayUse } from './copy-use.ts'
import { arrayUseOf } from './copy-use.ts'
import { ownerOf } from './find-await-loops.ts'
import { formNodes } from './form-nodes.ts'

export type CopyNode = TSESTree.ArrayExpression | TSESTree.CallExpression

/** A copy into an array: [...xs], Array.from(xs), xs.toArray(), xs.slice() */
export interface Copy {
  readonly node: CopyNode
  readonly how: 'spread' | 'from' | 'to-array' | 'slice'
  /** `xs` */
  readonly source: TSESTree.Expression
  readonly use: ArrayUse
  readonly owner: FunctionNode | TSESTree.Program
}

/** Every copy in source order; whose `Array` and which `toArray` that is has not been asked. */
export function findCopies(parsed: Parsed): readonly Copy[] {
  const found: Copy[] = []
  for (const node of formNodes(parsed)) {
    const copied = node.type === 'ArrayExpression' ? copiedBySpread(node) : node.type === 'CallExpression' ? copiedByCall(node) : null
    if (!copied) continue
    found.push({ node: node as CopyNode, ...copied, use: arrayUseOf(node, parsed), owner: ownerOf(node) })
  }
  return found
}

type Copied = Pick<Copy, 'how' | 'source'>

function copiedBySpread({ elements }: TSESTree.ArrayExpression): Copied | null {
  const [only] = elements
  return elements.length === 1 && only?.type === 'SpreadElement' ? { how: 'spread', source: only.argument } : null
}

function copiedByCall({ callee, arguments: args, optional, typeArguments }: TSESTree.CallExpression): Copied | null {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.optional || optional || typeArguments) return null
  const { object, property } = callee
  const [first] = args
  const name = property.type === 'Identifier' ? property.name : null
  if (name === 'from' && object.type === 'Identifier' && object.name === 'Array') {
    return first && args.length === 1 && first.type !== 'SpreadElement' ? { how: 'from', source: first } : null
  }
  if (name === 'toArray' && args.length === 0) return { how: 'to-array', source: object }
  const isWhole = !first || (args.length === 1 && first.type === 'Literal' && first.value === 0)
  return name === 'slice' && isWhole ? { how: 'slice', source: object } : null
}
