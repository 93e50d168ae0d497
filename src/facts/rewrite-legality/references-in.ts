import type { Reference, Variable } from '@typescript-eslint/scope-manager'
import { firstFrom } from '../../parse/first-from.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { variableOf } from '../scopes/variable-of.ts'

/** A use of a name, with the variable that it means (null: a global). */
export interface Use {
  readonly reference: Reference
  readonly variable: Variable | null
}

const indexes = new WeakMap<Parsed, readonly Reference[]>()

/** Every reference to a name in the given parts of the file, nested functions included, in source order. */
export function referencesIn(parts: readonly Node[], parsed: Parsed): readonly Use[] {
  const index = indexOf(parsed)
  return parts.flatMap(({ range: [start, end] }) => {
    const uses: Use[] = []
    for (let at = firstFrom(index, start, startOf); at < index.length; at += 1) {
      const reference = index[at]!
      if (reference.identifier.range[0] >= end) break
      uses.push({ reference, variable: variableOf(reference.identifier as Node, parsed) })
    }
    return uses
  })
}

/** Whether one of the parts declares the variable. */
export function isDeclaredIn(variable: Variable, parts: readonly Node[]): boolean {
  return variable.identifiers.some((name) => parts.some((part) => contains(part, name as Node)))
}

export function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1]
}

function indexOf(parsed: Parsed): readonly Reference[] {
  let index = indexes.get(parsed)
  if (!index) {
    index = parsed.scopes.scopes
      .flatMap((scope) => scope.references)
      .sort((a, b) => startOf(a) - startOf(b))
    indexes.set(parsed, index)
  }
  return index
}

function startOf({ identifier }: Reference): number {
  return identifier.range[0]
}
