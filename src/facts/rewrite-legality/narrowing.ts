import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isNeverReassigned } from '../scopes/binding.ts'
import type { AccessPath } from './access-path.ts'
import { accessPathsIn, isSamePath } from './access-path.ts'
import type { Place } from './guards.ts'
import { guardsBefore, guardsIn, isAssigned } from './guards.ts'
import { isTypeScript } from './is-typescript.ts'
import { contains } from './references-in.ts'

/**
 * Whether moving `overlapped` into a callback may lose what TypeScript has found out about a name or a property:
 *
 *     if (!options.url) return
 *     for (const x of xs) await send(options.url, x)     // in a callback: `string | undefined`
 *
 * A `const`, or a parameter that is never assigned, keeps its narrowing in a callback; its properties do not, nor does
 * a `let`. Text that no TypeScript reads loses nothing.
 */
export function losesOuterNarrowing(place: Place, overlapped: readonly Node[], parsed: Parsed): boolean {
  if (!isTypeScript(parsed)) return false
  const used = accessPathsIn(overlapped, parsed).filter((path) => isFromOutside(path, place.node) && !isKept(path))
  if (used.length === 0) return false
  return guardsBefore(place, parsed).some((guard) => used.some((path) => isSamePath(path, guard)))
}

/** Whether a guard in the overlapped part, or one of the `tests` that lead on, narrows what the rest relies on. */
export function losesGuardOfPrefix(
  loop: AwaitLoop,
  prefix: readonly Node[],
  tests: readonly Node[],
  suffix: readonly Node[],
  handedOver: ReadonlySet<unknown>,
  parsed: Parsed,
): boolean {
  if (!isTypeScript(parsed)) return false
  const guards = [...prefix.flatMap((part) => guardsIn(part, loop, parsed)), ...accessPathsIn(tests, parsed)]
  return accessPathsIn(suffix, parsed).some((path) => {
    if (prefix.some((part) => contains(part, path.node))) return false
    const isHandedOver = path.keys.length === 0 && handedOver.has(path.root)
    return !isHandedOver && guards.some((guard) => isSamePath(guard, path))
  })
}

/** Whether the overlapped part gives a variable around it a value, which TypeScript does not see behind a callback. */
export function hidesAssignment(loop: AwaitLoop, overlapped: readonly Node[], parsed: Parsed): boolean {
  if (!isTypeScript(parsed)) return false
  return accessPathsIn(overlapped, parsed).some(
    (path) =>
      path.keys.length === 0 && path.root !== 'this' && isAssigned(path.node) && isFromOutside(path, loop.node),
  )
}

function isFromOutside({ root }: AccessPath, loop: Node): boolean {
  return root === 'this' || !root.identifiers.some((name) => contains(loop, name as Node))
}

function isKept({ root, keys }: AccessPath): boolean {
  if (root === 'this' || keys.length > 0) return keys.length === 0
  const definition = root.defs[0]
  if (definition?.type === 'Variable') return definition.parent?.kind === 'const'
  return definition?.type !== 'CatchClause' && (definition?.type !== 'Parameter' || isNeverReassigned(root))
}
