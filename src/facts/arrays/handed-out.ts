import type { Variable } from '@typescript-eslint/scope-manager'
import { isOfFile } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Region } from '../effects/region.ts'
import { isNeverReassigned, referencesOf } from '../scopes/binding.ts'
import { isExported } from './holder.ts'
import { objectUseOf } from './object-use.ts'

/** Whether the file gives what a variable holds to others, who may give it to any function, or does not show it all. */
export function isHandedOut(variable: Variable, region: Region): boolean {
  const [name] = variable.identifiers
  if (!name || !isOfFile(name, region.parsed) || !isNeverReassigned(variable) || isExported(variable)) return true
  return referencesOf(variable).some((reference) => {
    if (reference.isWrite()) return !isMadeThere(reference.writeExpr ?? null)
    const use = objectUseOf(reference.identifier as Node, region)
    return use === 'escapes' || use === 'returns'
  })
}

function isMadeThere(value: Node | null): boolean {
  return value !== null && ['ArrayExpression', 'ObjectExpression', 'NewExpression'].includes(value.type)
}
