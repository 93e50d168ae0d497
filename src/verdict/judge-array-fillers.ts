import type { Behaviour } from '../facts/effects/behaviour.ts'
import { collectBehaviour } from '../facts/effects/collect-behaviour.ts'
import type { FillerCalls } from '../facts/producers/calls-of-filler.ts'
import { callsOfFiller } from '../facts/producers/calls-of-filler.ts'
import { changesLater } from '../facts/producers/changes-later.ts'
import { promiseIn } from '../facts/producers/promise-values.ts'
import { insideView } from '../facts/producers/inside-view.ts'
import { endsOtherwise, handlerAround, openMeanwhile } from '../facts/producers/open-meanwhile.ts'
import type { ArrayUse, NeedsArray } from '../facts/producers/use-of-array.ts'
import { useOfArray } from '../facts/producers/use-of-array.ts'
import type { ArrayFiller } from '../model/find-array-fillers.ts'
import { findArrayFillers } from '../model/find-array-fillers.ts'
import type { Options } from '../options.ts'
import type { FunctionNode, Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { fileOf } from '../parse/file-of.ts'
import { isWithin } from '../parse/walk.ts'
import type { FillerForm, Gain } from './filler-form.ts'
import { gainOf } from './filler-gain.ts'
import type { FormVerdict } from './form-verdict.ts'
import { keep } from './form-verdict.ts'
import { meanwhileWeight } from './meanwhile-weight.ts'
import { producerWeight } from './producer-weight.ts'
import { reason } from './question.ts'
import { isTestFile } from '../facts/signs/path-signs.ts'
import { quietReason } from './quiet.ts'
import type { Confidence, Reason } from './verdict.ts'
import type { Weight } from './weight.ts'
import { lower } from './weight.ts'
import { placeData } from './where.ts'
import { withCopies } from './worth-copy.ts'

type Known = Pick<Options, 'knownCalls'>

/** The functions that fill an array and return it: whether they could as well give its values one by one. */
export function judgeArrayFillers(parsed: Parsed, options: Known): FillerForm[] {
  return findArrayFillers(parsed).map((filler) => judgeFiller(filler, callsOfFiller(filler, parsed), parsed, options))
}

/** One of them, with the calls that are known; `exported` of those is null where these are all. */
export function judgeFiller(
  filler: ArrayFiller,
  calls: FillerCalls | null,
  parsed: Parsed,
  options: Known,
): FillerForm {
  const given = (calls?.calls ?? []).map((call) => useOfArray(call, filler.node.async, fileOf(call, parsed)))
  // What a test would gain does not count.
  const outsideTests = given.filter(({ call }) => !isTestFile(fileOf(call, parsed).filename))
  const gain = gainOf(filler, outsideTests, parsed)
  const uses = withCopies(given, filler, gain, parsed)
  const bar = quietReason(filler.node, parsed) ?? barOf(filler, calls, uses, parsed)
  const form = { filler, uses, isExported: calls?.exported !== null, gain }
  if (bar) return { ...form, verdict: keep(bar) }
  const isLittle = gain === null || (form.isExported && gain === 'any-length')
  if (isLittle) return { ...form, verdict: keep(reason('little-gained', nameOf(filler))) }
  return { ...form, verdict: judge(form, gain, parsed, options) }
}

/** Why somebody needs the array itself, or may. */
function barOf(
  filler: ArrayFiller,
  calls: FillerCalls | null,
  uses: readonly ArrayUse[],
  parsed: Parsed,
): Reason | null {
  if (filler.otherUse) return reason('array-used', filler.otherUse, { name: filler.array.name })
  if (!calls || calls.handedOn) return reason('callers-unseen', calls?.handedOn ?? nameOf(filler))
  const needs = uses.find((use): use is NeedsArray => use.how === 'array' || use.how === 'discarded')
  const isOwn = ({ call }: ArrayUse): boolean => isWithin(call, filler.node)
  if (needs && !(filler.node.async && isAppended(needs, filler))) {
    return placed(reason(needs.how === 'array' ? 'caller-keeps-array' : 'caller-discards', needs.node), parsed)
  }
  return uses.every(isOwn) ? reason('no-local-caller', nameOf(filler)) : null
}

/** `out.push(...(await walk(child)))` in `walk` itself, which becomes `yield* walk(child)`. */
function isAppended({ call }: NeedsArray, { appends }: ArrayFiller): boolean {
  const value = call.parent.type === 'AwaitExpression' ? call.parent.parent : null
  return value?.type === 'SpreadElement' && appends.some((append) => append.call === value.parent)
}

function judge({ filler, uses, isExported }: Pick<FillerForm, 'filler' | 'uses' | 'isExported'>, gain: Gain, parsed: Parsed, { knownCalls }: Known): FormVerdict {
  const { node } = filler
  const name = nameOf(filler)
  const open = openMeanwhile(filler, parsed)
  if (open) return keep(reason('holds-resource', open))
  const end = endsOtherwise(filler, parsed)
  if (end) return keep(reason('fails-late', end))
  const promise = node.async ? promiseIn(filler, parsed, knownCalls) : null
  if (promise) return keep(reason('promise-elements', promise))
  const region = { parsed, knownCalls, node, elements: new Set<never>(), bound: new Map<never, never>() }
  const behaviour = collectBehaviour([...node.params, node.body as Node], region)
  const weights: Weight[] = [producerWeight(filler, behaviour, parsed)]
  if (weights[0]!.bar) return keep(weights[0]!.bar)
  const view = insideView(filler, parsed, knownCalls)
  const change = changesLater(filler, view, parsed)
  if (change) return keep(reason('changes-later', change.anchor))
  for (const use of uses) {
    if (use.how === 'walked') weights.push(meanwhileWeight(use, filler, view, parsed, knownCalls))
  }
  const bar = weights.find((weight) => weight.bar)?.bar ?? failureBar(uses, behaviour)
  if (bar) return keep(placed(bar, parsed))
  const floor: Confidence = isExported || gain === 'any-length' ? 'possible' : 'certain'
  const confidence = weights.reduce<Confidence>((least, { cap }) => lower(least, cap), floor)
  const doubts = weights.flatMap(({ reasons }) => reasons.map((doubt) => placed(doubt, parsed)))
  return { verdict: 'lazy', confidence, reasons: [reason('callers-walk', name), reason(gain, name), ...doubts] }
}

/** With the file and line, where that is another file. */
function placed(found: Reason, parsed: Parsed): Reason {
  return { ...found, data: { ...found.data, ...placeData(found.node, parsed) } }
}

/** A caller that handles a failure of what reads files or the network has then done nothing yet, but for an array. */
function failureBar(uses: readonly ArrayUse[], { world, opaque }: Behaviour): Reason | null {
  if (world.length + opaque.length === 0) return null
  for (const use of uses) {
    const around = use.how === 'walked' ? handlerAround(use.loop) : null
    if (around) return reason('fails-late', around)
  }
  return null
}

function nameOf({ name, node }: { name: ArrayFiller['name']; node: FunctionNode }): Node {
  return name ?? node
}
