import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import { isFunction } from '../../parse/node-types.ts'
import { canonicalOrigin, kindOfOrigin } from '../known-calls/canonical-origin.ts'
import type { Asking } from '../known-calls/find-call.ts'
import { findCall } from '../known-calls/find-call.ts'
import { originOf } from '../known-calls/origin.ts'
import { calledFunction } from './declared-type.ts'
import type { Kind } from './kind.ts'
import { awaitedKind, isUnknown, promiseOf, UNKNOWN } from './kind.ts'
import { kindOfGiven } from './kind-of-given.ts'
import { kindOfResult } from './kind-of-result.ts'
import { kindOfType } from './kind-of-type.ts'
import { fillKind } from './row-kind.ts'

/** Kind of what a call gives: from its row, or from the function of this file that it calls. */
export function kindOfCall(node: TSESTree.CallExpression | TSESTree.TaggedTemplateExpression, asking: Asking): Kind {
  const call = findCall(node, asking)
  if (call) {
    const result = call.row.returns === undefined ? UNKNOWN : fillKind(call.row.returns, node, call, asking)
    return call.row.async ? promiseOf(result) : result
  }
  const callee = node.type === 'CallExpression' ? calledFunction(node.callee, asking.parsed) : null
  if (!isFunction(callee)) return UNKNOWN
  const result = kindOfResult(callee, asking.at(fileOf(callee, asking.parsed)))
  if (node.type !== 'CallExpression' || !isUnknown(awaitedKind(result))) return result
  const given = kindOfGiven(callee, node, asking)
  return isUnknown(given) ? result : given
}

/** Kind of `new X()`: the class, with its written type arguments. */
export function kindOfNew(node: TSESTree.NewExpression, asking: Asking): Kind {
  const call = findCall(node, asking)
  const origin = originOf(node.callee, asking.parsed)
  if (!origin) return UNKNOWN
  const written = node.typeArguments?.params.map((type) => kindOfType(type, asking.parsed))
  if (!written && call?.row.returns !== undefined) return fillKind(call.row.returns, node, call, asking)
  return { head: kindOfOrigin(canonicalOrigin(origin)), parts: written ?? [] }
}
