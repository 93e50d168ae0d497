import type { WorldAccess } from '../facts/effects/behaviour.ts'
import { endsInFailure } from '../facts/loops/ends-in-failure.ts'
import type { Elements } from '../facts/loops/iteration-source.ts'
import { elementsWalked } from '../facts/loops/iteration-source.ts'
import { tellsToChange } from '../facts/signs/command-signs.ts'
import { fileOf } from '../parse/file-of.ts'
import type { Node } from '../parse/node-types.ts'
import { isAskedFor, isSaidAside } from './kept-state.ts'
import type { Question } from './question.ts'
import type { WorldPlace } from './world-place.ts'
import { isAbove, isEitherOrder, isWholeKey, makesOnce, placeOf } from './world-place.ts'
import { isSaidAtStart } from './said-at-start.ts'

/** A write outside the program, and the accesses that may meet it, by what it is asked. */
export interface WorldWrite {
  readonly place: WorldPlace
  /** A program that is started for its answer, which the turn uses, mostly leaves things as they are. */
  readonly isQuery: boolean
  /** By all signs each turn has its own place, as far as the write alone tells. */
  readonly isApart: boolean
  readonly others: readonly WorldPlace[]
  /** Those of `others` whose place may surely be that of the write. */
  readonly maybeSame: readonly WorldPlace[]
  /** Those of `others` with which it may not be mild. */
  readonly maybeGrave: readonly WorldPlace[]
}

export interface WorldWrites {
  readonly writes: readonly WorldWrite[]
  readonly elements: Elements
}

/** Found once for all cuts; writes of one kind share their lists. */
export function worldWritesOf(question: Question): WorldWrites {
  const known = found.get(question)
  if (known) return known
  const { loop, region, turn } = question
  const elements = elementsWalked(loop, region)
  const places = turn.world.map(placeOf)
  const reads = new Set(places.filter(({ access }) => access.does === 'read').map(nameIn))
  const started = turn.world.filter(({ does, world }) => does === 'write' && world === 'process')
  const queries = new Set(started.map(({ origin }) => origin))
  const listsOf = sharedLists(places, elements)
  const writes = places
    .filter(({ access }) => access.does === 'write' && !isAside(access, question))
    .map((place) => {
      const isApart = isApartAlone(place, reads, elements)
      return { place, isApart, isQuery: isQuery(place.access, queries, question), ...listsOf(place, isApart) }
    })
  const all = { writes, elements }
  found.set(question, all)
  return all
}

const found = new WeakMap<Question, WorldWrites>()

/**
 * `writeFile(join(dir, page.slug), text)`: each turn its own place, by all signs; not a tree, which may hold another's
 * place, nor a file that is read and written again, where two turns at one place would lose an update. A folder that is
 * made where there is none is the same whichever turn makes it.
 */
export function isMild({ place, isApart }: WorldWrite, other: WorldPlace, elements: Elements): boolean {
  if (isEitherOrder(place.access, other.access)) return true
  if (!place.at || !place.own || !other.at || elements.distinct === 'no') return false
  if (elements.distinct !== 'flat' && (place.isTree || other.isTree)) return false
  if (other.access.does === 'read' && isAbove(other.at, place.at)) return true
  return other.own !== null && isApart
}

/** Whether it is mild with all others whose name has a part of its own, too. */
function isApartAlone(place: WorldPlace, reads: ReadonlySet<string>, { distinct, kind }: Elements): boolean {
  const { access, at, own, isTree } = place
  if (makesOnce(access)) return true
  if (!at || !own || distinct === 'no' || (distinct !== 'flat' && isTree)) return false
  return !reads.has(nameIn(place)) || isWholeKey(own.ref, kind)
}

function nameIn({ world, key }: WorldPlace): string {
  return `${world} ${key}`
}

/** What is printed far away, only for those who look for faults, as part of a failure, or before the turn awaits. */
function isAside(write: WorldAccess, { parsed, loop }: Question): boolean {
  if (write.world !== 'console') return false
  if (write.isForDebugging === true || isSaidAside(write, parsed)) return true
  return endsInFailure(write, loop) || isSaidAtStart(write, loop, parsed)
}

function isQuery(write: WorldAccess, queries: ReadonlySet<Node>, { parsed }: Question): boolean {
  if (!queries.has(write.origin) || !isAskedFor(write, parsed)) return false
  return !tellsToChange(write.origin, fileOf(write.origin, parsed)) && !tellsToChange(write.anchor, parsed)
}

type Places = readonly WorldPlace[]
type Lists = Pick<WorldWrite, 'others' | 'maybeSame' | 'maybeGrave'>

function sharedLists(places: Places, elements: Elements): (place: WorldPlace, isApart: boolean) => Lists {
  const known = new Map<string, Places>()
  const listOf = (name: string, list: Places, isIn: (other: WorldPlace) => boolean): Places => {
    const found = known.get(name) ?? list.filter(isIn)
    known.set(name, found)
    return found
  }
  return (place, isApart) => {
    const { idempotent, tree } = place.access
    const kind = `${place.world} ${idempotent} ${tree}`
    const isSame = ({ access }: WorldPlace): boolean =>
      idempotent && access.does === 'write' && access.idempotent && isEitherOrder(place.access, access)
    const others = listOf(kind, places, (other) => worldsMeet(place, other) && !isSame(other))
    const maybeSame = listOf(`${kind} same ${nameKind(place)}`, others, (other) => maySurelyMeet(place, other))
    const isHard = (other: WorldPlace): boolean =>
      !isEitherOrder(place.access, other.access) && (!isApart || !other.own || (elements.distinct !== 'flat' && other.isTree))
    const maybeGrave = listOf(`${kind} grave ${isApart}`, others, isHard)
    return { others, maybeSame, maybeGrave }
  }
}


/** A process that is started may do anything outside. */
function worldsMeet({ world }: WorldPlace, other: WorldPlace): boolean {
  return world === other.world || (world === 'process' && OUTSIDE.has(other.world))
}

const OUTSIDE: ReadonlySet<string> = new Set(['file-system', 'network', 'database'])

/** A whole world is met by all of it; of names, only what is constant is surely one place. */
function maySurelyMeet(place: WorldPlace, other: WorldPlace): boolean {
  if (place.world !== other.world) return false
  if (!place.at || !other.at) return place.world !== 'network' && place.world !== 'database'
  return place.isConstant && other.isConstant && !isEitherOrder(place.access, other.access)
}

function nameKind({ at, isConstant }: WorldPlace): string {
  return !at ? 'none' : isConstant ? 'constant' : 'varying'
}
