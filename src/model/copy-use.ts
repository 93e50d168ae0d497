import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'

type Call = TSESTree.CallExpression

/** What an array is made for: the one thing that happens to it. */
export type Consumer =
  /** xs.some(f), xs.length */
  | { readonly kind: 'method'; readonly node: Call; readonly name: string }
  | { readonly kind: 'length'; readonly node: TSESTree.MemberExpression }
  /** for (const x of xs) ... */
  | { readonly kind: 'loop'; readonly node: TSESTree.ForOfStatement }
  /** f(...xs), [...xs, y] */
  | { readonly kind: 'spread'; readonly node: TSESTree.SpreadElement }
  /** new Set(xs), Array.from(xs), Promise.all(xs); whose names these are has not been asked. */
  | { readonly kind: 'argument'; readonly node: Call | TSESTree.NewExpression; readonly name: string }
  /** const [first, second] = xs */
  | { readonly kind: 'pattern'; readonly node: TSESTree.ArrayPattern }
  | { readonly kind: 'other'; readonly node: Node }

/** How an array is used: in the end, through stages that make further arrays, perhaps under a name used once. */
export interface ArrayUse {
  /** `filter` and `map` on the way, each of whose arrays only the next step sees. */
  readonly stages: readonly Call[]
  readonly consumer: Consumer
  /** The variable that holds the array, or that of a stage, with its one mention. */
  readonly named: NamedArray | null
}

export interface NamedArray {
  readonly variable: Variable
  readonly declaration: TSESTree.VariableDeclaration
  readonly mention: TSESTree.Identifier
}

const STAGES = ['filter', 'map']

export function arrayUseOf(array: Node, parsed: Parsed): ArrayUse {
  const stages: Call[] = []
  let named: NamedArray | null = null
  let node = array
  for (;;) {
    const stage: Call | null = stageOn(node)
    const name: NamedArray | null = stage || named ? null : nameOf(node, parsed)
    if (stage) stages.push(stage)
    if (name) named = name
    const next: Node | undefined = stage ?? name?.mention
    if (!next) break
    node = next
  }
  const consumer = consumerOf(node)
  const last = stages.at(-1)
  if (consumer.kind !== 'other' || !last) return { stages, consumer, named }
  // What is kept is the array of the last stage, which is what happens to the array before.
  return { stages: stages.slice(0, -1), consumer: { kind: 'method', node: last, name: methodOf(last)! }, named }
}

function stageOn(array: Node): Call | null {
  const call = calledOn(array)
  return call && STAGES.includes(methodOf(call)!) ? call : null
}

function consumerOf(array: Node): Consumer {
  const { parent } = array
  const call = calledOn(array)
  if (call) return { kind: 'method', node: call, name: methodOf(call)! }
  switch (parent?.type) {
    case 'ForOfStatement':
      return parent.right === array && !parent.await ? { kind: 'loop', node: parent } : { kind: 'other', node: parent }
    case 'SpreadElement':
      return { kind: parent.parent.type === 'ObjectExpression' ? 'other' : 'spread', node: parent }
    case 'MemberExpression':
      return isLength(parent) ? { kind: 'length', node: parent } : { kind: 'other', node: parent }
    case 'VariableDeclarator':
      return parent.id.type === 'ArrayPattern' && parent.init === array
        ? { kind: 'pattern', node: parent.id }
        : { kind: 'other', node: parent }
    case 'CallExpression':
    case 'NewExpression': {
      const name = parent.arguments[0] === array ? takerName(parent) : null
      return name === null ? { kind: 'other', node: parent } : { kind: 'argument', node: parent, name }
    }
    default:
      return { kind: 'other', node: parent ?? array }
  }
}

/** Functions of the language that walk their first argument once: `new Set(xs)`, `Object.fromEntries(xs)`. */
function takerName({ type, callee, arguments: args }: Call | TSESTree.NewExpression): string | null {
  if (args.length !== 1) return null
  if (callee.type === 'Identifier') return type === 'NewExpression' ? `new ${callee.name}` : null
  if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier') return null
  return callee.property.type === 'Identifier' ? `${callee.object.name}.${callee.property.name}` : null
}

function calledOn(array: Node): Call | null {
  const { parent } = array
  if (parent?.type !== 'MemberExpression' || parent.object !== array || parent.optional || parent.computed) return null
  const call = parent.parent
  return call.type === 'CallExpression' && call.callee === parent && !call.optional ? call : null
}

function methodOf({ callee }: Call): string | null {
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : null
}

function isLength({ computed, property, parent }: TSESTree.MemberExpression): boolean {
  const isWritten = parent.type === 'AssignmentExpression' || parent.type === 'UpdateExpression'
  return !computed && property.type === 'Identifier' && property.name === 'length' && !isWritten
}

/** `const xs = [...]`, mentioned once, in the same function, as often as it is declared. */
function nameOf({ parent }: Node, parsed: Parsed): NamedArray | null {
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return null
  const declaration = parent.parent
  const [variable] = parsed.scopes.getDeclaredVariables(parent)
  if (!variable || declaration.declarations.length !== 1 || declaration.kind === 'var') return null
  const uses = variable.references.filter(({ init }) => !init)
  const mention = uses[0]?.identifier
  if (uses.length !== 1 || mention?.type !== 'Identifier' || uses[0]!.isWrite()) return null
  return runsAsOften(mention, declaration) ? { variable, declaration, mention } : null
}

/** Whether the mention is evaluated at most once for each time that the declaration is. */
function runsAsOften(mention: Node, declaration: TSESTree.VariableDeclaration): boolean {
  const block = declaration.parent
  for (let node: Node = mention; node !== block; node = node.parent) {
    const { parent } = node
    if (!parent || isFunction(parent) || parent.type === 'ClassBody' || parent.type === 'ClassExpression') return false
    const isOnce = parent.type === 'ForOfStatement' && parent.right === node
    if (isLoopStatement(parent) && !isOnce) return false
  }
  return block.type === 'BlockStatement' || block.type === 'Program' || block.type === 'StaticBlock'
}
