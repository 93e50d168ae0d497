import type { TSESTree } from '@typescript-eslint/utils'
import { wayOfWalking } from '../facts/arrays/way-of-walking.ts'
import { isArrayByType } from '../facts/rewrite-legality/arrayness.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { OverlapVerdict } from '../verdict/verdict.ts'
import type { ConcurrentCall } from './concurrent-call.ts'
import { concurrentCall, globalsOf } from './concurrent-call.ts'
import { EditList } from './edit-list.ts'
import { callbackRefusal, showsPartialState } from './legality.ts'
import type { Maker } from './maker.ts'
import { nameReturned } from './name-returned.ts'
import type { Reduction } from './reduction.ts'
import { reductionOf } from './reduction.ts'
import type { RewriteOptions } from './rewrite.ts'
import { asArrowBody, lineStartOf, textInParentheses } from './source-text.ts'

/** The forms of a loop that is a call with a callback, or why it has none. */
export function callbackMaker(verdict: OverlapVerdict, parsed: Parsed, options: RewriteOptions): Maker | RefusalCode {
  const { loop } = verdict
  const refused = callbackRefusal({ ...loop, exits: [] }, [loop.body], parsed)
  if (refused) return refused
  if (showsPartialState({ ...verdict, collection: null }, [loop.body], parsed)) return 'partial-state'
  const node = loop.node as TSESTree.CallExpression
  return loop.kind === 'from-async'
    ? fromAsyncMaker(verdict, node, parsed, options)
    : reduceMaker(verdict, node, parsed, options)
}

/** Array.fromAsync(xs, async (x) => ...)   ->   pMap(xs, async (x) => ..., { concurrency: 8 }) */
function fromAsyncMaker(
  { verdict }: OverlapVerdict,
  node: TSESTree.CallExpression,
  parsed: Parsed,
  options: RewriteOptions,
): Maker | RefusalCode {
  const [source, callback] = node.arguments
  const isAsync = isFunction(callback) && callback.async && !callback.generator
  if (verdict === 'fission' || !source || !isAsync || node.arguments.length !== 2) return 'unsupported-form'
  const way = wayOfWalking(source, { parsed, knownCalls: [] })
  // An array-like has no iterator, which is what p-map takes; `Array.from` of an async iterable is empty.
  if (way === 'unknown') return 'no-array'
  const text = parsed.text.slice(...source.range)
  const iterable = way === 'array-like' ? `Array.from(${text})` : text
  const walk = { iterable, allAtOnce: '', parameter: '', elements: [] }
  return {
    forms: ['map-bounded'],
    namesFor: () => ['pMap'],
    globalsOf: (form) => globalsOf(form, walk),
    make(form, spelled) {
      const { open, close } = withoutAwait(concurrentCall(form, walk, spelled, options, parsed))
      const list = new EditList().replace(node.range[0], callback.range[0], open)
      nameReturned(list, node, callback, parsed)
      return list.replace(callback.range[1], node.range[1], close)
    },
  }
}

function reduceMaker(
  { loop }: OverlapVerdict,
  node: TSESTree.CallExpression,
  parsed: Parsed,
  options: RewriteOptions,
): Maker | RefusalCode {
  const reduction = reductionOf(node, parsed)
  if (!reduction || !loop.source) return 'unsupported-form'
  if (!isArrayByType(loop.source, parsed)) return 'no-array'
  const source = textInParentheses(loop.source, parsed)
  const walk = { iterable: source, allAtOnce: `${source}.map(`, parameter: reduction.parameters, elements: [] }
  return {
    forms: ['map-bounded', 'map-all'],
    namesFor: (form) => (form === 'map-bounded' ? ['pMap'] : []),
    globalsOf: (form) => globalsOf(form, walk),
    make(form, spelled) {
      const call = withoutAwait(concurrentCall(form, walk, spelled, options, parsed))
      return reduceEdits(node, reduction, call, parsed)
    },
  }
}

/** The call of an expression that is awaited already, or handed on. */
function withoutAwait(call: ConcurrentCall): ConcurrentCall {
  return { ...call, open: call.open.replace(/^await /, '') }
}

function reduceEdits(
  node: TSESTree.CallExpression,
  { parameters, work }: Reduction,
  call: ConcurrentCall,
  parsed: Parsed,
): EditList {
  const head = `${call.open}async (${parameters}) => `
  const edits = new EditList()
  if ('type' in work) return edits.replace(...node.range, `${head}${asArrowBody(work, parsed)}${call.close}`)
  const { block, gone, adds } = work
  edits.replace(node.range[0], block.range[0], head).replace(block.range[1], node.range[1], call.close)
  for (const statement of gone) removeStatement(edits, statement, parsed)
  if (adds) {
    const [start, end] = adds.statement.range
    edits.replace(start, adds.value.range[0], 'return ')
    edits.replace(adds.value.range[1], end, parsed.text[end - 1] === ';' ? ';' : '')
  }
  return edits
}

function removeStatement(edits: EditList, { range: [start, end] }: TSESTree.Statement, parsed: Parsed): void {
  const lineStart = lineStartOf(start, parsed)
  const newline = /^[ \t]*\r?\n/.exec(parsed.text.slice(end))
  const isOwnLine = newline !== null && parsed.text[lineStart - 1] === '\n'
  edits.replace(isOwnLine ? lineStart : start, isOwnLine ? end + newline[0].length : end, '')
}
