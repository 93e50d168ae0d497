import type { Node } from '../../parse/node-types.ts'
import { fileOf } from '../../parse/file-of.ts'
import { accessesMeet } from '../effects/accesses-meet.ts'
import type { Access, Behaviour, Happening } from '../effects/behaviour.ts'
import { mayBeOne } from '../effects/may-be-one.ts'
import type { Ref } from '../effects/place.ts'
import { ANY_KEY, isIndexKey, refsMeet } from '../effects/place.ts'
import { refsOf } from '../effects/refs.ts'
import type { Region } from '../effects/region.ts'
import { regionAt } from '../effects/region.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { behaviourOfCode, pauses } from './code-effects.ts'
import type { Holder } from './holder.ts'
import { holderOf } from './holder.ts'
import type { IterableKind } from './iterable-kind.ts'
import { iterableKindOf } from './iterable-kind.ts'
import { isSeen, readsState } from './may-interleave.ts'
import { walkedStateOf } from './walked-state.ts'

/** Whether code changes what is walked while it is walked; `at` is where it does, or might. */
export type Change =
  | { readonly may: 'no' }
  | { readonly may: 'yes' | 'unknown'; readonly at: Node; readonly why: 'write' | 'call' | 'pause' | 'step' }

const NO: Change = { may: 'no' }

/**
 * Whether `code` (a callback, the body of a loop, the statements between a copy and its walk) may change what `source`
 * gives: its collection, or what the steps of a generator read. `source` is a node of the same file as `code`.
 */
export function changeDuring(source: Node, code: readonly Node[], region: Region): Change {
  const { collections, steps, isKnown, mayThrow = false } = walkedStateOf(source, region)
  let found: Change = NO
  for (const part of code) {
    const behaviour = behaviourOfCode(part, region)
    const changes = [
      ...collections.map((collection) => changeOf(collection, part, behaviour, region)),
      ...steps.map((step) => meetingOf(step, behaviour, part, region)),
      ...(isKnown && !mayThrow ? [] : [unsureStep(behaviour, part)]),
    ]
    for (const change of changes) {
      if (change.may === 'yes') return change
      if (change.may === 'unknown' && found.may === 'no') found = change
    }
  }
  return found
}

function changeOf(collection: Node, part: Node, behaviour: Behaviour, region: Region): Change {
  const holder = holderOf(collection, part, region)
  if (holder === 'fresh') return NO
  const walked: Walked = {
    refs: refsOf(collection, regionAt(part, region)),
    variable: collection.type === 'Identifier' ? variableOf(collection, region.parsed) : null,
    kind: iterableKindOf(collection, region),
    holder,
  }
  const writes = behaviour.accesses.filter(({ does }) => does === 'write')
  const sure = writes.find((access) => isChange(access, walked))
  if (sure) return { may: 'yes', at: sure.anchor, why: 'write' }
  if (holder === 'local') return NO
  const possible = writes.find((access) => mayBeChange(access, walked, part, region))
  if (possible) return { may: 'unknown', at: possible.anchor, why: 'write' }
  return foreignCode(behaviour, part, region) ?? NO
}

interface Walked {
  readonly refs: readonly Ref[]
  readonly variable: ReturnType<typeof variableOf>
  readonly kind: IterableKind
  readonly holder: Holder
}

/** `xs.push(x)`, `xs = []`, `xs[i] = x`; not `xs[i].name = x`, which a copy shows as well. */
function isChange({ place, slot }: Access, { refs, variable }: Walked): boolean {
  if ('variable' in place) return place.variable === variable
  return refs.some((ref) => {
    if (!refsMeet(ref, place.ref)) return false
    const deeper = place.ref.path.length - ref.path.length
    return deeper <= 0 || (slot === true && deeper === 1 && isElementKey(place.ref.path.at(-1)!))
  })
}

function isElementKey(key: string): boolean {
  return key === ANY_KEY || key === 'length' || isIndexKey(key)
}

/** A write to what may be the same object under another name. */
function mayBeChange({ place, slot, origin }: Access, { kind, refs }: Walked, part: Node, region: Region): boolean {
  if ('variable' in place) return false
  const { root, path } = place.ref
  if (slot && !isElementKey(path.at(-1)!)) return false
  if (slot && (kind === 'set' || kind === 'map')) return false
  if (root.kind === 'element' && path.length === (slot ? 1 : 0)) return false
  // this.seen.add(x) while this.users is walked
  const isOfThis = root.kind === 'this' && path.length === 1 && refs.every((ref) => ref.root.kind === 'this' && ref.path.length === 1)
  if (isOfThis) return false
  if (writesOtherKind(origin, kind, region)) return false
  return root.kind !== 'variable' || !root.variable.identifiers[0] || holderOf(root.variable.identifiers[0] as Node, part, region) !== 'local'
}

/** `list.push(x)` does not change a Set. */
function writesOtherKind(origin: Node, kind: IterableKind, region: Region): boolean {
  if (origin.type !== 'CallExpression' || origin.callee.type !== 'MemberExpression') return false
  const file = fileOf(origin, region.parsed)
  if (!lookUpCall(origin, file, region.knownCalls)) return false
  const written = iterableKindOf(origin.callee.object, { ...region, parsed: file })
  return written !== kind && KNOWN_KINDS.has(written) && KNOWN_KINDS.has(kind)
}

const KNOWN_KINDS = new Set<IterableKind>(['array', 'set', 'map', 'iterator', 'string'])

/** Code of others that runs in between: it may change what they hold. */
function foreignCode({ opaque, assumed }: Behaviour, part: Node, { parsed }: Region): Change | null {
  const call: Happening | undefined = opaque[0] ?? assumed[0]
  if (call) return { may: 'unknown', at: call.anchor, why: 'call' }
  return pauses(part, parsed) ? { may: 'unknown', at: part, why: 'pause' } : null
}

/** The steps of a generator and the code run by turns from now on: neither may see the other. */
function meetingOf(step: Behaviour, behaviour: Behaviour, part: Node, region: Region): Change {
  const met = behaviour.accesses.find((access) =>
    step.accesses.some((other) => (access.does === 'write' || other.does === 'write') && accessesMeet(access, other)),
  )
  if (met) return { may: 'yes', at: met.anchor, why: 'step' }
  const alias = behaviour.accesses.find((access) =>
    step.accesses.some((other) => (access.does === 'write' || other.does === 'write') && mayBeOne(access, other, region) !== null),
  )
  if (alias) return { may: 'unknown', at: alias.anchor, why: 'step' }
  if (isSeen(step) && isSeen(behaviour)) return { may: 'unknown', at: part, why: 'step' }
  return isSeen(step) || readsState(step) ? (foreignCode(behaviour, part, region) ?? NO) : NO
}

/** A step that may do anything, or fail after some of the code has run, must not be seen to. */
function unsureStep(behaviour: Behaviour, part: Node): Change {
  return isSeen(behaviour) ? { may: 'unknown', at: part, why: 'step' } : NO
}
