import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import { fileOf } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed, SourceFiles } from '../../parse/parsed.ts'
import { originOf } from '../known-calls/origin.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { findExport } from './find-export.ts'

/** What a name, or a member of a namespace, stands for in the source file that it is imported from. */
export function importedNode(node: TSESTree.Identifier | TSESTree.MemberExpression, parsed: Parsed): Node | null {
  if (!parsed.files) return null
  const origin = originOf(node, parsed)
  if (!origin || origin.promisified || origin.path.length !== 1) return null
  if (origin.module === 'global') return null
  const file = parsed.files.load(origin.module, parsed.filename)
  return file && file.ast !== parsed.ast ? findExport(file, origin.path[0]!) : null
}

const definitions = new WeakMap<SourceFiles, Map<Variable, Variable>>()

/** The variable of the exporting file that an imported name is; else the variable itself. */
export function definingVariable(variable: Variable, parsed: Parsed): Variable {
  if (!parsed.files || variable.defs[0]?.type !== 'ImportBinding') return variable
  const known = definitions.get(parsed.files) ?? new Map<Variable, Variable>()
  definitions.set(parsed.files, known)
  const found = known.get(variable) ?? findDefinition(variable, parsed)
  known.set(variable, found)
  return found
}

function findDefinition(variable: Variable, parsed: Parsed): Variable {
  const [name] = variable.identifiers
  const exported = name?.type === 'Identifier' ? importedNode(name, fileOf(name, parsed)) : null
  const defined = exported && 'id' in exported ? exported.id : exported
  if (defined?.type !== 'Identifier') return variable
  const file = fileOf(defined, parsed)
  const found = variableOf(defined, file)
  return found ? definingVariable(found, file) : variable
}
