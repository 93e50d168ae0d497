import type { TSESTree } from '@typescript-eslint/utils'
import { childrenOf } from '../../parse/children-of.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import type { Behaviour, BehaviourLists } from './behaviour.ts'
import { bodyBehaviour } from './body-behaviour.ts'
import { visitAccess } from './access-behaviour.ts'
import { recordCall } from './call-behaviour.ts'
import { distinctLists } from './distinct-behaviour.ts'
import type { Recorder } from './recorder.ts'
import type { Region } from './region.ts'

/**
 * What the region does to the program's own objects, to the world, and by calls whose callee is not known.
 * Bodies of functions of the same file are read. What stays within the region (its own variables and new objects)
 * is left out.
 */
export function collectBehaviour(parts: readonly Node[], region: Region): Behaviour {
  const lists: BehaviourLists = { accesses: [], world: [], marks: [], opaque: [], assumed: [] }
  visitAll(parts, createRecorder(region, lists))
  return lists
}

/** The same for the body of a function, once for each thing that is done, and no more than is kept of it. */
function collectDistinct(parts: readonly Node[], region: Region): Behaviour {
  const lists = distinctLists()
  visitAll(parts, createRecorder(region, lists))
  const { accesses, world, marks, opaque, assumed } = lists
  return {
    accesses: accesses.items,
    world: world.items,
    marks: marks.items,
    opaque: opaque.items,
    assumed: assumed.items,
  }
}

function visitAll(parts: readonly Node[], recorder: Recorder): void {
  for (const part of parts) recorder.visit(part)
}

function createRecorder(region: Region, lists: Pick<Recorder, keyof BehaviourLists>): Recorder {
  const recorder: Recorder = {
    region,
    ...lists,
    visit(node, inner) {
      if (!inner || inner === recorder.region) return visitNode(node, recorder)
      visitNode(node, {
        ...recorder,
        region: inner,
        visit: (below, deeper) => recorder.visit(below, deeper ?? inner),
      })
    },
    access(does, ref, node, how, by) {
      if (ref.root.kind === 'fresh') return
      const parts = { ...(how && { [how]: true }), ...(by && { by }) }
      recorder.accesses.push({ does, place: { ref }, anchor: node, origin: node, ...parts })
    },
    summarise: (callee) => bodyBehaviour(callee, region, collectDistinct),
  }
  return recorder
}

function visitNode(node: Node, recorder: Recorder): void {
  if (SILENT.has(node.type) || visitAccess(node, recorder)) return
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
    case 'TaggedTemplateExpression':
    case 'ImportExpression':
      return recordCall(node, recorder)
    case 'ThrowStatement':
      return visitThrown(node.argument, recorder)
    case 'Property':
      if (node.computed) recorder.visit(node.key)
      return recorder.visit(node.value)
    case 'ClassDeclaration':
    case 'ClassExpression':
      return visitClass(node, recorder)
    case 'LabeledStatement':
      return recorder.visit(node.body)
    default:
      if (node.type.startsWith('TS') && plainExpression(node) === node) return
      for (const child of childrenOf(node, recorder.region.parsed.visitorKeys)) recorder.visit(child)
  }
}

/** What does nothing itself: functions until they are called, jumps. */
const SILENT: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'BreakStatement',
  'ContinueStatement',
])

/**
 * Making the error of a turn that fails: what a failure changes is named with every rewrite, so its constructor
 * does not count.
 */
function visitThrown(thrown: Node, recorder: Recorder): void {
  if (thrown.type !== 'NewExpression') return recorder.visit(thrown)
  for (const argument of thrown.arguments)
    recorder.visit(argument.type === 'SpreadElement' ? argument.argument : argument)
}

function visitClass(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression, recorder: Recorder): void {
  if (node.superClass) recorder.visit(node.superClass)
  for (const member of node.body.body) {
    if ('computed' in member && member.computed) recorder.visit(member.key)
    if (member.type === 'StaticBlock') for (const statement of member.body) recorder.visit(statement)
    if (member.type === 'PropertyDefinition' && member.static && member.value && !isFunction(member.value)) {
      recorder.visit(member.value)
    }
  }
}
