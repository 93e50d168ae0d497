import type { Access, Behaviour, OpaqueCall } from '../facts/effects/behaviour.ts'
import { holderOf } from '../facts/arrays/holder.ts'
import { pauses } from '../facts/arrays/code-effects.ts'
import { collectBehaviour } from '../facts/effects/collect-behaviour.ts'
import type { Ref } from '../facts/effects/place.ts'
import type { Region } from '../facts/effects/region.ts'
import type { KnownCallRow } from '../facts/known-calls/row.ts'
import { isConstantRead } from '../facts/producers/constant-read.ts'
import type { InsideView } from '../facts/producers/inside-view.ts'
import { mayBeSame } from '../facts/producers/reached.ts'
import { givesUnknown, readsElementLater } from '../facts/producers/reads-element.ts'
import type { WalkedOnce } from '../facts/producers/use-of-array.ts'
import { namesTaking, signOfName } from '../facts/signs/name-signs.ts'
import type { ArrayFiller } from '../model/find-array-fillers.ts'
import type { Node } from '../parse/node-types.ts'
import { fileOf } from '../parse/file-of.ts'
import type { Parsed } from '../parse/parsed.ts'
import { mayBeOne } from '../facts/effects/may-be-one.ts'
import { accessesMeet } from '../facts/effects/accesses-meet.ts'
import { reason } from './question.ts'
import type { Weight } from './weight.ts'
import { allow, forbid } from './weight.ts'

/** What the function reads and what its caller does between the elements. */
interface Sides {
  readonly use: WalkedOnce
  readonly filler: ArrayFiller
  readonly view: InsideView
  readonly parsed: Parsed
  readonly region: Region
  /** What may be another value at another time. */
  readonly reads: readonly Access[]
  readonly producer: Behaviour
  readonly meanwhile: Behaviour
}

/**
 * Whether what a caller does between the elements may change what the function still has to read. With an array all
 * was read before.
 */
export function meanwhileWeight(
  use: WalkedOnce,
  filler: ArrayFiller,
  view: InsideView,
  home: Parsed,
  knownCalls: readonly KnownCallRow[],
): Weight {
  const parsed = fileOf(use.call, home)
  const elements = new Set(parsed.scopes.getDeclaredVariables(use.loop.left))
  const region: Region = { parsed, knownCalls, node: use.loop, elements, bound: new Map() }
  const producer = collectBehaviour([use.call], region)
  const meanwhile = collectBehaviour(use.meanwhile, region)
  const reads = producer.accesses.filter((one) => one.does === 'read' && !isConstantRead(one, parsed, knownCalls))
  const sides: Sides = { use, filler, view, parsed, region, reads, producer, meanwhile }
  const change = changeOf(sides)
  if (change) return forbid(reason('caller-changes-source', change.node, { name: change.name }))
  return guess(sides)
}

function changeOf({ reads, producer, meanwhile, filler, view, parsed }: Sides): { node: Node; name: string } | null {
  const write = meanwhile.accesses.find((one) => {
    if (one.does === 'read') return false
    return isOfElement(one)
      ? readsElementLater(filler, view, parsed, one)
      : reads.some((read) => accessesMeet(read, one))
  })
  if (write) return { node: write.anchor, name: parsed.text.slice(...write.anchor.range).split('\n')[0]!.slice(0, 40) }
  const world = meanwhile.world.find(
    (one) => one.does === 'write' && producer.world.some((read) => read.world === one.world),
  )
  if (world) return { node: world.anchor, name: world.name }
  const readsElement = readsElementLater(filler, view, parsed) || (reads.length > 0 && givesUnknown(view))
  const call = meanwhile.opaque.find((one) => isChange(one, reads, readsElement))
  return call ? { node: call.anchor, name: call.name ?? 'a call' } : null
}

function isOfElement({ place }: Access): boolean {
  return 'ref' in place && place.ref.root.kind === 'element'
}

/** `remove(node)`, `tree.insert(x)`: a change by its name, of what the function reads or gave. */
function isChange({ name, args, receiver }: OpaqueCall, reads: readonly Access[], readsElement: boolean): boolean {
  if (name === null || (signOfName(name) !== 'writes' && !namesTaking(name))) return false
  const handed = [...args.flat(), ...(receiver ?? [])]
  const isRead = (ref: Ref): boolean => reads.some(({ place }) => 'ref' in place && mayBeSame(place.ref, ref))
  return handed.some((ref) => (ref.root.kind === 'element' ? readsElement : isRead(ref)))
}

/** A collection of the caller's own that no other code has. */
function isHeldAlone({ place }: Access, loop: Node, region: Region): boolean {
  if (!('ref' in place) || place.ref.root.kind !== 'variable' || place.ref.path.length > 1) return false
  const name = place.ref.root.variable.identifiers[0] as Node | undefined
  return name !== undefined && holderOf(name, loop, region) === 'local'
}

/** What is not known of the caller: the functions that it calls, and what runs while it waits. */
function guess({ use, meanwhile, producer, reads, filler, parsed, view, region }: Sides): Weight {
  const shared = reads.filter((read) => !isHeldAlone(read, use.loop, region))
  const readsOutside = producer.world.length + producer.opaque.length > 0
  if (shared.length === 0 && !readsOutside && !readsElementLater(filler, view, parsed)) return allow('certain')
  const call = meanwhile.opaque.find(({ name, used }) => used === 'discarded' || signOfName(name ?? '') !== 'reads')
  const wait = filler.node.async || shared.length === 0 ? undefined : use.meanwhile.find((part) => pauses(part, parsed))
  if (call) return allow('possible', reason('caller-unknown', call.anchor, { name: call.name ?? 'a call' }))
  if (wait) return allow('possible', reason('caller-unknown', wait, { name: 'await' }))
  const write = meanwhile.accesses.find((one) => isSharedWrite(one, use.loop, region))
  const change = write ?? meanwhile.world.find(({ does, world }) => does === 'write' && world !== 'console')
  // What is not known to read one thing only may read what is written.
  if (change && producer.opaque.length > 0) return allow('possible', reason('partial-results', change.anchor))
  if (change && readsOutside) return allow('likely', reason('partial-results', change.anchor))
  const alias = meanwhile.accesses.find((one) => one.does === 'write' && reads.some((other) => mayBeOne(one, other, region)))
  if (alias) return allow('likely', reason('partial-results', alias.anchor))
  const [read] = meanwhile.opaque
  return read ? allow('likely', reason('caller-unknown', read.anchor, { name: read.name ?? 'a call' })) : allow('certain')
}

/** A write to an object that other code may have. */
function isSharedWrite(access: Access, loop: Node, region: Region): boolean {
  return access.does === 'write' && 'ref' in access.place && !isHeldAlone(access, loop, region)
}
