import type { TSESTree } from '@typescript-eslint/utils'
import { childrenOf } from '../../parse/children-of.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { Behaviour } from './behaviour.ts'
import { bodyBehaviour } from './body-behaviour.ts'
import { recordCall } from './call-behaviour.ts'
import type { Recorder } from './recorder.ts'
import { readRoot } from './recorder.ts'
import { refsOf, slotsOf } from './refs.ts'
import type { Region } from './region.ts'
import { isLocal } from './region.ts'

/**
 * What the region does to the program's own objects, to the world, and by calls whose callee is not known.
 * Bodies of functions of the same file are read. What stays within the region (its own variables and new objects) is left out.
 */
export function collectBehaviour(parts: readonly Node[], region: Region): Behaviour {
  const recorder = createRecorder(region)
  for (const part of parts) recorder.visit(part)
  const { accesses, world, marks, opaque } = recorder
  return { accesses, world, marks, opaque }
}

function createRecorder(region: Region): Recorder {
  const recorder: Recorder = {
    region,
    accesses: [],
    world: [],
    marks: [],
    opaque: [],
    visit(node, inner) {
      if (!inner || inner === recorder.region) return visitNode(node, recorder)
      visitNode(node, { ...recorder, region: inner, visit: (below, deeper) => recorder.visit(below, deeper ?? inner) })
    },
    access(does, ref, node, how) {
      if (ref.root.kind === 'fresh') return
      recorder.accesses.push({ does, place: { ref }, anchor: node, origin: node, ...(how && { [how]: true }) })
    },
    summarise: (callee) => bodyBehaviour(callee, region, collectBehaviour),
  }
  return recorder
}

function visitNode(node: Node, recorder: Recorder): void {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return
    case 'Identifier':
      return readName(node, recorder)
    case 'MemberExpression':
      return readMember(node, recorder)
    case 'AssignmentExpression':
      writePattern(node.left, recorder, node.operator !== '=')
      return recorder.visit(node.right)
    case 'UpdateExpression':
      return writePattern(node.argument, recorder, true)
    case 'UnaryExpression':
      if (node.operator === 'delete') return writePattern(node.argument, recorder, false)
      return recorder.visit(node.argument)
    case 'VariableDeclarator':
      visitPattern(node.id, recorder)
      if (node.init) recorder.visit(node.init)
      return
    case 'ForOfStatement':
    case 'ForInStatement':
      if (node.left.type !== 'VariableDeclaration') writePattern(node.left, recorder, false)
      recorder.visit(node.right)
      return recorder.visit(node.body)
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
    case 'BreakStatement':
    case 'ContinueStatement':
      return
    default:
      if (node.type.startsWith('TS') && plainExpression(node) === node) return
      for (const child of childrenOf(node, recorder.region.parsed.visitorKeys)) recorder.visit(child)
  }
}

/** Making the error of a turn that fails: what a failure changes is named with every rewrite, so its constructor does not count. */
function visitThrown(thrown: Node, recorder: Recorder): void {
  if (thrown.type !== 'NewExpression') return recorder.visit(thrown)
  for (const argument of thrown.arguments) recorder.visit(argument.type === 'SpreadElement' ? argument.argument : argument)
}

function readName(node: TSESTree.Identifier, recorder: Recorder): void {
  const { region } = recorder
  const variable = variableOf(node, region.parsed)
  if (variable && variable.defs.length > 0 && !isLocal(variable, region) && !region.elements.has(variable)) {
    recorder.accesses.push({ does: 'read', place: { variable }, anchor: node, origin: node })
  }
  for (const ref of refsOf(node, region)) recorder.access('read', ref, node, 'deep')
}

/** `a.b.c` reads that property only; what is before it is read on the way, not as a whole. */
function readMember(node: TSESTree.MemberExpression, recorder: Recorder): void {
  for (const ref of slotsOf(node, recorder.region)) recorder.access('read', ref, node, 'slot')
  let object: Node = node
  for (object = node; object.type === 'MemberExpression'; object = plainExpression(object.object)) {
    if (object.computed) recorder.visit(object.property)
  }
  readRoot(object, recorder)
}

function writePattern(target: Node, recorder: Recorder, alsoReads: boolean): void {
  const node = plainExpression(target)
  const { region } = recorder
  if (node.type === 'Identifier') {
    const variable = variableOf(node, region.parsed)
    if (alsoReads) readName(node, recorder)
    if (variable && !isLocal(variable, region)) {
      recorder.accesses.push({ does: 'write', place: { variable }, anchor: node, origin: node })
    }
  } else if (node.type === 'MemberExpression') {
    if (alsoReads) readMember(node, recorder)
    for (const ref of slotsOf(node, region)) recorder.access('write', ref, node, 'slot')
    if (node.computed) recorder.visit(node.property)
    if (!alsoReads) readRoot(rootOf(node), recorder)
  } else {
    visitPattern(node, recorder)
  }
}

/** Destructuring: names that exist already are written; defaults and computed keys are evaluated. */
function visitPattern(node: Node, recorder: Recorder): void {
  switch (node.type) {
    case 'ObjectPattern':
      for (const property of node.properties) {
        if (property.type === 'RestElement') visitPattern(property.argument, recorder)
        else {
          if (property.computed) recorder.visit(property.key)
          visitPattern(property.value, recorder)
        }
      }
      return
    case 'ArrayPattern':
      for (const element of node.elements) if (element) visitPattern(element, recorder)
      return
    case 'AssignmentPattern':
      visitPattern(node.left, recorder)
      return recorder.visit(node.right)
    case 'RestElement':
      return visitPattern(node.argument, recorder)
    case 'Identifier':
    case 'MemberExpression':
      return writePattern(node, recorder, false)
    default:
      return
  }
}

function visitClass(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression, recorder: Recorder): void {
  if (node.superClass) recorder.visit(node.superClass)
  for (const member of node.body.body) {
    if (member.type === 'PropertyDefinition' && member.static && member.value && !isFunction(member.value)) {
      recorder.visit(member.value)
    }
  }
}

function rootOf(node: TSESTree.MemberExpression): Node {
  let root: Node = node
  while (root.type === 'MemberExpression') root = plainExpression(root.object)
  return root
}
