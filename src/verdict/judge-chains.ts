import { arrayEvidenceOf } from '../facts/chains/array-evidence.ts'
import { largeSourceOf } from '../facts/chains/large-source.ts'
import { costOfCallback } from '../facts/chains/stage-cost.ts'
import { parametersOf } from '../facts/chains/parameters-of.ts'
import type { Region } from '../facts/effects/region.ts'
import { regionAt } from '../facts/effects/region.ts'
import { listLengthOf } from '../facts/loops/list-length.ts'
import { initOfName } from '../facts/scopes/init-of-name.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import type { Chain, Consumer } from '../model/chain.ts'
import { findChains } from '../model/find-chains.ts'
import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { weighChain } from './chain-effects.ts'
import type { ChainForm } from './chains.ts'
import type { FormVerdict } from './form-verdict.ts'
import { keep, unknown } from './form-verdict.ts'
import { reason } from './question.ts'
import { quietReason } from './quiet.ts'
import type { Reason } from './verdict.ts'
import { lower } from './weight.ts'
import { barToWholeWalk } from './whole-walks.ts'

/** Chains of array methods whose consumer takes a part: whether the rest need not be computed. */
export function judgeChains(parsed: Parsed, { knownCalls }: Pick<Options, 'knownCalls'>): ChainForm[] {
  const file: Region = { parsed, knownCalls, node: parsed.ast, elements: new Set(), bound: new Map() }
  return findChains(parsed).map((chain) => {
    const region = regionAt(chain.owner, file)
    const evidence = arrayEvidenceOf(chain.source, chain.stages, parsed, knownCalls)
    return { chain, verdict: judge(chain, evidence, region), isArray: evidence === 'surely' }
  })
}

function judge(chain: Chain, evidence: ReturnType<typeof arrayEvidenceOf>, region: Region): FormVerdict {
  const { parsed } = region
  const quiet = quietReason(chain.node, parsed)
  if (quiet) return keep(quiet)
  const name = parsed.text.slice(...chain.source.range).split('\n')[0]!.slice(0, 40)
  if (evidence === 'other') return keep(reason('no-plain-array', chain.source, { name }))
  if (evidence === 'doubtful') return unknown(reason('receiver-unknown', chain.source, { name }))
  const large = largeSourceOf(chain.source, parsed, region.knownCalls)
  const short = large === null ? shortness(chain.source, parsed) : null
  const bar = wholeWanted(chain) ?? barToWholeWalk(chain, large, region) ?? short ?? sightOfArray(chain, parsed)
  if (bar) return keep(bar)
  const weight = weighChain(chain, region)
  if (weight.bar) return keep(weight.bar)
  const doubts = [...(evidence === 'surely' ? [] : [reason('receiver-unknown', chain.source, { name })]), ...weight.reasons]
  if (chain.consumer.kind === 'count') {
    const confidence = lower(CAPS[evidence], weight.cap)
    return { verdict: 'lazy', confidence, reasons: [reason('only-counted', chain.consumer.node), ...doubts], preset: 'strict' }
  }
  if (chain.consumer.kind === 'walk') {
    const main = reason('large-source', chain.source, { name: LARGE_SOURCES[large!] })
    return { verdict: 'lazy', confidence: lower(CAPS[evidence], weight.cap), reasons: [main, ...doubts], preset: 'strict' }
  }
  const cost = costOf(chain, region)
  if (!cost && gainsLittle(chain)) return keep(reason('cheap-stages', chain.node))
  const isUnknown = evidence === 'unknown'
  const reasons: Reason[] = [
    reason('stops-early', chain.consumer.node, { name: nameOfConsumer(chain.consumer) }),
    cost ? reason('costly-stage', cost.node, { name: cost.name }) : reason('cheap-stages', chain.node),
    ...doubts,
  ]
  const confidence = lower(CAPS[evidence], weight.cap)
  return { verdict: 'lazy', confidence, reasons, ...(cost && !isUnknown && large !== 'lines' ? {} : { preset: 'strict' }) }
}

const LARGE_SOURCES = { lines: 'a file', iterator: 'an iterator', range: 'a range' } as const

