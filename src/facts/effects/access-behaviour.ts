import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { iterableKindOf } from '../arrays/iterable-kind.ts'
import { keyName } from './key-name.ts'
import { definingVariable } from '../callees/imported-node.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { Ref } from './place.ts'
import type { Recorder } from './recorder.ts'
import { readRoot } from './recorder.ts'
import { recordRelease } from './release-behaviour.ts'
import { refsOf, slotsOf } from './refs.ts'
import { isLocal } from './region.ts'
import { runAccessor, runGetters } from './run-accessor.ts'

/** Records what names, properties, assignments and declarations read and write; false for every other node. */
export function visitAccess(node: Node, recorder: Recorder): boolean {
  switch (node.type) {
    case 'Identifier':
      readName(node, recorder)
      return true
    case 'MemberExpression':
      readMember(node, recorder)
      return true
    case 'AssignmentExpression':
      writePattern(node.left, recorder, node.operator !== '=')
      recorder.visit(node.right)
      return true
    case 'UpdateExpression':
      writePattern(node.argument, recorder, true)
      return true
    case 'UnaryExpression':
      if (node.operator === 'delete') writePattern(node.argument, recorder, false)
      else recorder.visit(node.argument)
      return true
    case 'VariableDeclaration':
      recordRelease(node, recorder)
      return false
    case 'SpreadElement':
      recordWalk(node.argument, recorder)
      return false
    case 'VariableDeclarator':
      if (node.init && node.id.type === 'ArrayPattern') recordWalk(node.init, recorder)
      visitPattern(node.id, recorder)
      if (node.init) recorder.visit(node.init)
      return true
    case 'ForOfStatement':
    case 'ForInStatement':
      visitWalk(node, recorder)
      return true
    default:
      return false
  }
}

function visitWalk(node: TSESTree.ForOfStatement | TSESTree.ForInStatement, recorder: Recorder): void {
  if (node.left.type === 'VariableDeclaration') {
    recordRelease(node.left, recorder)
    visitPattern(node.left.declarations[0].id, recorder)
  } else writePattern(node.left, recorder, false)
  if (node.type === 'ForOfStatement') recordWalk(node.right, recorder)
  recorder.visit(node.right)
  recorder.visit(node.body)
}

/** `const [id] = ids`, `[...ids]`, `for (const id of ids)`: an iterator made outside has given what is taken of it. */
function recordWalk(source: Node, { region, accesses }: Recorder): void {
  const node = plainExpression(source)
  const variable = node.type === 'Identifier' ? variableOf(node, region.parsed) : null
  const isOuter = variable !== null && !isLocal(variable, region) && !region.elements.has(variable)
  if (!isOuter && node.type !== 'MemberExpression') return
  if (iterableKindOf(node, region) !== 'iterator') return
  const refs: readonly Ref[] = variable ? [{ root: { kind: 'variable', variable }, path: [] }] : refsOf(node, region)
  for (const ref of refs) accesses.push({ does: 'write', place: { ref }, anchor: node, origin: node })
}

function readName(node: TSESTree.Identifier, recorder: Recorder): void {
  const { region } = recorder
  const variable = variableOf(node, region.parsed)
  if (variable && variable.defs.length > 0 && !isLocal(variable, region) && !region.elements.has(variable)) {
    recorder.accesses.push({ does: 'read', place: { variable: definingVariable(variable, region.parsed) }, anchor: node, origin: node })
  }
  for (const ref of refsOf(node, region)) recorder.access('read', ref, node, 'deep')
}

/** `a.b.c` reads that property only; what is before it is read on the way, not as a whole. */
function readMember(node: TSESTree.MemberExpression, recorder: Recorder): void {
  const by = node.computed ? keyName(node.property, recorder.region) : null
  for (const ref of slotsOf(node, recorder.region)) recorder.access('read', ref, node, 'slot', by)
  runGetters(node, recorder)
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
    if (!variable || variable.defs.length === 0) {
      // What no scope of the file declares is a property of the global object.
      for (const ref of refsOf(node, region)) recorder.access('write', ref, node, 'slot')
    } else if (!isLocal(variable, region)) {
      recorder.accesses.push({ does: 'write', place: { variable: definingVariable(variable, region.parsed) }, anchor: node, origin: node })
    }
  } else if (node.type === 'MemberExpression') {
    if (alsoReads) readMember(node, recorder)
    const by = node.computed ? keyName(node.property, region) : null
    for (const ref of slotsOf(node, region)) recorder.access('write', ref, node, 'slot', by)
    runAccessor(node, 'set', recorder)
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

function rootOf(node: TSESTree.MemberExpression): Node {
  let root: Node = node
  while (root.type === 'MemberExpression') root = plainExpression(root.object)
  return root
}
