import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { plainExpression } from '../../facts/scopes/plain-expression.ts'
import type { Stage } from '../../model/chain.ts'
import { freshName } from '../fresh-name.ts'
import type { Piece } from './applied-callback.ts'
import { appliedTo, nameAsPiece, usesOf } from './applied-callback.ts'
import { declaredIn, haveClash, mentions, nameOfParameter } from './name-clashes.ts'

/** What the stages do with one element, in order: leave it out by a test, compute something of it, give it a name. */
export type Step =
  | { readonly kind: 'test'; readonly piece: Piece }
  | { readonly kind: 'statement'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string; readonly piece: Piece }

export interface Steps {
  /** Name of an element of the source. */
  readonly element: string
  /** The element with the type that a callback writes for it. */
  readonly declared: string
  readonly steps: readonly Step[]
  /** What the last stage gives. */
  readonly value: Piece
}

/** Where the steps are put. */
export interface Surroundings {
  readonly place: Node
  /** Name that a loop has for what the stages give. */
  readonly wanted: string | null
  /** How often what the stages give is named after the last callback. */
  readonly namedAtEnd: number
  /** Code that the steps share a block with. */
  readonly body: readonly Node[]
  /** What the head of a loop walks, where the name of its element stands for nothing yet: for (const x of x.list). */
  readonly walked?: Node
  /** Variables around the steps that are written among them. */
  readonly written?: readonly string[]
}

/**
 * The stages, told for one element. `last` is the callback after them. Null where a callback cannot be written out.
 */
export function stepsOf(
  stages: readonly Stage[],
  last: Node | null,
  around: Surroundings,
  parsed: Parsed,
): Steps | null {
  const { wanted, body, namedAtEnd, written = [] } = around
  const callbacks = [...stages.map(({ callback }) => callback as Node), ...(last ? [last] : [])]
  if (stages.some(({ method }) => method !== 'filter' && method !== 'map')) return null
  if (stages.length >= NEW_NAMES.length) return null
  if (haveClash([...callbacks.map((callback) => [callback]), body], parsed)) return null
  if (callbacks.some((callback) => declaredIn(callback, parsed).some((name) => written.includes(name)))) return null
  const hasMap = stages.some(({ method }) => method === 'map')
  const own = callbacks.map(nameOfParameter)
  const candidates = hasMap ? own.slice(0, 1 + firstMap(stages)) : [wanted, own.at(-1), ...own]
  const choose = chooserOf(callbacks, around, parsed)
  const element = choose(candidates, hasMap && wanted !== null ? [wanted] : [])
  const taken = [element]
  const typed = callbacks.find((callback) => nameOfParameter(callback) === element)
  const steps: Step[] = []
  let value = nameAsPiece(element)
  for (const [index, { method, callback }] of stages.entries()) {
    const applied = appliedTo(callback!, value, parsed)
    if (!applied) return null
    steps.push(...applied.statements.map((text): Step => ({ kind: 'statement', text })))
    if (method === 'filter') {
      steps.push({ kind: 'test', piece: applied.value })
      continue
    }
    value = applied.value
    const later = callbacks.slice(index + 1)
    if (uses(later, stages.slice(index + 1), namedAtEnd, parsed) <= 1) continue
    const isLast = firstMap(stages.slice(index + 1)) < 0
    const name = choose([isLast ? wanted : null, ...later.map(nameOfParameter)], taken)
    taken.push(name)
    steps.push({ kind: 'name', name, piece: value })
    value = nameAsPiece(name)
  }
  return { element, declared: typed ? declaredText(typed, parsed) : element, steps, value }
}

type Choose = (names: readonly (string | null | undefined)[], taken: readonly string[]) => string

/** Chooses the first name that is not taken and means nothing else in what the steps are told of, or a new one. */
function chooserOf(callbacks: readonly Node[], around: Surroundings, parsed: Parsed): Choose {
  const { wanted, place, body, walked, written = [] } = around
  const fits = (name: string): boolean =>
    !written.includes(name) &&
    !(walked && mentions(walked, name, parsed)) &&
    callbacks.every((callback) => nameOfParameter(callback) === name || !mentions(callback, name, parsed)) &&
    (name === wanted || body.every((part) => !mentions(part, name, parsed)))
  return (names, taken) =>
    names.find((name) => typeof name === 'string' && !taken.includes(name) && fits(name)) ??
    freshName(NEW_NAMES.filter((name) => !taken.includes(name)), place, parsed)
}

/** More than there are stages. */
const NEW_NAMES = ['item', 'element', 'entry', 'part', 'piece', 'thing', 'detail', 'fact']

function firstMap(stages: readonly Stage[]): number {
  return stages.findIndex(({ method }) => method === 'map')
}

/** How often what a `map` gives is named until the next `map`. */
function uses(later: readonly Node[], stages: readonly Stage[], namedAtEnd: number, parsed: Parsed): number {
  const next = firstMap(stages)
  const readers = next < 0 ? later : later.slice(0, next + 1)
  return readers.reduce((sum, reader) => sum + usesOf(reader, parsed), next < 0 ? namedAtEnd : 0)
}

function declaredText(callback: Node, parsed: Parsed): string {
  const [parameter] = (plainExpression(callback) as FunctionNode).params
  return parsed.text.slice(...parameter!.range)
}
