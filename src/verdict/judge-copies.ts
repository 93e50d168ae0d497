import { READING_METHODS } from '../facts/arrays/array-consumers.ts'
import { holderOf } from '../facts/arrays/holder.ts'
import type { IterableKind } from '../facts/arrays/iterable-kind.ts'
import { iterableKindOf } from '../facts/arrays/iterable-kind.ts'
import { isWrittenOut, newArraysOf } from '../facts/arrays/new-array.ts'
import { walkedStateOf } from '../facts/arrays/walked-state.ts'
import type { Region } from '../facts/effects/region.ts'
import { regionAt } from '../facts/effects/region.ts'
import { arraynessOf } from '../facts/rewrite-legality/arrayness.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { isGlobal } from '../facts/scopes/variable-of.ts'
import { looksLikeArray } from '../facts/signs/array-signs.ts'
import { looksLikePartsOfPage } from '../facts/signs/page-signs.ts'
import { valueKindOf } from '../facts/values/value-of.ts'
import type { Copy } from '../model/find-copies.ts'
import { findCopies } from '../model/find-copies.ts'
import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { callbacksOf } from './copy-callbacks.ts'
import { changeWhileWalked } from './copy-changes.ts'
import { gainOf, isTaker } from './copy-gain.ts'
import type { CopyForm, CopyQuestion } from './copies.ts'
import type { FormVerdict } from './form-verdict.ts'
import { keep, unknown } from './form-verdict.ts'
import { reason } from './question.ts'
import { quietReason } from './quiet.ts'
import type { Confidence, Reason } from './verdict.ts'
import { lower } from './weight.ts'

/** Copies into arrays: whether what is done with them could be done with what they are copies of. */
export function judgeCopies(parsed: Parsed, { knownCalls }: Pick<Options, 'knownCalls'>): CopyForm[] {
  const file: Region = { parsed, knownCalls, node: parsed.ast, elements: new Set(), bound: new Map() }
  return findCopies(parsed).flatMap((copy): CopyForm[] => {
    const region = regionAt(copy.node, file)
    const kind = iterableKindOf(copy.source, region)
    if (!isCopy(copy, kind, parsed)) return []
    const holder = holderOf(copy.source, copy.node, region)
    const name = parsed.text.slice(...copy.source.range).split('\n')[0]!.slice(0, 40)
    return [{ copy, kind, region, verdict: judge({ copy, kind, holder, region, name }) }]
  })
}

/** `slice` of a text and `toArray` of a class of the program's own are no copies of that kind. */
function isCopy({ how, node, source }: Copy, kind: IterableKind, parsed: Parsed): boolean {
  if (source.type === 'ObjectExpression') return false
  if (how === 'slice') return kind === 'array'
  if (how === 'to-array') return kind === 'iterator'
  const callee = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee.object : null
  return how === 'spread' || (callee?.type === 'Identifier' && isGlobal(callee, parsed))
}

function judge(question: CopyQuestion): FormVerdict {
  const { copy, kind, region, name } = question
  const quiet = quietReason(copy.node, region.parsed)
  if (quiet) return keep(quiet)
  if (isShort(question)) return keep(reason('few-elements', copy.source))
  // What was just made is nobody's: whatever is done with the copy may be done with the thing itself.
  const made = kind === 'array' ? newArraysOf(copy.source, region) : null
  if (made) return isWrittenOut(made) ? keep(reason('few-elements', copy.source)) : judgeNew(question, made)
  const other = otherUse(question)
  if (other) return keep(other)
  const isArrayBySign = kind === 'unknown' && looksLikeArray(copy.source, region.parsed)
  if (isArrayBySign || (copy.how === 'from' && kind === 'unknown')) return unknown(reason('source-unknown', copy.source, { name }))
  if (mayRejectInstead(question)) return unknown(reason('source-unknown', copy.source, { name }))
  const callbacks = callbacksOf(question)
  if (callbacks.bar) return keep(callbacks.bar)
  const change = changeWhileWalked(question, callbacks)
  if (change.bar) return keep(change.bar)
  const gain = gainOf(question)
  if (gain.isSmall && walkedStateOf(copy.source, region).steps.length === 0) return keep(reason('whole-walk', copy.node))
  const doubts = [...callbacks.doubts, ...change.reasons, ...gain.doubts]
  const cap = callbacks.doubts.length > 0 || gain.doubts.length > 0 ? 'likely' : 'certain'
  const verdict = lazy(lower(cap, change.cap), [...gain.reasons, ...doubts])
  return gain.isSmall ? { ...verdict, preset: 'strict' } : verdict
}

/** The copy of `Array(3)` is what makes elements of its holes. */
function judgeNew({ copy, name, region: { parsed } }: CopyQuestion, made: readonly Node[]): FormVerdict {
  const { node, how, source, use: { consumer, stages } } = copy
  const isIterated = stages.length === 0 && ['loop', 'spread', 'argument', 'pattern'].includes(consumer.kind)
  const waste = reason('new-array', node, { name })
  if (isIterated || how === 'slice' || made.every((array) => arraynessOf(array, parsed) === 'dense')) return lazy('certain', [waste])
  const holes = reason('may-have-holes', source, { name })
  return made.some(isMadeOfHoles) ? keep(holes) : lazy('likely', [waste, holes])
}

/** Array(3), new Array(3) */
function isMadeOfHoles(node: Node): boolean {
  const isCall = node.type === 'CallExpression' || node.type === 'NewExpression'
  return isCall && node.callee.type === 'Identifier' && node.callee.name === 'Array'
}

function lazy(confidence: Confidence, reasons: readonly Reason[]): FormVerdict & { verdict: 'lazy' } {
  return { verdict: 'lazy', confidence, reasons }
}

/** Characters of a text, the arguments of a call, elements of a page. */
function isShort({ copy: { source }, kind, region: { parsed, knownCalls } }: CopyQuestion): boolean {
  const node = plainExpression(source)
  if (kind === 'string' || (node.type === 'Identifier' && node.name === 'arguments')) return true
  return valueKindOf(source, parsed, knownCalls) === 'NodeList' || (kind !== 'array' && looksLikePartsOfPage(source))
}

/** `Promise.all([...jobs()])`: what is thrown while it walks is a rejection, where the copy would have thrown. */
function mayRejectInstead({ copy: { source, use: { consumer } }, region }: CopyQuestion): boolean {
  const { steps, isKnown } = walkedStateOf(source, region)
  return consumer.kind === 'argument' && consumer.name.startsWith('Promise.') && (!isKnown || steps.length > 0)
}

/** The array is indexed, measured, sorted, kept, handed on: what is done with it takes an array of its own. */
function otherUse({ copy: { node, use }, kind, region: { parsed } }: CopyQuestion): Reason | null {
  const { stages, consumer } = use
  const other = reason('used-otherwise', consumer.node)
  const isOf = (methods: ReadonlySet<string>, name: string): boolean => methods.has(name)
  if (kind === 'array' && stages.length > 0) return null
  switch (consumer.kind) {
    case 'other':
      return other
    case 'length':
      return (kind === 'set' || kind === 'map') && stages.length === 0 && consumer.node.object === node ? null : other
    case 'argument':
      return isTaker(consumer, parsed) ? null : other
    case 'method':
      return isOf(kind === 'array' ? READING_METHODS : TAKEN_FROM_ITERATORS, consumer.name) ? null : other
    default:
      return null
  }
}

const TAKEN_FROM_ITERATORS = new Set(['some', 'every', 'find', 'includes', 'reduce', 'forEach'])
