import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'

/** A property name, or `*` for one that is not known. */
export type Key = string
export const ANY_KEY: Key = '*'
/** What a Map has for keys; its values lie under their keys. */
export const MAP_KEYS: Key = '@'

/**
 * Where an object comes from:
 *
 *     variable  what a variable declared outside the region holds (parameters and imports too)
 *     global    a name of the platform
 *     this      the receiver of the function that the region belongs to
 *     element   what the turn gets from the loop's head
 *     fresh     an object made in the region; nobody else holds it
 *     opaque    what a call gave whose result is not known; it may be held elsewhere
 */
export type Root =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'global'; readonly name: string }
  | { readonly kind: 'this' }
  | { readonly kind: 'element' }
  | { readonly kind: 'fresh'; readonly node: Node }
  | { readonly kind: 'opaque'; readonly node: Node }

/** An object reached from a root by properties: `a.b.c` is root `a`, path `b`, `c`. */
export interface Ref {
  readonly root: Root
  readonly path: readonly Key[]
}

const LONGEST_PATH = 4

export function extendRef(ref: Ref, keys: readonly Key[]): Ref {
  return keys.length === 0 ? ref : { root: ref.root, path: [...ref.path, ...keys].slice(0, LONGEST_PATH) }
}

export function sameRoot(a: Root, b: Root): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'variable') return a.variable === (b as typeof a).variable
  if (a.kind === 'global') return a.name === (b as typeof a).name
  if (a.kind === 'fresh' || a.kind === 'opaque') return a.node === (b as typeof a).node
  return true
}

/** Whether one object may be, hold or be held by the other: `a.b` and `a.b.c`, `a[k]` and `a.b`. */
export function refsMeet(a: Ref, b: Ref): boolean {
  if (!sameRoot(a.root, b.root)) return false
  const shorter = Math.min(a.path.length, b.path.length)
  for (let index = 0; index < shorter; index += 1) {
    if (!keysMeet(a.path[index]!, b.path[index]!)) return false
  }
  return true
}

/** How long a list is depends on its entries: `xs.length` and `xs[3]`. */
function keysMeet(one: Key, other: Key): boolean {
  if (one === other || one === ANY_KEY || other === ANY_KEY) return true
  const key = one === 'length' ? other : other === 'length' ? one : ''
  return isIndexKey(key)
}

/** The `3` of `xs[3]`. */
export function isIndexKey(key: Key): boolean {
  return /^\d+$/.test(key)
}
