import type { Variable } from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin } from '../../parse/walk.ts'
import { findFunction } from '../callees/find-function.ts'
import { importedValue } from '../callees/value-of-name.ts'
import { returnedBy } from '../promises/never-rejects.ts'
import { declaratorOf } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'
import { propertyName } from '../values/class-members.ts'
import { isAllowedPart } from './allow-listed.ts'
import { isAskedForFew } from './asked-for-few.ts'
import { isFewByType } from './few-by-type.ts'
import { valuesOfField } from './field-lists.ts'
import { givenByCallers } from './given-by-callers.ts'
import { lengthOfMethod } from './length-of-method.ts'
import type { Growth } from './list-growth.ts'
import { growthsOf, isEmptyList } from './list-growth.ts'
import type { ListLength } from './longest-length.ts'
import { lengthByName, longest } from './longest-length.ts'
import { lookedUpIn } from './looked-up-in.ts'
import { isShippedData } from './shipped-data.ts'
import { isShortByTest } from './tested-length.ts'
import { valuesGiven } from './values-given.ts'

/** Where an expression stands. */
interface Place {
  readonly parsed: Parsed
  readonly depth: number
  /** What the call that led here gives for parameters. */
  readonly given: ReadonlyMap<Variable, Bound>
  /** Parameters that are being asked about; one that is met again, in a recursion, adds nothing. */
  readonly open: readonly Variable[]
}

interface Bound {
  readonly value: Node
  readonly place: Place
}

const DEEPEST = 8

export function listLengthOf(expression: Node, parsed: Parsed): ListLength {
  return lengthOf(expression, { parsed, depth: 0, given: new Map(), open: [] })
}

function lengthOf(expression: Node, around: Place): ListLength {
  const { parsed, depth } = around
  if (depth > DEEPEST) return 'any'
  const length = lengthByValue(plainExpression(expression), { ...around, depth: depth + 1 })
  const isFew = (): boolean => [isFewByType, isShippedData, isAskedForFew].some((is) => is(expression, parsed))
  return length === 'any' && isFew() ? 'constant' : length
}

function lengthByValue(node: Node, place: Place): ListLength {
  switch (node.type) {
    case 'ArrayExpression':
      return longest(spreadsIn(node.elements), (one) => lengthOf(one, place))
    case 'ObjectExpression':
      return longest(spreadsIn(node.properties), (one) => lengthOf(one, place))
    case 'Identifier':
      return lengthOfName(node, place)
    case 'MemberExpression':
      return lengthOfMember(node, place)
    case 'AwaitExpression':
      return lengthOf(node.argument, place)
    case 'NewExpression':
      return isCollection(node, place.parsed) ? longest(node.arguments, (one) => lengthOf(one, place)) : 'any'
    case 'CallExpression':
      return lengthOfCall(node, place)
    case 'LogicalExpression':
      return lengthOfChoice(node, place)
    case 'ConditionalExpression':
      return longest([node.consequent, node.alternate], (one) => lengthOf(one, place))
    default:
      return 'any'
  }
}

function spreadsIn(parts: readonly (Node | null)[]): readonly Node[] {
  return parts.flatMap((part) => (part?.type === 'SpreadElement' ? [part.argument] : []))
}

/** `files ?? []` has as many as `files`. */
function lengthOfChoice({ operator, left, right }: TSESTree.LogicalExpression, place: Place): ListLength {
  if (operator === '&&') return lengthOf(right, place)
  return isEmptyList(right) ? lengthOf(left, place) : longest([left, right], (one) => lengthOf(one, place))
}

/** `new Set([a, b])` */
function isCollection({ callee }: TSESTree.NewExpression, parsed: Parsed): boolean {
  return callee.type === 'Identifier' && (callee.name === 'Set' || callee.name === 'Map') && isGlobal(callee, parsed)
}

/** `this.files` of a class all of whose values for it are known. */
function lengthOfMember(node: TSESTree.MemberExpression, place: Place): ListLength {
  const name = node.computed ? null : propertyName(node.property)
  if (name === null) return 'any'
  const field = valuesOfField(node, name, place.parsed)
  return field ? lengthOfFilled(field.values, field.uses, node, place) : lengthByName(name)
}

