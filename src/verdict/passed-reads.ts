import type { Variable } from '@typescript-eslint/scope-manager'
import { isEnum, keepsValue } from '../facts/rewrite-legality/changing-parts.ts'
import type { Access } from '../facts/effects/behaviour.ts'
import type { AwaitRun } from '../model/await-run.ts'
import type { Node } from '../parse/node-types.ts'
import { isWayToMethod } from './await-conflicts.ts'
import type { StepFacts } from './await-operation.ts'
import { nameOfPlace } from './conflicts.ts'
import { reason } from './question.ts'
import type { Reason } from './verdict.ts'

/**
 * What a declaration or a part reads that other code may change while the function waits, so that it counts whether an
 * await is before it or behind:
 *
 *     const a = await f()     const version = this.version     const b = await g()
 *
 * What a later await needs is read ahead of the wait as its own arguments are.
 */
export function doubtOfPassing(between: StepFacts, facts: readonly StepFacts[], { owner }: AwaitRun): Reason | null {
  const later = facts.filter(({ step }) => step.kind === 'await' && step.node.range[0] > between.step.node.range[0])
  for (const variable of between.given) if (later.some(({ named }) => named.has(variable))) return null
  const made = new Set(facts.filter(({ step }) => step.kind === 'await').flatMap(({ given }) => [...given]))
  const isFixed = (variable: Variable): boolean => made.has(variable) || isEnum(variable, between.parsed)
  const mayChange = ({ does, place, anchor }: Access): boolean => {
    if (does === 'write' || isWayToMethod(anchor)) return false
    if ('variable' in place) return !keepsValue(place.variable, owner, between.parsed)
    const { root, path } = place.ref
    if (root.kind === 'fresh' || (root.kind === 'variable' && isFixed(root.variable))) return false
    return path.length > 0 || isTakenApart(anchor)
  }
  const read = between.behaviour.accesses.find(mayChange)
  if (read) return reason('changes-between', read.anchor, { name: nameOfPlace(read) })
  return takesThisApart(between.step.node) ? reason('changes-between', between.step.node, { name: 'this' }) : null
}

/** const { a } = page   { ...page } */
function isTakenApart({ parent }: Node): boolean {
  if (parent?.type === 'VariableDeclarator') return parent.id.type !== 'Identifier'
  return parent?.type === 'SpreadElement'
}

/** const { a } = this */
function takesThisApart(node: Node): boolean {
  const declarators = node.type === 'VariableDeclaration' ? node.declarations : []
  return declarators.some(({ id, init }) => init?.type === 'ThisExpression' && id.type !== 'Identifier')
}
