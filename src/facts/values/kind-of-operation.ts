import type { Node } from '../../parse/node-types.ts'
import type { Kind } from './kind.ts'
import { joinKinds, UNKNOWN } from './kind.ts'

/** Kind of an operator's result: `a + 'b'`, `a === b`, `a ?? b`, `a ? b : c`, `n++`. */
export function kindOfOperation(node: Node, kindOf: (inner: Node) => Kind): Kind {
  switch (node.type) {
    case 'BinaryExpression':
      return kindOfBinary(
        node.operator,
        () => kindOf(node.left),
        () => kindOf(node.right),
      )
    case 'UnaryExpression':
      return named(UNARY_KINDS[node.operator])
    case 'UpdateExpression':
      return named('number')
    case 'LogicalExpression':
      return joinKinds([kindOf(node.left), kindOf(node.right)])
    case 'ConditionalExpression':
      return joinKinds([kindOf(node.consequent), kindOf(node.alternate)])
    case 'AssignmentExpression':
      if (node.operator === '=') return kindOf(node.right)
      return kindOfBinary(
        node.operator.slice(0, -1),
        () => kindOf(node.left),
        () => kindOf(node.right),
      )
    case 'SequenceExpression':
      return kindOf(node.expressions.at(-1)!)
    default:
      return UNKNOWN
  }
}

const UNARY_KINDS: Readonly<Record<string, string | undefined>> = {
  '!': 'boolean',
  delete: 'boolean',
  typeof: 'string',
  void: 'undefined',
  '+': 'number',
}

const COMPARISONS = new Set(['==', '!=', '===', '!==', '<', '<=', '>', '>=', 'in', 'instanceof'])

function kindOfBinary(operator: string, left: () => Kind, right: () => Kind): Kind {
  if (COMPARISONS.has(operator)) return named('boolean')
  if (operator === '+') {
    const heads = [left().head, right().head]
    if (heads.includes('string')) return named('string')
    return heads[0] === heads[1] && (heads[0] === 'number' || heads[0] === 'bigint') ? named(heads[0]) : UNKNOWN
  }
  if (operator === '>>>') return named('number')
  return ['-', '*', '/', '%', '**', '|', '&', '^', '<<', '>>'].includes(operator) && left().head === 'number'
    ? named('number')
    : UNKNOWN
}

function named(head: string | undefined): Kind {
  return head === undefined ? UNKNOWN : { head, parts: [] }
}
