import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { Chain, HeldArray, Stage, StageMethod } from './chain.ts'
import { consumerOf } from './chain-consumer.ts'
import { ownerOf } from './find-await-loops.ts'
import { formNodes } from './form-nodes.ts'
import { innermostOf, outermostOf } from './wrappers.ts'

/** The chains of the file whose last array is needed only in part, in source order. */
export function findChains(parsed: Parsed): readonly Chain[] {
  const found: Chain[] = []
  for (const node of formNodes(parsed)) {
    const stage = stageOf(node)
    const chain = stage && !isBeforeStage(stage.node) ? chainEndingAt(stage.node, parsed) : null
    if (chain) found.push(chain)
  }
  return found
}

function chainEndingAt(last: TSESTree.CallExpression, parsed: Parsed): Chain | null {
  const stages: Stage[] = []
  let source: TSESTree.Expression = last
  for (let stage = stageOf(source); stage; stage = stageOf(source)) {
    stages.unshift(stage)
    source = innermostOf(stage.callee.object)
  }
  // text.slice(1).includes(c): nothing is computed, and it may be a text.
  if (!stages.some(({ method }) => WITH_CALLBACK.has(method))) return null
  const held = heldArrayOf(last, parsed)
  const consumer = consumerOf(held?.use ?? last)
  if (!consumer || consumer.kind === 'walk') {
    const prefix = prefixChain(last, source, stages)
    if (prefix || !consumer || held) return prefix
  }
  const node = held || consumer.kind === 'loop' || consumer.kind === 'walk' || consumer.node.type === 'ArrayPattern' ? last : consumer.node
  return { node, source, stages, consumer, held, owner: ownerOf(last) }
}

/** xs.filter(f).slice(0, 3): the last stage takes a part. */
function prefixChain(
  last: TSESTree.CallExpression,
  source: TSESTree.Expression,
  stages: readonly Stage[],
): Chain | null {
  const consumer = stages.length > 1 ? consumerOf(stages.at(-2)!.node) : null
  return consumer && { node: last, source, stages: stages.slice(0, -1), consumer, held: null, owner: ownerOf(last) }
}

const WITH_CALLBACK = new Set<StageMethod>(['filter', 'map', 'flatMap'])
const STAGE_METHODS = new Set<string>([...WITH_CALLBACK, 'flat', 'slice', 'concat'])

function stageOf(node: Node): Stage | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.computed) return null
  const { callee } = node
  if (callee.property.type !== 'Identifier' || !STAGE_METHODS.has(callee.property.name)) return null
  const method = callee.property.name as StageMethod
  const [first] = node.arguments
  const callback = WITH_CALLBACK.has(method) ? first : null
  if (callback === undefined || callback?.type === 'SpreadElement') return null
  return { method, node, callee, callback }
}

/** `xs.filter(f)` of `xs.filter(f).map(g)`. */
function isBeforeStage(node: Node): boolean {
  const outer = outermostOf(node)
  const { parent } = outer
  return parent?.type === 'MemberExpression' && parent.object === outer && parent.parent ? stageOf(parent.parent)?.callee === parent : false
}

/** const hits = xs.filter(f), where `hits` is read in one place, that runs once for the declaration. */
function heldArrayOf(last: Node, parsed: Parsed): HeldArray | null {
  const declarator = outermostOf(last).parent
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return null
  const [variable] = parsed.scopes.getDeclaredVariables(declarator)
  if (!variable || variable.defs.length !== 1 || isExported(declarator)) return null
  const uses = variable.references.filter((reference) => !reference.init)
  const use = uses[0]?.identifier as TSESTree.Identifier | undefined
  if (uses.length !== 1 || !use || !uses[0]!.isReadOnly() || !runsOnce(use, declarator)) return null
  return { variable, declarator, use }
}

function isExported({ parent }: TSESTree.VariableDeclarator): boolean {
  return parent.parent?.type === 'ExportNamedDeclaration'
}

/** Not in a loop or a function below the declaration. */
function runsOnce(use: Node, declarator: TSESTree.VariableDeclarator): boolean {
  const block = declarator.parent.parent
  let child: Node = use
  for (let node = use.parent; node && node !== block; child = node, node = node.parent) {
    if (MANY_TIMES.has(node.type) && !isSource(node, child)) return false
  }
  return block?.type === 'BlockStatement' || block?.type === 'Program'
}

/** `hits` of `for (const x of hits)`. */
function isSource(node: Node, child: Node): boolean {
  return node.type === 'ForOfStatement' && node.right === child
}

const MANY_TIMES: ReadonlySet<string> = new Set([
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'WhileStatement',
  'DoWhileStatement',
  'ArrowFunctionExpression',
  'FunctionExpression',
  'FunctionDeclaration',
  'ClassBody',
])
