import type { Scope } from '@typescript-eslint/scope-manager'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'

/** First of the candidates that means nothing at `place` and in the code below it. */
export function freshName(candidates: readonly string[], place: Node, parsed: Parsed): string {
  const taken = (name: string): boolean => isVisible(name, place, parsed) || isUsedBelow(name, place, parsed)
  const [first = 'value'] = candidates
  const free = candidates.find((name) => !taken(name))
  if (free) return free
  for (let number = 2; ; number += 1) if (!taken(`${first}${number}`)) return `${first}${number}`
}

/** Whether a scope around `place` declares the name. */
export function isVisible(name: string, place: Node, parsed: Parsed): boolean {
  for (let scope: Scope | null = scopeAt(place, parsed); scope; scope = scope.upper) {
    if (scope.set.has(name)) return true
  }
  return false
}

/** Whether the file itself declares the name for code at `place`, so that it does not mean the platform's global. */
export function isDeclaredAround(name: string, place: Node, parsed: Parsed): boolean {
  for (let scope: Scope | null = scopeAt(place, parsed); scope; scope = scope.upper) {
    if ((scope.set.get(name)?.defs.length ?? 0) > 0) return true
  }
  return false
}

/** Innermost scope that `place` lies in. */
export function scopeAt(place: Node, parsed: Parsed): Scope | null {
  for (let node: Node | undefined | null = place; node; node = node.parent) {
    const scope = parsed.scopes.acquire(node, true)
    if (scope) return scope.type === 'function-expression-name' ? (scope.childScopes[0] ?? scope) : scope
  }
  return parsed.scopes.globalScope
}

/** Whether code below `place` uses or declares the name. */
function isUsedBelow(name: string, place: Node, parsed: Parsed): boolean {
  const [start, end] = place.range
  return parsed.scopes.scopes.some(
    (scope) =>
      scope.references.some(
        ({ identifier }) => identifier.name === name && identifier.range[0] >= start && identifier.range[1] <= end,
      ) ||
      (scope.set.has(name) && scope.block.range[0] >= start && scope.block.range[1] <= end),
  )
}
