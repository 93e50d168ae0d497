import type { ArrayFiller } from '../../model/find-array-fillers.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { referencesOf } from '../scopes/binding.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'

/** Under which names other files get a function. */
export interface ExportedNames {
  readonly names: ReadonlySet<string>
  /** By `exports.f = f`, so that the default import is the object that holds all of them. */
  readonly isCommonJs: boolean
}

/** The name of a file that exports nothing but the function: `module.exports = f`. */
export const WHOLE = 'module.exports'

/** Null where the ways by which other files get it are not all told. */
export function exportedNames({ node, name }: ArrayFiller, parsed: Parsed): ExportedNames | null {
  const variable = name?.type === 'Identifier' ? variableOf(name, parsed) : null
  if (!name || !variable) return null
  const names = new Set<string>()
  const targets: Node[] = []
  const statement = node.type === 'FunctionDeclaration' ? node.parent : node.parent.parent?.parent
  if (statement?.type === 'ExportNamedDeclaration') names.add(variable.name)
  if (statement?.type === 'ExportDefaultDeclaration') names.add('default')
  for (const { identifier } of referencesOf(variable)) {
    const use = identifier as Node
    const { parent } = use
    if (parent?.type === 'ExportDefaultDeclaration') names.add('default')
    if (parent?.type === 'ExportSpecifier') names.add(textOf(parent.exported))
    const target = targetOf(use)
    if (!target) continue
    targets.push(target.node)
    names.add(target.name)
  }
  const isCommonJs = targets.length > 0
  return isCommonJs && !isOnlyExported(targets, names, parsed) ? null : { names, isCommonJs }
}

/** `exports.f = f`, `module.exports.f = f`, `module.exports = f`, `module.exports = { f, g: f }` */
function targetOf(use: Node): { node: Node; name: string } | null {
  const property = use.parent?.type === 'Property' && use.parent.value === use ? use.parent : null
  const assignment = (property?.parent ?? use).parent
  if (assignment?.type !== 'AssignmentExpression' || assignment.parent.type !== 'ExpressionStatement') return null
  const { left } = assignment
  if (left.type !== 'MemberExpression' || left.computed) return null
  if (property) return property.computed ? null : { node: left, name: textOf(property.key) }
  const isWhole = left.object.type === 'Identifier' && left.object.name === 'module'
  return { node: left, name: isWhole ? WHOLE : textOf(left.property) }
}

/** Whether the file itself has the exported function by no other way than its own name: not as `exports.f()`. */
function isOnlyExported(targets: readonly Node[], names: ReadonlySet<string>, parsed: Parsed): boolean {
  let isOnly = true
  walk(parsed.ast, parsed, (one) => {
    if (one.type !== 'Identifier' || (one.name !== 'exports' && one.name !== 'module') || !isGlobal(one, parsed)) return
    if (one.parent.type === 'MemberExpression' && one.parent.property === one && !one.parent.computed) return
    if (one.parent.type === 'Property' && one.parent.key === one && one.parent.value !== one) return
    isOnly &&= isSetting(one, targets, names)
  })
  return isOnly
}

function isSetting(use: Node, targets: readonly Node[], names: ReadonlySet<string>): boolean {
  let member: Node = use
  while (member.parent?.type === 'MemberExpression' && member.parent.object === member && !member.parent.computed) {
    member = member.parent
    const isSet = member.parent?.type === 'AssignmentExpression' && member.parent.left === member
    if (targets.includes(member)) return true
    const key = textOf((member as { property?: Node }).property ?? member)
    if (key !== 'exports') return isSet || !names.has(key)
    // `module.exports = {...}` beside `exports.f = f`: which one counts depends on their order.
    if (isSet) return false
  }
  return false
}

function textOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : ''
}
