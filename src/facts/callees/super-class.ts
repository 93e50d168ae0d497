import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { ClassNode } from './class-node.ts'
import { isClass } from './class-node.ts'
import { findClass } from './value-of-name.ts'

/** Longest line of classes, each above the other, that is followed. */
export const MOST_PARENTS = 8

/** The class whose constructor `super(...)` runs, by its name: `Error` in `class Failure extends Error`. */
export function calledBySuper(callee: Node): TSESTree.Expression | null {
  if (callee.type !== 'Super') return null
  for (let node: Node | undefined = callee.parent; node; node = node.parent) {
    if (isClass(node)) return node.superClass
  }
  return null
}

/**
 * The classes whose fields a call sets up by itself: of `new C()`, or `super()` below it, `C` and those above it, up to
 * one that has a constructor.
 */
export function classesMadeBy(node: Node, parsed: Parsed): readonly ClassNode[] {
  const classes: ClassNode[] = []
  let named = node.type === 'NewExpression' ? node.callee : node.type === 'CallExpression' ? calledBySuper(node.callee) : null
  while (named && classes.length < MOST_PARENTS) {
    const found = findClass(named, fileOf(named, parsed))
    if (!found) break
    classes.push(found)
    named = hasConstructor(found) ? null : found.superClass
  }
  return classes
}

function hasConstructor({ body }: ClassNode): boolean {
  return body.body.some((member) => member.type === 'MethodDefinition' && member.kind === 'constructor')
}
