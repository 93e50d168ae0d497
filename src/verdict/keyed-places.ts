import type { Access } from '../facts/effects/behaviour.ts'
import { keyOfRef } from '../facts/effects/distinct.ts'
import { partOfKey } from '../facts/effects/key-name.ts'
import type { PlaceName } from '../facts/effects/place-name.ts'
import type { Ref } from '../facts/effects/place.ts'
import { ANY_KEY } from '../facts/effects/place.ts'
import { elementsWalked } from '../facts/loops/iteration-source.ts'
import { beginsTurn } from '../facts/loops/begins-turn.ts'
import { isInPrefix } from './cuts.ts'
import type { Question } from './question.ts'
import type { Cut } from './verdict.ts'
import { isWholeKey } from './world-place.ts'

/**
 * Whether a write and another access, or itself in another turn, are under the same key, which has the element in it:
 * then each turn has a place of its own.
 *
 *     names.set(user.id, name)        const known = names.get(user.id)
 */
export function isUnderOwnKey(write: Access, access: Access, question: Question): boolean {
  const ref = elementIn(write.by)
  if (!ref || !access.by || textOf(write.by!) !== textOf(access.by)) return false
  // Two elements with one key lose nothing where nothing is looked up.
  return isUnique(ref, question) || !isLookedUp(write, question)
}

/**
 * Whether what is put under the keys comes in the order of the elements: before the turn awaits, after the cut, or
 * where something is taken out.
 */
export function keepsOrderOfKeys(write: Access, { loop, parsed }: Question, cut: Cut | null): boolean {
  return !isInPrefix(write.anchor, cut) || isTakingOut(write) || beginsTurn(write, loop, parsed)
}

function isTakingOut({ origin }: Access): boolean {
  if (origin.type !== 'CallExpression') return origin.parent?.type === 'UnaryExpression'
  const { callee } = origin
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 'delete'
}

function elementIn(by: PlaceName | undefined): Ref | null {
  const part = by && partOfKey(by)
  if (part?.ref.root.kind !== 'element' || part.ref.path.includes(ANY_KEY)) return null
  return part.ref
}

/** By what the list is, or by the name of the property. */
function isUnique(ref: Ref, { loop, region }: Question): boolean {
  const { distinct, kind } = elementsWalked(loop, region)
  if (distinct !== 'unknown') return distinct !== 'no' && isWholeKey(ref, kind)
  return ref.path.length === 1 && UNIQUE_NAMES.has(ref.path[0]!)
}

const UNIQUE_NAMES: ReadonlySet<string> = new Set(['id', '_id', 'uuid', 'key'])

/** `counts[word] = (counts[word] ?? 0) + 1` */
function isLookedUp(write: Access, { turn }: Question): boolean {
  if (!('ref' in write.place)) return true
  const name = keyOfRef(write.place.ref)
  return turn.accesses.some(
    ({ does, place, origin }) =>
      does === 'read' && origin !== write.origin && 'ref' in place && keyOfRef(place.ref) === name,
  )
}

function textOf({ parts }: PlaceName): string {
  return JSON.stringify(parts.map((part) => ('text' in part ? part.text : [keyOfRef(part.ref)])))
}
