import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { childrenOf } from '../../parse/children-of.ts'
import { isWithin } from '../../parse/walk.ts'
import type { Behaviour } from '../effects/behaviour.ts'
import type { Ref } from '../effects/place.ts'
import { refsOf, refsOfVariable } from '../effects/refs.ts'
import type { Region } from '../effects/region.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { referencesIn } from '../rewrite-legality/references-in.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { KnownBy } from './comes-after.ts'

/** Objects that somebody has who has a value. */
export interface Held extends KnownBy {
  readonly refs: readonly Ref[]
  /** A function in the value uses the variable itself, not only what it held at the time. */
  readonly isCaptured: boolean
  /** It is not the value itself, but held by it. */
  readonly isPart: boolean
}

interface Search {
  readonly found: Held[]
  readonly seen: Set<Variable>
  /** The function around. */
  readonly owner: Node
  readonly behaviour: Behaviour
  readonly region: Region
}

/** What is in the values of the expressions, and in what is put into those; `owner` is the function around. */
export function heldValues(
  values: readonly Node[],
  owner: Node,
  behaviour: Behaviour,
  region: Region,
): readonly Held[] {
  const search: Search = { found: [], seen: new Set(), owner, behaviour, region }
  for (const value of values) visit(value, false, search)
  return search.found
}

function hold(search: Search, held: Partial<Held> & Pick<Held, 'refs'>): void {
  search.found.push({ variable: null, given: null, isCaptured: false, isPart: false, ...held })
}

function visit(value: Node, isPart: boolean, search: Search): void {
  const { region } = search
  const node = plainExpression(value)
  if (isFunction(node)) {
    for (const { variable } of referencesIn([node], region.parsed)) visitVariable(variable, true, true, search)
  } else if (node.type === 'Identifier') visitVariable(variableOf(node, region.parsed), false, isPart, search)
  else if (node.type === 'MemberExpression') {
    hold(search, { refs: refsOf(node, region), variable: rootVariable(node, region), isPart })
  } else if (node.type === 'CallExpression') visitCall(node, isPart, search)
  else if (!GIVES_PRIMITIVE.has(node.type)) {
    const isMade = MAKES.has(node.type)
    for (const child of childrenOf(node, region.parsed.visitorKeys)) visit(child, isPart || isMade, search)
  }
}

const MAKES: ReadonlySet<string> = new Set(['ObjectExpression', 'ArrayExpression', 'NewExpression'])

const GIVES_PRIMITIVE: ReadonlySet<string> = new Set([
  'BinaryExpression',
  'UnaryExpression',
  'UpdateExpression',
  'TemplateLiteral',
])

function visitVariable(variable: Variable | null, isCaptured: boolean, isPart: boolean, search: Search): void {
  const { seen, owner, behaviour, region } = search
  if (!variable?.defs.some(({ name }) => isWithin(name as Node, owner))) return
  if (!isCaptured && isCounted(variable)) return
  const refs = refsOfVariable(variable, region)
  if (isCaptured || !seen.has(variable)) hold(search, { refs, variable, isCaptured, isPart })
  if (seen.has(variable)) return
  seen.add(variable)
  for (const { value, isInside } of putInto(variable, behaviour)) visit(value, isPart || isInside, search)
}

/** What a call gives may be its receiver, or what it was given. */
function visitCall(node: TSESTree.CallExpression, isPart: boolean, search: Search): void {
  const { region } = search
  const refs = refsOf(node, region)
  if (lookUpCall(node, region.parsed, region.knownCalls)) {
    return hold(search, { refs: refs.filter(({ root }) => root.kind !== 'fresh'), isPart })
  }
  const callee = plainExpression(node.callee)
  for (const part of node.arguments) visit(part, isPart, search)
  if (callee.type === 'MemberExpression') visit(callee.object, isPart, search)
  hold(search, { refs, given: node, isPart })
}

/** `i` of `i++`, `i += 2`: a number, or a text. */
function isCounted({ references }: Variable): boolean {
  return references.some(({ identifier: { parent } }) => {
    if (parent?.type === 'UpdateExpression') return true
    return parent?.type === 'AssignmentExpression' && parent.operator !== '=' && !/^(?:\|\||&&|\?\?)=$/.test(parent.operator)
  })
}

/** The values that a variable gets, and what is handed to its methods: `escaped` of `fixes.push(() => escaped)`. */
function putInto(variable: Variable, { accesses }: Behaviour): readonly { value: Node; isInside: boolean }[] {
  const values = variable.references.flatMap(({ writeExpr }) => (writeExpr ? [writeExpr as Node] : []))
  const changes = accesses.flatMap(({ does, place, anchor }) =>
    does === 'write' && 'ref' in place && place.ref.root.kind === 'variable' && place.ref.root.variable === variable
      ? given(anchor)
      : [],
  )
  return [
    ...values.filter(({ parent }) => !/^For(?:Of|In)/.test(parent?.type ?? '')).map((value) => ({ value, isInside: false })),
    ...changes.map((value) => ({ value, isInside: true })),
  ]
}

function given(change: Node): readonly Node[] {
  if (change.type === 'CallExpression') return change.arguments
  const { parent } = change
  return parent?.type === 'AssignmentExpression' && parent.left === change ? [parent.right] : []
}

function rootVariable(node: Node, region: Region): Variable | null {
  let root = node
  while (root.type === 'MemberExpression') root = plainExpression(root.object)
  return root.type === 'Identifier' ? variableOf(root, region.parsed) : null
}
