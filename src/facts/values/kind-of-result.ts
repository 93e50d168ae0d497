import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import type { Asking } from '../known-calls/find-call.ts'
import type { Kind } from './kind.ts'
import { isUnknown, joinKinds, parseKind, promiseOf, UNKNOWN } from './kind.ts'
import { kindOfType } from './kind-of-type.ts'

/** Kind of what a function gives: from its written type, else from what it returns. */
export function kindOfResult(node: FunctionNode, asking: Asking): Kind {
  const written = node.returnType ? kindOfType(node.returnType.typeAnnotation, asking.parsed) : UNKNOWN
  if (!isUnknown(written) || node.generator) return written
  const returned = joinKinds(
    returnedBy(node, asking.parsed).map((value) => parseKind((value && asking.kindOf(value)) ?? 'unknown')),
  )
  return node.async ? promiseOf(returned) : returned
}

export function returnedBy(node: FunctionNode, parsed: Parsed): (Node | null)[] {
  if (node.body.type !== 'BlockStatement') return [node.body]
  const values: (Node | null)[] = []
  walk(node.body, parsed, (inner) => {
    if (isFunction(inner) || inner.type === 'ClassBody') return 'skip'
    if (inner.type === 'ReturnStatement') values.push(inner.argument)
    return undefined
  })
  return values
}
