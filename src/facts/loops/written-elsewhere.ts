import type { Variable } from '@typescript-eslint/scope-manager'
import type { AwaitLoop } from '../../model/await-loop.ts'
import { ownerOf } from '../../model/find-await-loops.ts'
import { formNodes } from '../../model/form-nodes.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { referencesOf } from '../scopes/binding.ts'

/**
 * Whether another function than the one around the loop gives the variable another value: it may run between two
 * turns.
 */
export function isWrittenElsewhere(variable: Variable, loop: AwaitLoop): boolean {
  return referencesOf(variable).some(
    (reference) =>
      reference.isWrite() && !reference.init && ownerOf(reference.identifier as Node) !== loop.owner,
  )
}

/** Whether another function of the file, but for a constructor, gives such a field a value: `this.stopped = true`. */
export function isFieldWrittenElsewhere(key: string, loop: AwaitLoop, parsed: Parsed): boolean {
  return (writersOf(parsed).get(key) ?? []).some((around) => around !== loop.owner && !isConstructor(around))
}

const known = new WeakMap<Parsed['ast'], ReadonlyMap<string, readonly Node[]>>()

/** The functions in which a property is assigned, by its name. */
function writersOf(parsed: Parsed): ReadonlyMap<string, readonly Node[]> {
  const found = known.get(parsed.ast)
  if (found) return found
  const writers = new Map<string, Node[]>()
  for (const node of formNodes(parsed)) {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') continue
    const { property, computed } = node.left
    const around = ownerOf(node)
    if (!computed && property.type === 'Identifier')
      writers.set(property.name, [...(writers.get(property.name) ?? []), around])
  }
  known.set(parsed.ast, writers)
  return writers
}

function isConstructor({ parent }: Node): boolean {
  return parent?.type === 'MethodDefinition' && parent.kind === 'constructor'
}
