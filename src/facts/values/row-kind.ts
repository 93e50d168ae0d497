import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { CallNode } from '../known-calls/call-arguments.ts'
import { argumentAt } from '../known-calls/call-arguments.ts'
import type { Asking, KnownCall } from '../known-calls/find-call.ts'
import type { ValueKind } from '../known-calls/row.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import type { Kind } from './kind.ts'
import { allOf, awaitedKind, elementOf, parseKind, partOf, promiseOf, UNKNOWN } from './kind.ts'
import { kindOfResult } from './kind-of-result.ts'

/** A kind as a row writes it, with `$element`, `$0` and the like filled in for one call. */
export function fillKind(text: ValueKind, node: CallNode, call: KnownCall, asking: Asking): Kind {
  return fill(parseKind(text), node, call, asking)
}

function fill(kind: Kind, node: CallNode, call: KnownCall, asking: Asking): Kind {
  if (kind.head.startsWith('$')) return filler(kind.head, node, call, asking)
  if (kind.parts.length === 0) return kind
  const parts = kind.parts.map((part) => fill(part, node, call, asking))
  return kind.head === 'Promise' ? promiseOf(parts[0]!) : { head: kind.head, parts }
}

function filler(name: string, node: CallNode, { row, receiver }: KnownCall, asking: Asking): Kind {
  const kindOf = (expression: Node | null | 'unknown'): Kind =>
    expression === null || expression === 'unknown' ? UNKNOWN : parseKind(asking.kindOf(expression) ?? 'unknown')
  switch (name) {
    case '$this':
      return kindOf(receiver)
    case '$element':
      return elementOf(kindOf(receiver))
    case '$key':
      return partOf(kindOf(receiver), 0)
    case '$value':
      return partOf(kindOf(receiver), 1)
    case '$awaited':
      return awaitedKind(kindOf(receiver))
    case '$0':
      return kindOf(argumentAt(node, 0))
    case '$each0':
      return elementOf(kindOf(argumentAt(node, 0)))
    case '$all0':
      return allOf(kindOf(argumentAt(node, 0)))
    case '$settled':
      return awaitedKind(filler('$callback', node, { row, receiver, calleeName: '' }, asking))
    case '$callback': {
      const given = argumentAt(node, row.calls?.[0] ?? row.callsLater?.[0] ?? 0)
      const callback = given === null || given === 'unknown' ? null : plainExpression(given)
      return isFunction(callback) ? kindOfResult(callback, asking) : UNKNOWN
    }
    default:
      return UNKNOWN
  }
}
