import type { Variable } from '@typescript-eslint/scope-manager'
import type { AwaitLoop } from '../../model/await-loop.ts'
import { fileOf } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import type { Region } from '../effects/region.ts'
import { isLocal } from '../effects/region.ts'
import { referencesOf } from '../scopes/binding.ts'
import { variableOf } from '../scopes/variable-of.ts'

/** Whether the expression mentions the turn's element or index, or a variable of the turn made from it or given it. */
export function takesElement(node: Node, region: Region, loop: AwaitLoop): boolean {
  if (loop.element.declared === 'assigned' || loop.element.declared === 'none') return true
  return mentions(node, region, new Set())
}

function mentions(node: Node, region: Region, seen: Set<Variable>): boolean {
  let found = false
  walk(node, region.parsed, (inner) => {
    if (found) return 'skip'
    const variable = inner.type === 'Identifier' ? variableOf(inner, region.parsed) : null
    if (!variable || seen.has(variable)) return
    seen.add(variable)
    if (region.elements.has(variable)) found = true
    else if (isLocal(variable, region)) {
      found = referencesOf(variable).some((reference) => {
        const value = reference.isWrite() ? (reference.writeExpr as Node | null | undefined) : null
        const given = value ? [value] : givenTo(reference.identifier as Node)
        return given.some((one) => mentions(one, region, seen))
      })
    }
  })
  return found
}

/** What is put into an object: `job.id = id`, `form.append('id', id)`. */
function givenTo(name: Node): readonly Node[] {
  const member = name.parent
  if (member?.type !== 'MemberExpression' || member.object !== name) return []
  const { parent } = member
  if (parent.type === 'AssignmentExpression' && parent.left === member) return [parent.right]
  const isStatement = parent.type === 'CallExpression' && parent.parent.type === 'ExpressionStatement'
  return isStatement && parent.callee === member ? parent.arguments : []
}

/** Whether the expression, in a callee, mentions a parameter of its function, or a variable made from one. */
export function takesParameter(node: Node, parsed: Parsed): boolean {
  return isMadeFromParameter(node, fileOf(node, parsed), new Set())
}

function isMadeFromParameter(node: Node, file: Parsed, seen: Set<Variable>): boolean {
  let found = false
  walk(node, file, (inner) => {
    if (found) return 'skip'
    const variable = inner.type === 'Identifier' ? variableOf(inner, file) : null
    if (!variable || seen.has(variable)) return
    seen.add(variable)
    found =
      variable.defs.some(({ type }) => type === 'Parameter') ||
      valuesOf(variable).some((value) => isMadeFromParameter(value, file, seen))
  })
  return found
}

function valuesOf(variable: Variable): readonly Node[] {
  if (['module', 'global'].includes(variable.scope.type)) return []
  return referencesOf(variable).flatMap((reference) => {
    return reference.isWrite() && reference.writeExpr ? [reference.writeExpr as Node] : []
  })
}
