import type { Variable } from '@typescript-eslint/scope-manager'
import { accessesMeet } from '../facts/effects/accesses-meet.ts'
import { mayBeOne } from '../facts/effects/may-be-one.ts'
import type { Access, OpaqueCall } from '../facts/effects/behaviour.ts'
import type { Ref } from '../facts/effects/place.ts'
import { refsMeet } from '../facts/effects/place.ts'
import { orderCommentBetween } from '../facts/loops/author-comment.ts'
import { namesGuard } from '../facts/signs/line-signs.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Node } from '../parse/node-types.ts'
import { authorReason } from './author-reason.ts'
import type { Operation, StepFacts } from './await-operation.ts'
import { isOfLocal, knownOperation, nameOfOperation } from './await-operation.ts'
import { isKeptForItself } from './kept-state.ts'
import { reason } from './question.ts'
import type { Reason } from './verdict.ts'
import { whereOf } from './where.ts'
import { writesApart } from './writes-apart.ts'

/** Why the later of two operations needs the earlier one to be over; null where neither needs the other. */
export function dependenceOf(earlier: Operation, later: Operation): Reason | null {
  return namedDependence(earlier, later) ?? orderMeant(earlier, later)
}

/** What two operations that may each overlap with others do to one another. */
export function conflictOf(earlier: Operation, later: Operation): Reason | null {
  return (
    worldConflict(earlier, later) ??
    stateConflict(earlier, later) ??
    stateConflict(later, earlier) ??
    handedState(earlier, later)
  )
}

/** The later one names what the earlier one gives, or a function does that may be called meanwhile. */
function namedDependence(earlier: StepFacts, later: StepFacts): Reason | null {
  for (const variable of earlier.given) {
    const isNeeded = later.named.has(variable) || isHeldByFunction(variable, later.step.node)
    if (isNeeded) return reason('needs-earlier', later.step.node, { name: variable.name })
  }
  const { target } = earlier.step.kind === 'await' ? earlier.step : { target: null }
  if (target?.kind !== 'assigned' || target.pattern.type !== 'MemberExpression') return null
  const [place, text] = [target.pattern, later.step.node].map(({ range }) => later.parsed.text.slice(...range))
  return text!.includes(place!) ? reason('needs-earlier', later.step.node, { name: place! }) : null
}

/** Functions that were made before; hoisted ones may have been called from anywhere. */
function isHeldByFunction({ references }: Variable, later: Node): boolean {
  const own = functionAround(later)
  return references.some(({ identifier }) => {
    const inner = functionAround(identifier as Node)
    if (!inner || inner === own) return false
    return inner.type === 'FunctionDeclaration' || inner.range[0] < later.range[0]
  })
}

function functionAround(node: Node | undefined): Node | null {
  let around = node?.parent
  while (around && !isFunction(around)) around = around.parent
  return around ?? null
}

/** What says that the order is meant: a comment, a check by its name, one call that is made twice. */
function orderMeant(earlier: Operation, later: Operation): Reason | null {
  const { parsed, step } = later
  const { name } = nameOfOperation(earlier.step.operation)
  if (name !== null && namesGuard(name)) return reason('guard', earlier.step.operation, { name })
  const [one, other] = [earlier.step.operation, step.operation].map(({ range }) => parsed.text.slice(...range))
  if (one === other) return reason('repeats', step.operation, { name: nameOfOperation(step.operation).name ?? 'it' })
  const comment = orderCommentBetween(earlier.step.node, step.node, parsed)
  return comment && authorReason(comment, step.node)
}

/** Writes outside the program: only at places that are apart, and by the same call. */
function worldConflict(earlier: Operation, later: Operation): Reason | null {
  const both = [...earlier.behaviour.world, ...later.behaviour.world]
  const write = both.find(({ does, world }) => does === 'write' && world !== 'console')
  if (!write) return null
  const isSameCall = knownOperation(earlier)?.calleeName === knownOperation(later)?.calleeName
  if (isSameCall && writesApart(earlier.behaviour.world, later.behaviour.world)) return null
  return reason('changes-seen', write.anchor, { name: write.name, ...whereOf(write, later.parsed) })
}

