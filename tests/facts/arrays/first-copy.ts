import type { TSESTree } from '@typescript-eslint/utils'
import type { Region } from '../../../src/facts/effects/region.ts'
import { isFunction, isLoopStatement } from '../../../src/parse/node-types.ts'
import type { Node } from '../../../src/parse/node-types.ts'
import { parseText } from '../../../src/parse/parse-text.ts'
import { walk } from '../../../src/parse/walk.ts'

interface FirstCopy {
  /** `xs` in `[...xs]`. */
  readonly source: Node
  /** The body of the loop over the copy, the callback of the method that is called on it, else the copy. */
  readonly code: Node
  /** The call of that method. */
  readonly call: TSESTree.CallExpression | null
  readonly region: Region
}

/** The first copy `[...xs]` of a program in TypeScript, with what runs while it is walked. */
export function firstCopy(text: string): FirstCopy {
  const parsed = parseText(text, 'example.ts')
  let copy: TSESTree.ArrayExpression | undefined
  walk(parsed.ast, parsed, (node) => {
    if (node.type === 'ArrayExpression' && node.elements[0]?.type === 'SpreadElement') copy ??= node
  })
  const spread = copy?.elements[0]
  if (!copy || spread?.type !== 'SpreadElement') throw new Error('There is no copy.')
  let around: Node | undefined = copy.parent
  while (around && !isLoopStatement(around) && around.type !== 'CallExpression') around = around.parent
  const code = around?.type === 'CallExpression' ? around.arguments.find(isFunction) : around && 'body' in around && around.body
  const region: Region = { parsed, knownCalls: [], node: parsed.ast, elements: new Set(), bound: new Map() }
  return { source: spread.argument, code: (code || copy) as Node, call: around?.type === 'CallExpression' ? around : null, region }
}
