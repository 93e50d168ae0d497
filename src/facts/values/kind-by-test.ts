import type { Variable } from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { isWithin } from '../../parse/walk.ts'
import { isNeverReassigned, referencesOf } from '../scopes/binding.ts'
import type { Kind } from './kind.ts'
import { UNKNOWN } from './kind.ts'

/**
 * Kind that a test tells of a name that always holds one value, where it is used behind the test:
 *
 *     if (typeof x === 'string') x.trim()        if (typeof x !== 'string') return; x.trim()
 */
export function kindByTest(use: Node, variable: Variable): Kind {
  const found = testsOf(variable).find(({ test }) => holdsAt(use, test))
  return found ? { head: found.head, parts: [] } : UNKNOWN
}

interface KindTest {
  readonly test: Test
  readonly head: string
}

/** The kind is so where the test's value is `when`. */
interface Test {
  readonly node: Node
  readonly when: boolean
}

const known = new WeakMap<Variable, readonly KindTest[]>()

function testsOf(variable: Variable): readonly KindTest[] {
  let tests = known.get(variable)
  if (!tests) {
    const names = holdsOneValue(variable) ? referencesOf(variable).map(({ identifier }) => identifier as Node) : []
    tests = names.flatMap((name) => typeofTest(name) ?? [])
    known.set(variable, tests)
  }
  return tests
}

/** Not the `var` of a loop, of which each turn makes another value while functions of earlier ones are left. */
function holdsOneValue(variable: Variable): boolean {
  const isVar = variable.defs.some(({ parent }) => parent?.type === 'VariableDeclaration' && parent.kind === 'var')
  return !isVar && isNeverReassigned(variable)
}

/** What `typeof` says, and the kind that it is. */
const TYPEOF_KINDS: ReadonlyMap<string, string> = new Map([
  ['string', 'string'],
  ['number', 'number'],
  ['boolean', 'boolean'],
  ['bigint', 'bigint'],
  ['symbol', 'symbol'],
  ['function', 'Function'],
])

/** `typeof x === 'string'` */
function typeofTest(name: Node): KindTest | null {
  const asked = name.parent
  const node = asked?.type === 'UnaryExpression' && asked.operator === 'typeof' ? asked.parent : null
  if (node?.type !== 'BinaryExpression' || node.left !== asked || node.right.type !== 'Literal') return null
  const head = TYPEOF_KINDS.get(String(node.right.value))
  const isTest = /^[!=]==?$/.test(node.operator)
  return head !== undefined && isTest ? { head, test: { node, when: node.operator.startsWith('=') } } : null
}

/** Whether the use is reached only where the test has come out so. */
function holdsAt(use: Node, { node, when }: Test): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'UnaryExpression':
      return parent.operator === '!' && holdsAt(use, { node: parent, when: !when })
    case 'LogicalExpression':
      // Of `a && b` both hold where it holds, of `a || b` neither where it does not.
      if (parent.operator !== (when ? '&&' : '||')) return false
      return (parent.left === node && isWithin(use, parent.right)) || holdsAt(use, { node: parent, when })
    case 'ConditionalExpression':
      return parent.test === node && isWithin(use, when ? parent.consequent : parent.alternate)
    case 'IfStatement':
      return parent.test === node && holdsBehind(use, parent, when)
    default:
      return false
  }
}

function holdsBehind(use: Node, statement: TSESTree.IfStatement, when: boolean): boolean {
  const [branch, other] = when
    ? [statement.consequent, statement.alternate]
    : [statement.alternate, statement.consequent]
  if (branch && isWithin(use, branch)) return true
  if (!other || !leaves(other) || use.range[0] < statement.range[1]) return false
  return statement.parent.type === 'BlockStatement' && isReachedIn(use, statement.parent)
}

/** A function that is declared behind the test may be called before it. */
function isReachedIn(use: Node, block: Node): boolean {
  for (let node: Node | undefined = use; node; node = node.parent) {
    if (node === block) return true
    if (node.type === 'FunctionDeclaration') return false
  }
  return false
}

function leaves(branch: Node): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch
  return /^(?:Throw|Return|Continue|Break)Statement$/.test(last?.type ?? '')
}
