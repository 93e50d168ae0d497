import type { Variable } from '@typescript-eslint/scope-manager'
import type { Access, OpaqueCall } from '../facts/effects/behaviour.ts'
import type { Ref } from '../facts/effects/place.ts'
import { ANY_KEY, isIndexKey, refsMeet } from '../facts/effects/place.ts'
import { iterableKindOf } from '../facts/arrays/iterable-kind.ts'
import { filledElsewhere } from '../facts/loops/filled-elsewhere.ts'
import { ownEntryKey, ownSlotKey } from '../facts/loops/own-key.ts'
import { collectionsWalked, generatorBehaviour } from '../facts/loops/walked-lazily.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import type { Node } from '../parse/node-types.ts'
import { accessesMeet } from '../facts/effects/accesses-meet.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Reason } from './verdict.ts'

/** The body changes what is walked: the queue that it drains, the list that grows, the state a generator reads. */
export function sourceChanges(question: Question): Reason | null {
  const { loop, region, turn } = question
  if (!loop.source) return null
  const walked = collectionsWalked(loop.source, region)
  const writes = turn.accesses.filter((access) => walked.some((ref) => changes(access, ref, question)))
  if (loop.kind === 'queue') {
    const grown = writes[1] ?? turn.opaque.find(({ args }) => args.flat().some((ref) => isWhole(ref, walked)))
    const filled = grown?.anchor ?? filledElsewhere(loop, question.parsed)
    return filled ? reason('queue-grows', filled) : null
  }
  const change =
    writes[0] ??
    unknownChange(question, walked) ??
    generatorConflict(question, loop.source) ??
    shareOfIterator(question, loop.source)
  return change ? reason('source-changes', change.anchor) : null
}

/**
 * An iterator gives each value once: what runs ahead takes those of the body, or of what follows an early end.
 *
 *     for (const line of lines) { ...; if (isLast(line)) break }
 *     for (const line of lines) ...
 */
function shareOfIterator({ loop, region }: Question, source: Node): { readonly anchor: Node } | null {
  const node = plainExpression(source)
  const variable = node.type === 'Identifier' ? variableOf(node, region.parsed) : null
  if (!variable || loop.kind !== 'for-of') return null
  const isIterator = iterableKindOf(node, region) === 'iterator'
  const others = variable.references.filter(({ identifier, init }) => identifier !== node && !init)
  return (
    others.map(({ identifier }) => ({ anchor: identifier as Node })).find(({ anchor }) => {
      const isInBody = anchor.range[0] >= loop.body.range[0] && anchor.range[1] <= loop.body.range[1]
      return isInBody ? isIterator || isStepped(anchor) : isIterator && loop.exits.length > 0
    }) ?? null
  )
}

/** lines.next() */
function isStepped({ parent }: Node): boolean {
  return parent?.type === 'MemberExpression' && parent.property.type === 'Identifier' && parent.property.name === 'next'
}

function changes(access: Access, walked: Ref, question: Question): boolean {
  if (access.does !== 'write' || !('ref' in access.place) || !refsMeet(walked, access.place.ref)) return false
  const { path } = access.place.ref
  if (path.length <= walked.path.length) return !isOwnEntry(access.anchor, question)
  const key = access.slot && path.length === walked.path.length + 1 ? path.at(-1)! : null
  if (key === null) return false
  const isEntry = key === ANY_KEY || isIndexKey(key) || isDeleted(access)
  return key === 'length' || (isEntry && !isOwnSlot(access.anchor, question))
}

/** delete o.name: a key that is walked no more. */
function isDeleted({ origin: { parent } }: Access): boolean {
  return parent?.type === 'UnaryExpression' && parent.operator === 'delete'
}

/** map.set(key, value), set.delete(x): of the entry that the turn walks; no other comes or goes. */
function isOwnEntry(node: Node, question: Question): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  const { property } = node.callee
  const key = node.arguments[0]
  return property.type === 'Identifier' && ['set', 'delete'].includes(property.name) && isName(key, ownEntryKey(question.loop, question.region), question)
}

/** xs[i] = x */
function isOwnSlot(node: Node, question: Question): boolean {
  return node.type === 'MemberExpression' && node.computed && isName(node.property, ownSlotKey(question.loop, question.region), question)
}

function isName(node: Node | undefined, variable: Variable | null, { parsed }: Question): boolean {
  return variable !== null && node?.type === 'Identifier' && variableOf(node, parsed) === variable
}

function isWhole(ref: Ref, walked: readonly Ref[]): boolean {
  return walked.some((one) => refsMeet(one, ref) && ref.path.length <= one.path.length)
}

/** `node.deps.push(x)` on what nothing is known of: a method of what is walked whose value is not used. */
function unknownChange({ turn }: Question, walked: readonly Ref[]): OpaqueCall | null {
  const isOf = (ref: Ref): boolean => walked.some((one) => refsMeet(one, ref) && ref.path.length === one.path.length)
  const isDropped = ({ awaited, used }: OpaqueCall): boolean => !awaited && used === 'discarded'
  return turn.opaque.find((call) => isDropped(call) && call.receiver?.some(isOf)) ?? null
}

/**
 *     function* pending() { while (queue.length) yield queue.shift() }
 *     for (const job of pending()) { ...; queue.push(next) }
 */
function generatorConflict({ turn, region }: Question, source: Node): Access | null {
  const between = generatorBehaviour(source, region)?.accesses ?? []
  return (
    turn.accesses.find((access) =>
      between.some((other) => (access.does === 'write' || other.does === 'write') && accessesMeet(access, other)),
    ) ?? null
  )
}
