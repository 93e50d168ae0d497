import { isEvaluatedFirst } from '../../facts/rewrite-legality/evaluated-first.ts'
import { isInert } from '../../facts/rewrite-legality/inert.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin } from '../../parse/walk.ts'
import { plainExpression } from '../../facts/scopes/plain-expression.ts'
import type { Stage } from '../../model/chain.ts'
import { freshName } from '../fresh-name.ts'
import type { Piece } from './applied-callback.ts'
import { appliedTo, nameAsPiece, referencesToParameter, usesOf } from './applied-callback.ts'
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
  if (stages.length >= NEW_NAMES.length || stages.some(({ method }) => method !== 'filter' && method !== 'map')) return null
  if (declareOne(callbacks, written, parsed)) return null
  if (haveClash([...callbacks.map((callback) => [callback]), body], parsed)) return null
  const hasMap = stages.some(({ method }) => method === 'map')
  const own = callbacks.map(nameOfParameter)
  const candidates = hasMap ? own.slice(0, 1 + firstMap(stages)) : [wanted, own.at(-1), ...own]
  const choose = chooserOf(callbacks, around, parsed)
  const element = choose(candidates, hasMap && wanted !== null ? [wanted] : [])
  const [taken, steps]: [string[], Step[]] = [[element], []]
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
    const [later, others] = [callbacks.slice(index + 1), stages.slice(index + 1)]
    const times = uses(later, others, namedAtEnd, parsed)
    const mayMove = isTakenFirst(value, later[0], parsed)
    if (times <= 1 && mayMove) continue
    if (times === 0) return null
    const isLast = firstMap(others) < 0
    const name = choose([isLast ? wanted : null, ...later.map(nameOfParameter)], taken)
    taken.push(name)
    steps.push({ kind: 'name', name, piece: value })
    value = nameAsPiece(name)
  }
  return { element, declared: declaredText(element, callbacks, parsed), steps, value }
}

function declareOne(callbacks: readonly Node[], written: readonly string[], parsed: Parsed): boolean {
  return callbacks.some((callback) => declaredIn(callback, parsed).some((name) => written.includes(name)))
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

/** Whether the next callback begins with the element, so that what gives it may stand there: not in `flag || y.a`. */
function isTakenFirst({ node: value }: Piece, callback: Node | undefined, parsed: Parsed): boolean {
  if (!callback || value === null || isInert(value)) return true
  const node = plainExpression(callback)
  if (!isFunction(node)) return true
  const [mention] = referencesToParameter(node, parsed) ?? []
  const begin = node.body?.type === 'BlockStatement' ? node.body.body[0] : node.body
  return mention !== undefined && begin != null && isWithin(mention, begin) && isEvaluatedFirst(mention, begin)
}

/** The element with the type that one of the callbacks writes for it. */
function declaredText(element: string, callbacks: readonly Node[], parsed: Parsed): string {
  const typed = callbacks.find((callback) => nameOfParameter(callback) === element)
  if (!typed) return element
  const [parameter] = (plainExpression(typed) as FunctionNode).params
  return parsed.text.slice(...parameter!.range)
}