/** How sure one can be at most, by what tells that it is an array. */
const CAPS = { surely: 'certain', signs: 'likely', unknown: 'possible' } as const

/** Prefixes longer than this are by all signs the result that is wanted. */
const LONGEST_PREFIX = 100

/** All of the array is needed, or nothing is gained. */
function wholeWanted({ stages, consumer }: Chain): Reason | null {
  const isComputed = stages.some(({ callback }) => callback && !isNamed(callback, 'Boolean'))
  const wanted = reason('used-otherwise', consumer.node)
  switch (consumer.kind) {
    case 'count':
      return stages.every(({ method }) => method === 'filter') && isComputed && !isCompared(consumer.node) ? null : wanted
    case 'prefix':
      return consumer.count > LONGEST_PREFIX || !isComputed ? wanted : null
    case 'emptiness':
      return stages.at(-1)!.method === 'filter' && isComputed ? null : wanted
    default:
      return isComputed ? null : reason('cheap-stages', stages[0]!.node)
  }
}

/** `length > 1`, `length === 1`: lists of which one asks that are short by all signs. */
function isCompared({ parent }: Node): boolean {
  if (parent?.type !== 'BinaryExpression' || !/^[<>=!]/.test(parent.operator)) return false
  return [parent.left, parent.right].some((side) => side.type === 'Literal')
}

function isNamed(callback: Node, name: string): boolean {
  return callback.type === 'Identifier' && callback.name === name
}

/** Written out, or parts of one text. */
function shortness(source: Node, parsed: Parsed): Reason | null {
  if (isSplit(source, parsed, 0)) return reason('one-text', source)
  return listLengthOf(source, parsed) === 'few' ? reason('few-elements', source) : null
}

/** text.split(',') */
function isSplit(source: Node, parsed: Parsed, depth: number): boolean {
  const node = plainExpression(source)
  if (node.type === 'Identifier' && depth < 4) {
    const init = initOfName(node, parsed)
    return init !== null && isSplit(init, parsed, depth + 1)
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  const { property, object } = node.callee
  if (property.type !== 'Identifier') return false
  return property.name === 'split' || (['filter', 'map', 'slice'].includes(property.name) && isSplit(object, parsed, depth))
}

/** A callback that is given the array of its stage, and may look at it, or a `this`. */
function sightOfArray(chain: Chain, parsed: Parsed): Reason | null {
  const { stages, consumer } = chain
  const isSame = stages.length === 1 && stages[0]!.method === 'filter' && (consumer.kind === 'first' || consumer.kind === 'emptiness')
  if (isSame) return null
  for (const { node, callback } of stages) {
    const seen = callback ? node.arguments.length > 1 || (parametersOf(callback, parsed) ?? 0) > 2 : false
    if (seen) return reason('callback-sees-array', node)
  }
  const last = 'argument' in consumer && consumer.kind !== 'includes' ? consumer.argument : null
  return last && (parametersOf(last, parsed) ?? 0) > 2 ? reason('callback-sees-array', consumer.node) : null
}

/** xs.filter(f).slice(0, 3), xs.map(g)[0]: what takes the place of the chain reads no better. */
function gainsLittle({ stages, consumer }: Chain): boolean {
  return consumer.kind === 'prefix' || (consumer.kind === 'first' && stages.every(({ method }) => method === 'map'))
}

/** The first stage that costs something for elements that nobody needs. */
function costOf({ stages }: Chain, { parsed, knownCalls }: Region): ReturnType<typeof costOfCallback> {
  for (const { callback } of stages) {
    const cost = callback && costOfCallback(callback, parsed, knownCalls)
    if (cost) return cost
  }
  return null
}

function nameOfConsumer(consumer: Consumer): string {
  switch (consumer.kind) {
    case 'first':
      return consumer.node.type === 'ArrayPattern' ? '[first]' : consumer.node.type === 'MemberExpression' ? '[0]' : 'at'
    case 'prefix':
      return `slice(0, ${consumer.count})`
    case 'emptiness':
      return consumer.whenEmpty ? 'length === 0' : 'length > 0'
    case 'count':
      return 'length'
    case 'loop':
    case 'walk':
      return 'for'
    default:
      return consumer.kind
  }
}
