import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { Asking } from '../known-calls/find-call.ts'
import type { KnownCallRow, ValueKind } from '../known-calls/row.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { declaredTypeOf } from './declared-type.ts'
import type { Kind } from './kind.ts'
import { arrayOf, awaitedKind, elementOf, EMPTY_ARRAY, formatKind, isUnknown, joinKinds, parseKind, UNKNOWN } from './kind.ts'
import { kindOfCall, kindOfNew } from './kind-of-call.ts'
import { kindOfExported, kindOfMember } from './kind-of-member.ts'
import { kindOfType } from './kind-of-type.ts'
import { kindOfVariable } from './kind-of-variable.ts'

const NO_ROWS: readonly KnownCallRow[] = []

/** Deepest nesting of questions: longer chains of calls and constants stay unknown. */
const MAX_OPEN = 200

/**
 * Which builtin class, or instance of a library's class, an expression surely is, without a type checker; see `ValueKind`.
 * Null where it cannot be told. Written types are believed.
 */
export function valueKindOf(
  expression: Node,
  parsed: Parsed,
  userRows: readonly KnownCallRow[] = NO_ROWS,
): ValueKind | null {
  return askingFor(parsed, userRows).kindOf(expression)
}

const askings = new WeakMap<Parsed, WeakMap<readonly KnownCallRow[], Asking>>()

/** The file and rows against which kinds and calls are found; one for each pair, as it keeps what was found. */
export function askingFor(parsed: Parsed, userRows: readonly KnownCallRow[]): Asking {
  let byRows = askings.get(parsed)
  if (!byRows) askings.set(parsed, (byRows = new WeakMap()))
  let asking = byRows.get(userRows)
  if (!asking) byRows.set(userRows, (asking = createAsking(parsed, userRows)))
  return asking
}

function createAsking(parsed: Parsed, userRows: readonly KnownCallRow[]): Asking {
  const found = new Map<Node, ValueKind | null>()
  const open = new Map<Node, number>()
  // Depth of the outermost open question that an answer went back to: until that one is answered, what rests on it is not kept.
  let restsOn = Infinity
  const asking: Asking = {
    parsed,
    userRows,
    kindOf(expression) {
      const known = found.get(expression)
      if (known !== undefined) return known
      const depth = open.get(expression)
      if (depth !== undefined || open.size > MAX_OPEN) {
        restsOn = Math.min(restsOn, depth ?? 0)
        return null // a value made from itself
      }
      const own = open.size
      open.set(expression, own)
      const kind = findKind(expression, asking)
      open.delete(expression)
      const text = isUnknown(kind) ? null : formatKind(kind)
      if (restsOn >= own) {
        restsOn = Infinity
        found.set(expression, text)
      }
      return text
    },
  }
  return asking
}

function findKind(node: Node, asking: Asking): Kind {
  const type = declaredTypeOf(node, asking.parsed)
  const written = type ? kindOfType(type, asking.parsed) : UNKNOWN
  return isUnknown(written) ? kindOfExpression(node, asking) : written
}

function kindOfExpression(node: Node, asking: Asking): Kind {
  const kindOf = (inner: Node): Kind => parseKind(asking.kindOf(inner) ?? 'unknown')
  switch (node.type) {
    case 'Literal':
      return kindOfLiteral(node)
    case 'TemplateLiteral':
      return named('string')
    case 'ArrayExpression':
      return kindOfArray(node, kindOf)
    case 'ObjectExpression':
      return named('Object')
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return named('Function')
    case 'Identifier':
      return kindOfName(node, asking)
    case 'MemberExpression':
      return kindOfMember(node, asking)
    case 'CallExpression':
    case 'TaggedTemplateExpression':
      return kindOfCall(node, asking)
    case 'NewExpression':
      return kindOfNew(node, asking)
    case 'AwaitExpression':
      return awaitedKind(kindOf(node.argument))
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'ChainExpression':
      return kindOf(node.expression)
    default:
      return kindOfOperation(node, kindOf)
  }
}

function kindOfOperation(node: Node, kindOf: (inner: Node) => Kind): Kind {
  switch (node.type) {
    case 'BinaryExpression':
      return kindOfBinary(node.operator, () => kindOf(node.left), () => kindOf(node.right))
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
      return kindOfBinary(node.operator.slice(0, -1), () => kindOf(node.left), () => kindOf(node.right))
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

function kindOfLiteral(node: TSESTree.Literal): Kind {
  if ('regex' in node) return named('RegExp')
  if ('bigint' in node) return named('bigint')
  return named(node.value === null ? 'null' : typeof node.value)
}

/** `string[]` for elements of one kind, else a tuple; with a spread or a hole of something unknown an `Array`. */
function kindOfArray(node: TSESTree.ArrayExpression, kindOf: (inner: Node) => Kind): Kind {
  if (node.elements.length === 0) return EMPTY_ARRAY
  const isPlain = node.elements.every((element) => element !== null && element.type !== 'SpreadElement')
  const kinds = node.elements.map((element) => {
    if (!element) return UNKNOWN
    return element.type === 'SpreadElement' ? elementOf(kindOf(element.argument)) : kindOf(element)
  })
  const joined = joinKinds(kinds)
  if (!isUnknown(joined) || !isPlain || kinds.length > 8) return arrayOf(joined)
  return { head: '[]', parts: kinds }
}

function kindOfName(node: TSESTree.Identifier, asking: Asking): Kind {
  const variable = variableOf(node, asking.parsed)
  if (!variable || variable.defs.length === 0) return node.name === 'undefined' ? named('undefined') : kindOfExported(node, asking)
  const kind = kindOfVariable(variable, asking)
  return isUnknown(kind) ? kindOfExported(node, asking) : kind
}

function named(head: string | undefined): Kind {
  return head === undefined ? UNKNOWN : { head, parts: [] }
}
