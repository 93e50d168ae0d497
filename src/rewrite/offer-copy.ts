import { hasIteratorMethods } from '../facts/arrays/iterable-kind.ts'
import { newArraysOf } from '../facts/arrays/new-array.ts'
import { mayBeAny } from '../facts/rewrite-legality/any-source.ts'
import { isTypeScript } from '../facts/rewrite-legality/is-typescript.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { CopyForm } from '../verdict/copies.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import { collectionMethod } from './collection-method.ts'
import { receiverText, replaceCopy } from './copied-source.ts'
import { forEachToLoop, returnToLoop } from './copy-loop.ts'
import type { Draft } from './drafts.ts'
import { offersOf } from './drafts.ts'
import { EditList } from './edit-list.ts'
import { isDeclaredAround } from './fresh-name.ts'
import { reduceToLoop } from './reduce-loop.ts'
import type { Offers, RewriteOptions } from './rewrite.ts'
import { walksIterables } from './settle-target.ts'

/** What can be done without the copy: with what is copied itself, with a loop, with the methods of its iterator. */
export function offerForCopy(form: CopyForm, parsed: Parsed, options: RewriteOptions): Offers {
  const { copy: { how }, kind } = form
  // Without iterators, as in ES5, `for...of` and `...` walk arrays alone; `Array.from` walks everything.
  const isLeftToIterators = how === 'from' && kind !== 'array'
  if (isLeftToIterators && !walksIterables(parsed.filename)) return { rewrites: [], refused: 'needs-target' }
  if (isWalkedAsIs(form)) return offersOf([dropped(form, parsed)], parsed)
  const drafts = [
    collectionMethod(form, parsed),
    forEachToLoop(form, parsed),
    returnToLoop(form, parsed),
    reduceToLoop(form, parsed),
  ].filter((draft) => draft !== null)
  const pipeline = iteratorPipeline(form, parsed, options)
  const hasLoop = drafts.some((draft) => typeof draft !== 'string')
  return offersOf(hasLoop ? [...drafts, pipeline] : [pipeline, ...drafts], parsed)
}

/** An array in the place of an array, or what takes any iterable. */
function isWalkedAsIs({ copy: { use: { stages, consumer } }, kind }: CopyForm): boolean {
  return kind === 'array' || (stages.length === 0 && consumer.kind !== 'method' && consumer.kind !== 'length')
}

function dropped({ copy, kind, region }: CopyForm, parsed: Parsed): Draft | RefusalCode {
  const list = new EditList()
  const isReceiver = copy.node.parent.type === 'MemberExpression'
  const text = isReceiver ? receiverText(copy.source, parsed) : parsed.text.slice(...copy.source.range)
  const isNew = kind === 'array' && newArraysOf(copy.source, region) !== null
  const refusal = replaceCopy(list, copy, text, parsed, isNew)
  const stops = copy.use.consumer.kind === 'pattern' && kind !== 'array'
  return refusal ?? {
    form: 'drop-copy',
    title: stops ? 'Take the elements from the source itself, which is read only so far.' : 'Walk the source itself, without a copy.',
    list,
  }
}

/** [...users].some(f)   ->   users.values().some(f), Iterator.from(users).some(f) */
function iteratorPipeline(form: CopyForm, parsed: Parsed, options: RewriteOptions): Draft | RefusalCode {
  const { copy, kind } = form
  const { consumer, stages } = copy.use
  if (consumer.kind === 'length' || (consumer.kind === 'method' && consumer.name === 'includes')) return 'unsupported-form'
  if (options.target !== 'es2025') return 'needs-target'
  const text = iteratorText(form, parsed)
  if (text === null) return 'unsupported-form'
  if (isTypeScript(parsed) && losesType(form, text, parsed)) return 'loses-type'
  const list = new EditList()
  const refusal = replaceCopy(list, copy, text, parsed)
  if (refusal) return refusal
  const isOwn = kind === 'set' || kind === 'map' || (kind === 'iterator' && stages.length === 0)
  const name = consumer.kind === 'method' ? `\`${consumer.name}\`` : null
  return { form: 'iterator-pipeline', title: titleOfPipeline(name, isOwn), list }
}

/**
 * Of `any`, `Iterator.from` makes elements that are `unknown`; callbacks of a method of `any` get what has no type,
 * where those of an array get `any`.
 */
function losesType({ copy: { source }, kind }: CopyForm, text: string, parsed: Parsed): boolean {
  return (kind === 'unknown' && text.startsWith('Iterator.from(')) || mayBeAny(source, parsed)
}

function iteratorText({ copy: { how, source, node }, kind, region }: CopyForm, parsed: Parsed): string | null {
  const text = receiverText(source, parsed)
  if (how === 'to-array' || hasIteratorMethods(source, region)) return text
  if (kind === 'set') return `${text}.values()`
  if (kind === 'map') return `${text}.entries()`
  return isDeclaredAround('Iterator', node, parsed) ? null : `Iterator.from(${parsed.text.slice(...source.range)})`
}

function titleOfPipeline(method: string | null, isOwn: boolean): string {
  const what = method ? `Call ${method} on the iterator, without an array` : 'Walk the stages lazily, without arrays'
  return isOwn ? `${what}.` : `${what} (the source is read only as far as needed, in turns with the callbacks).`
}
