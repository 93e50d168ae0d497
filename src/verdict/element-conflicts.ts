import type { Access } from '../facts/effects/behaviour.ts'
import type { Ref } from '../facts/effects/place.ts'
import { ANY_KEY, extendRef, refsMeet } from '../facts/effects/place.ts'
import { refsOf } from '../facts/effects/refs.ts'
import { collectionsWalked } from '../facts/loops/walked-lazily.ts'
import { isInPrefix } from './cuts.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Cut, Reason } from './verdict.ts'

/**
 * What a turn does to its element that another turn may see:
 *
 *     node.depth = await f(node) + nodes.find(isParent).depth       reached through the list, too
 *     node.parent.children.push(await f(node))                      what an element holds may be held by others
 */
export function elementConflict(question: Question, cut: Cut | null): Reason | null {
  const own = question.turn.accesses.filter((access) => rootOf(access) === 'element')
  const aliased = aliasConflict(own, question, cut)
  if (aliased) return reason('carried-collection', aliased.anchor, { name: textOf(aliased, question) })
  const held = own.find((access) => isInPrefix(access.anchor, cut) && mayBeShared(access, own))
  return held ? reason('unknown-alias', held.anchor, { name: textOf(held, question) }) : null
}

function aliasConflict(own: readonly Access[], question: Question, cut: Cut | null): Access | null {
  const { loop, region, turn } = question
  if (own.length === 0 || !loop.source) return null
  const { keyed } = region
  const objects = keyed ? refsOf(keyed.object, region) : []
  const within = keyed?.path.length ?? 0
  for (const walked of [...collectionsWalked(loop.source, region), ...objects]) {
    const others = turn.accesses.filter((access) => rootOf(access) !== 'element' && reachesElements(access, walked))
    for (const access of own) {
      if (!('ref' in access.place)) continue
      const place = extendRef(walked, [ANY_KEY, ...access.place.ref.path.slice(within)])
      const other = others.find(
        (one) =>
          (one.does === 'write' || access.does === 'write') &&
          (isInPrefix(one.anchor, cut) || isInPrefix(access.anchor, cut)) &&
          'ref' in one.place && refsMeet(one.place.ref, place),
      )
      if (other) return other
    }
  }
  return null
}

/** A property of an element, or the list handed on as a whole; `xs.length` and `xs.indexOf(x)` look at no element. */
function reachesElements({ place, anchor }: Access, walked: Ref): boolean {
  if (!('ref' in place) || !refsMeet(place.ref, walked)) return false
  const { path } = place.ref
  if (path.length <= walked.path.length) return anchor.type !== 'CallExpression'
  return path.length > walked.path.length + 1
}

/**
 * Added to in place, or read and written again: that shows the order of the turns where two elements hold one
 * object.
 */
function mayBeShared({ does, place, slot }: Access, own: readonly Access[]): boolean {
  if (does !== 'write' || !('ref' in place)) return false
  const { path } = place.ref
  if (!slot) return path.length > 0
  const isRead = own.some((one) => one.does === 'read' && 'ref' in one.place && refsMeet(one.place.ref, place.ref))
  return path.length > 1 && isRead
}

function rootOf({ place }: Access): string | null {
  return 'ref' in place ? place.ref.root.kind : null
}

function textOf({ anchor }: Access, { parsed }: Question): string {
  return parsed.text.slice(...anchor.range).split('\n')[0]!.slice(0, 40)
}
