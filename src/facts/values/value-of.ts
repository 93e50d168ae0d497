import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { fileOf } from '../../parse/file-of.ts'
import type { Parsed, SourceFiles } from '../../parse/parsed.ts'
import { importedNode } from '../callees/imported-node.ts'
import type { Asking } from '../known-calls/find-call.ts'
import type { KnownCallRow, ValueKind } from '../known-calls/row.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { Answers } from './answers.ts'
import { createAnswers } from './answers.ts'
import { declaredTypeOf } from './declared-type.ts'
import type { Kind } from './kind.ts'
import {
  arrayOf,
  awaitedKind,
  classOf,
  elementOf,
  EMPTY_ARRAY,
  formatKind,
  isUnknown,
  joinKinds,
  parseKind,
  UNKNOWN,
} from './kind.ts'
import { kindByTest } from './kind-by-test.ts'
import { kindWithTypes } from './kind-by-type.ts'
import { kindOfCall, kindOfNew } from './kind-of-call.ts'
import { kindOfExported, kindOfMember } from './kind-of-member.ts'
import { kindOfOperation } from './kind-of-operation.ts'
import { kindOfType } from './kind-of-type.ts'
import { kindOfThis, kindOfVariable } from './kind-of-variable.ts'

const NO_ROWS: readonly KnownCallRow[] = []

/**
 * Which builtin class, or instance of a library's class, an expression surely is: by the text, else by a type checker
 * where one is at hand. Null where it cannot be told. Written types are believed.
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
  const answers = answersFor(parsed, userRows)
  const asking: Asking = {
    parsed,
    userRows,
    kindOf: (expression) => answers.ask(expression, findText),
    at: (file) => (file === parsed ? asking : askingFor(file, userRows)),
  }
  const findText = (expression: Node): ValueKind | null => {
    const kind = kindWithTypes(expression, findKind(expression, asking), asking)
    return isUnknown(kind) ? null : formatKind(kind)
  }
  return asking
}

const answered = new WeakMap<SourceFiles | Parsed, WeakMap<readonly KnownCallRow[], Answers<ValueKind>>>()

/** One memory for files that are seen together, as the kind of one value may rest on another file's, and so on. */
function answersFor(parsed: Parsed, userRows: readonly KnownCallRow[]): Answers<ValueKind> {
  const together = parsed.files ?? parsed
  const byRows = answered.get(together) ?? new WeakMap<readonly KnownCallRow[], Answers<ValueKind>>()
  const answers = byRows.get(userRows) ?? createAnswers<ValueKind>()
  answered.set(together, byRows.set(userRows, answers))
  return answers
}

function findKind(node: Node, asking: Asking): Kind {
  const type = declaredTypeOf(node, asking.parsed)
  const written = type ? kindOfType(type, asking.parsed) : UNKNOWN
  if (isUnknown(awaitedKind(written))) {
    const given = kindOfExpression(node, asking)
    return isUnknown(given) ? written : given
  }
  // const RE: RegExp = /a/ holds one that nothing changes.
  const found = written.head === 'RegExp' ? kindOfExpression(node, asking) : written
  return found.head === 'FixedRegExp' ? found : written
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
    case 'ThisExpression':
      return kindOfThis(node, asking)
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

function kindOfLiteral(node: TSESTree.Literal): Kind {
  // Only with the flags g and y does a regular expression change when it is used.
  if ('regex' in node) return named(/[gy]/.test(node.regex.flags) ? 'RegExp' : 'FixedRegExp')
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
  if (!variable || variable.defs.length === 0)
    return node.name === 'undefined' ? named('undefined') : kindOfExported(node, asking)
  const own = kindOfVariable(variable, asking)
  const kind = isUnknown(own) ? kindByTest(node, variable) : own
  if (!isUnknown(kind)) return kind
  const exported = kindOfExported(node, asking)
  return isUnknown(exported) && variable.defs[0]!.type === 'ImportBinding' ? kindOfImported(node, asking) : exported
}

/** What another file gives the name; anyone who imports it may put other things in. */
function kindOfImported(node: TSESTree.Identifier, asking: Asking): Kind {
  const exported = importedNode(node, asking.parsed)
  if (!exported) return UNKNOWN
  if (isFunction(exported)) return named('Function')
  const kind = parseKind(asking.at(fileOf(exported, asking.parsed)).kindOf(exported) ?? 'unknown')
  return COLLECTIONS.has(classOf(kind)) ? named(classOf(kind)) : kind
}

const COLLECTIONS: ReadonlySet<string> = new Set(['Array', 'Set', 'Map'])

function named(head: string | undefined): Kind {
  return head === undefined ? UNKNOWN : { head, parts: [] }
}
