import { fileOf } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import type { DeclaredName, SeenType } from '../../parse/types/type-source.ts'
import { canonicalOrigin, kindOfOrigin } from '../known-calls/canonical-origin.ts'
import type { Asking } from '../known-calls/find-call.ts'
import { isKnownClass } from '../known-calls/known-classes.ts'
import { isFile, moduleOfFile } from '../known-calls/module-path.ts'
import type { Kind } from './kind.ts'
import { arrayOf, classOf, isUnknown, joinKinds, promiseOf, UNKNOWN } from './kind.ts'
import { VIEWED_CLASSES } from './kind-of-type.ts'

/**
 * The kind that the text tells, completed by what a type checker says where the text tells none, names a type that
 * nothing is known of, or leaves the parts open.
 */
export function kindWithTypes(node: Node, found: Kind, { parsed, userRows }: Asking): Kind {
  const isKnown = (head: string): boolean => isKnownClass(head, userRows)
  if (!parsed.types || (isKnown(classOf(found)) && !isOpen(found))) return found
  const type = parsed.types.typeOf(node, fileOf(node, parsed))
  const seen = type ? kindOfSeen(type, isKnown) : UNKNOWN
  if (isUnknown(seen) || isUnknown(found)) return isUnknown(seen) ? found : seen
  if (isOpen(found)) return seen.head === found.head ? seen : found
  return isKnown(classOf(seen)) ? seen : found
}

/** How many parts of a kind count; other classes are told by their name alone. */
const PARTS: Readonly<Record<string, number | undefined>> = {
  Array: 1,
  Set: 1,
  Map: 2,
  Promise: 1,
  Iterator: 1,
  AsyncIterator: 1,
}

/** `Promise` of something unknown. */
function isOpen({ head, parts }: Kind): boolean {
  return PARTS[head] !== undefined && parts.every(isUnknown)
}

function kindOfSeen(type: SeenType, isKnown: (head: string) => boolean): Kind {
  const next = (part: SeenType): Kind => kindOfSeen(part, isKnown)
  const alias = type.aliases.find((name) => isKnown(headOf(name)))
  if (alias) return { head: headOf(alias), parts: [] }
  switch (type.shape) {
    case 'value':
      return { head: headOf(type.names[0]!), parts: [] }
    case 'tuple':
      return { head: '[]', parts: type.parts.map(next) }
    case 'union':
      return joinKinds(type.parts.map(next))
    case 'instance':
      return kindOfInstance(type, isKnown, next)
    case 'unknown':
      return UNKNOWN
  }
}

function kindOfInstance(
  { names, parts, isLazy }: SeenType,
  isKnown: (head: string) => boolean,
  next: (part: SeenType) => Kind,
): Kind {
  const heads = names.map(headOf)
  const known = heads.find(isKnown)
  // Of what may start only when it is awaited just a row can tell.
  if (known === undefined) return isLazy ? UNKNOWN : { head: heads.at(-1)!, parts: [] }
  const kept = parts.slice(0, PARTS[known] ?? 0).map(next)
  if (known === 'Promise') return promiseOf(kept[0] ?? UNKNOWN)
  return known === 'Array' ? arrayOf(kept[0] ?? UNKNOWN) : { head: known, parts: kept }
}

function headOf({ module, path }: DeclaredName): string {
  const place = isFile(module) ? moduleOfFile(module) : module
  const head = kindOfOrigin(canonicalOrigin({ module: place, path, promisified: false }))
  return VIEWED_CLASSES[head] ?? head
}
