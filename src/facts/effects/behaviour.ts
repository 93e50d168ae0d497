import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import type { KnownCallRow, ValueKind, World } from '../known-calls/row.ts'
import type { Ref } from './place.ts'
import type { PlaceName } from './place-name.ts'

/** Where in the region something happens (`anchor`), and the code that does it, perhaps in a callee (`origin`). */
export interface Happening {
  readonly anchor: Node
  readonly origin: Node
  /** Calls between the two: absent where the region does it itself. */
  readonly depth?: number
  /** In a summary, what tells it from the others. */
  readonly key?: string | undefined
}

/** A read or write of a variable, or of an object's state. */
export interface Access extends Happening {
  readonly does: 'read' | 'write'
  /** The variable itself, or the object. */
  readonly place: { readonly variable: Variable } | { readonly ref: Ref }
  /** The place is a property, not the object that it holds. */
  readonly slot?: true
  /** A read of all that the object holds: it is passed on, spread, printed. */
  readonly deep?: true
  /** The key that the collection is asked by, or given something under: `user.id` of `names.set(user.id, name)`. */
  readonly by?: PlaceName
}

/** A read or write outside the program, by a known call. */
export interface WorldAccess extends Happening {
  readonly does: 'read' | 'write'
  readonly world: World
  /** The path, url or id that names the place; null when the whole world is meant. */
  readonly at: PlaceName | null
  /** Two such writes at one place give the same outcome in either order. */
  readonly idempotent: boolean
  /** The place and all below it: a directory's tree. */
  readonly tree: boolean
  readonly used: Use
  readonly name: string
  /** A read of the clock with which a callee takes how long it waits, and what becomes of that. */
  readonly measures?: Measure
  /** A message for those who look for faults. */
  readonly isForDebugging?: true
  /** What it does by signs, as long as its value is used: `SELECT f($1)`. */
  readonly bySigns?: { readonly signs: Signs; readonly does: 'read' | 'write' } | undefined
  /** Done by a function that only a type checker has found, and that a class below may replace. */
  readonly isAssumed?: true
}

/** Whether how long something takes is given to who asked for it. */
export type Measure = 'given' | 'aside'

/** What a known call is beyond its effects. */
export interface Mark extends Happening {
  /** `pacing` is a wait for the time alone; `waits` one on the way to a value, or to other work of a callee. */
  readonly what: 'ordered' | 'interactive' | 'pacing' | 'waits' | 'one-at-a-time' | 'exits'
  readonly row: KnownCallRow
  readonly name: string
  readonly receiver: readonly Ref[]
  readonly used: Use
}

/** A call whose callee was not found. */
export interface OpaqueCall extends Happening {
  readonly call: OpaqueNode
  /** Last name of the callee: `save` in `repo.save(x)`. Null for a computed or anonymous one. */
  readonly name: string | null
  /** Names before it: `this`, `repo`. */
  readonly receiverNames: readonly string[]
  readonly receiver: readonly Ref[] | null
  /** Where the callee's chain begins: `trx` in `trx('t').insert(x)`. */
  readonly chainStart: readonly Ref[]
  readonly args: readonly (readonly Ref[])[]
  readonly awaited: boolean
  readonly used: Use
  /** The variable that is called, in `f(x)`. */
  readonly calleeVariable: Variable | null
  /** The callee itself is the element or a part of it: `hook(x)` for each hook. */
  readonly callsElement: boolean
  /** What it does by the way it is written is told beside it: `db.user.update({ where: { id } })`. */
  readonly isTold?: true
}

export type OpaqueNode =
  TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression | TSESTree.ImportExpression

/** `returned`: it is the value of the function that the region is the body of. */
export type Use = 'used' | 'discarded' | 'returned'

/** What a call does is known by signs only, unless a parameter is given a value of one of the kinds. */
export interface Signs {
  readonly unless?: { readonly variable: Variable; readonly kinds: readonly ValueKind[] }
}

/** What is known by signs only: by what a class, a caller or a statement mostly does. */
export interface Assumed extends Happening {
  readonly signs?: Signs
}

/** All that a region does, in source order of the anchors. */
export interface Behaviour {
  readonly accesses: readonly Access[]
  readonly world: readonly WorldAccess[]
  readonly marks: readonly Mark[]
  readonly opaque: readonly OpaqueCall[]
  /** Calls of a method that a class below the one that was found may replace, and others that go by signs. */
  readonly assumed: readonly Assumed[]
  /** There is more than is told. */
  readonly partial?: true
}

/** A behaviour that is being told. */
export type BehaviourLists = { readonly [List in keyof Omit<Behaviour, 'partial'>]: Behaviour[List][number][] }