function lengthOfName(node: TSESTree.Identifier, place: Place): ListLength {
  const variable = variableOf(node, place.parsed)
  if (!variable) return lengthByName(node.name)
  if (isShortByTest(node, variable, place.parsed)) return 'few'
  const [def] = variable.defs
  // Object.values(Mode): the members of an enum are written out.
  if (def?.type === 'TSEnumName') return 'few'
  if (def?.type === 'Parameter') return lengthOfParameter(variable, place)
  const imported = def?.type === 'ImportBinding' ? importedValue(node, place.parsed) : null
  if (imported) return lengthOf(imported, { ...place, parsed: fileOf(imported, place.parsed) })
  if (place.open.includes(variable)) return 'few'
  const values = valuesGiven(variable)
  if (!values) {
    if (isAllowedPart(variable, place.parsed, (list) => lengthOf(list, place))) return 'constant'
    // for (const group of groups): a part of something, the whole of which is walked one after the other
    const isPart = def?.parent?.parent?.type === 'ForOfStatement' && !declaratorOf(variable)
    return isPart ? 'batch' : lengthByName(node.name)
  }
  const uses = variable.references.map(({ identifier }) => identifier as Node)
  const length = lengthOfFilled(values, uses, node, { ...place, open: [...place.open, variable] })
  return length === 'any' && growthsOf(uses).length === 0 ? lengthByName(node.name) : length
}

/**
 * A list that is made as one of the values, and grows where it is used. An empty one to which nothing adds is filled
 * out of sight.
 */
function lengthOfFilled(values: readonly Node[], uses: readonly Node[], use: Node, place: Place): ListLength {
  const growths = growthsOf(uses)
  if (growths.length === 0 && values.every(isEmptyList)) return 'any'
  return longest([...values.map((value) => ({ value })), ...growths], (one) =>
    'value' in one ? lengthOf(one.value, place) : lengthOfGrowth(one, use, values, place),
  )
}

/** What is added once, or for each of a few. */
function lengthOfGrowth({ at, lists, member }: Growth, use: Node, values: readonly Node[], place: Place): ListLength {
  // found.add(TABLE[name]): there are no more different values than the table has.
  const table = member ? lookedUpIn(member, place.parsed) : null
  if (table && lengthOf(table, place) === 'few') return 'constant'
  for (let node: Node | undefined = at; node; node = node.parent) {
    if (isFunction(node)) {
      const owner: Node = node
      // A function that begins with a new list adds to that one.
      if (isWithin(use, owner) || values.some((value) => isWithin(value, owner) && value.range[0] < at.range[0])) break
      return 'any'
    }
    if (node.type === 'ForOfStatement') {
      const length = lengthOf(node.right, place)
      if (length !== 'few') return length === 'batch' ? 'constant' : length
    } else if (LOOPS.has(node.type)) return 'any'
  }
  return longest(lists, (one) => lengthOf(one, place))
}

const LOOPS = new Set(['ForStatement', 'ForInStatement', 'WhileStatement', 'DoWhileStatement'])

/** What the call gives, or all callers give; `(...files)`, whose callers write them out; `(files = [a, b])`. */
function lengthOfParameter(variable: Variable, place: Place): ListLength {
  if (place.open.includes(variable)) return 'few'
  const inner = { ...place, open: [...place.open, variable] }
  const bound = place.given.get(variable)
  if (bound) return lengthOf(bound.value, { ...bound.place, depth: place.depth, open: inner.open })
  const name = variable.identifiers[0] as Node
  const { parent } = name
  if (parent?.type === 'RestElement' && isFunction(parent.parent)) return 'constant'
  const given = givenByCallers(name, place.parsed)?.values
  if (given) return longest(given, (one) => lengthOf(one, inner))
  const standard = parent?.type === 'AssignmentPattern' && parent.left === name ? parent.right : null
  if (standard && !isEmptyList(standard) && lengthOf(standard, inner) === 'few') return 'constant'
  return lengthByName(variable.name)
}

function lengthOfCall(node: TSESTree.CallExpression, place: Place): ListLength {
  const found = findFunction(node.callee, place.parsed)
  if (found) return lengthOfResult(found, node.arguments, place)
  return lengthOfMethod(node, place.parsed, (list) => lengthOf(list, place))
}

/** What a function gives for what it is given here. */
function lengthOfResult(found: FunctionNode, given: readonly Node[], place: Place): ListLength {
  const parsed = fileOf(found, place.parsed)
  const returned = found.generator ? [] : returnedBy(found, parsed)
  if (returned.length === 0) return 'any'
  const bound = new Map<Variable, Bound>()
  for (const [index, parameter] of found.params.entries()) {
    const value = given.slice(0, index + 1).some(({ type }) => type === 'SpreadElement') ? undefined : given[index]
    const variable = parameter.type === 'Identifier' ? variableOf(parameter, parsed) : null
    if (variable && value) bound.set(variable, { value, place })
  }
  return longest(returned, (one) => lengthOf(one, { ...place, parsed, given: bound }))
}