/** A write of the one that the other sees, or may see where nothing is known of it. */
function stateConflict(one: Operation, other: Operation): Reason | null {
  for (const write of one.behaviour.accesses) {
    if (write.does !== 'write') continue
    // What one of them keeps for itself the other one may find there, and need not do again.
    const meets = other.behaviour.accesses.some(
      (access) => accessesMeet(access, write) || mayBeOne(write, access, one.region) === 'given',
    )
    const maySee = other.behaviour.opaque.length > 0 && !isOfLocal(write)
    if (meets || (!isKeptForItself(write, one) && (maySee || isGlobal(write)))) {
      return reason('changes-seen', write.anchor, { name: textOf(write, one), ...whereOf(write, one.parsed) })
    }
  }
  return null
}

function isGlobal({ place }: Access): boolean {
  return 'ref' in place && place.ref.root.kind === 'global'
}

/** getUser(request); getPosts(request.user)   this.fetchUser(); getPosts(this.id)   where the first is not known */
function handedState(earlier: Operation, later: StepFacts): Reason | null {
  for (const call of earlier.behaviour.opaque) {
    const handed = handedTo(call)
    const read = later.behaviour.accesses.find((access) => access.does === 'read' && isBelow(access, handed))
    if (read) return reason('changes-seen', read.anchor, { name: call.name ?? 'it' })
  }
  return null
}

function handedTo({ receiver, args }: OpaqueCall): readonly Ref[] {
  return [...(receiver ?? []), ...args.flat()]
}

/** A property of an object that was handed over; the way to a method is none. */
function isBelow({ place, anchor }: Access, handed: readonly Ref[]): boolean {
  if (!('ref' in place) || isWayToMethod(anchor)) return false
  const { ref } = place
  return handed.some((one) => refsMeet(one, ref) && ref.path.length > one.path.length)
}

/** `api` of `api.load()`. */
export function isWayToMethod(anchor: Node): boolean {
  const { parent } = anchor
  if (parent?.type !== 'MemberExpression' || parent.object !== anchor) return false
  return parent.parent.type === 'CallExpression' && parent.parent.callee === parent
}

function textOf({ anchor }: Access, { parsed }: StepFacts): string {
  return parsed.text.slice(...anchor.range).split('\n')[0]!.slice(0, 40)
}

/** Why an await may not be left behind by one that fails before it; null where nobody sees whether it was made. */
export function barOfLeaving({ behaviour, step }: Operation): Reason | null {
  const { accesses, world, marks } = behaviour
  const isSeen =
    marks.length > 0 ||
    world.some(({ does }) => does === 'write') ||
    accesses.some((access) => access.does === 'write' && !isOfLocal(access))
  return isSeen ? reason('stands-between', step.node) : null
}

/** Why an operation may not change places with a declaration that it follows or comes before; null where it may. */
export function barOfPassing(operation: Operation, between: StepFacts): Reason | null {
  const { node } = between.step
  if (RUNS_NOTHING.has(node.type)) return null
  const needed = namedDependence(between, operation) ?? namedDependence(operation, between)
  if (needed) return needed
  const { accesses, world, marks, opaque } = between.behaviour
  const acts = world.length > 0 || marks.length > 0 || opaque.length > 0 || accesses.some(({ does }) => does === 'write')
  if (acts) return reason('stands-between', node)
  const writes = operation.behaviour.accesses.filter(({ does }) => does === 'write')
  const isSeen = writes.some((write) => accesses.some((access) => accessesMeet(access, write)))
  return isSeen ? reason('stands-between', node) : handedState(operation, between)
}

const RUNS_NOTHING = new Set([
  'FunctionDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'EmptyStatement',
])
