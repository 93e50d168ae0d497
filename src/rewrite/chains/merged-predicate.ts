import type { TSESTree } from '@typescript-eslint/utils'
import { isArrayByType } from '../../facts/rewrite-legality/arrayness.ts'
import { parametersOf } from '../../facts/chains/parameters-of.ts'
import { plainExpression } from '../../facts/scopes/plain-expression.ts'
import { parseKind } from '../../facts/values/kind.ts'
import { valueKindOf } from '../../facts/values/value-of.ts'
import type { Chain, Stage } from '../../model/chain.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { RefusalCode } from '../../verdict/reason-codes.ts'
import type { ChainForm } from '../../verdict/chains.ts'
import type { Draft } from '../drafts.ts'
import { EditList } from '../edit-list.ts'
import { rangeInParentheses } from '../source-text.ts'
import type { Piece } from './applied-callback.ts'
import { asOperand } from './applied-callback.ts'
import { consumerEdits } from './consumer-edits.ts'
import type { Method } from './predicate-text.ts'
import { predicateText } from './predicate-text.ts'
import { losesGuard } from './type-guards.ts'

/** The method that takes the place of the consumer, and the stages that its callback has to do the work of. */
interface Merge {
  readonly stages: readonly Stage[]
  readonly method: Method
  /** The callback after the stages; that of the last stage where the consumer has none. */
  readonly last: Node
}

/**
 *     xs.filter(f)[0]              xs.find(f)
 *     xs.filter(f).length > 0      xs.some(f)
 *     xs.filter(f).some(h)         xs.some((x) => f(x) && h(x))
 *     xs.map(g).includes(v)        xs.some((x) => g(x) === v)
 */
export function mergedPredicate(form: ChainForm, parsed: Parsed): Draft | RefusalCode {
  const { chain, isArray } = form
  const merge = mergeOf(chain)
  if (!merge) return 'unsupported-form'
  const { method, stages, last } = merge
  if (method === 'find' && stages.some((stage) => stage.method !== 'filter')) return 'unsupported-form'
  if (method === 'find' && !isArray && chain.consumer.kind !== 'find') return 'no-array'
  if (stages.length > 0 && method === 'find' && losesGuard([...stages.map(({ callback }) => callback!), last], parsed)) return 'loses-narrowing'
  if (hasOptionalEmptiness(chain)) return 'unsupported-form'
  const callback = stages.length === 0 && chain.consumer.kind !== 'includes' ? null : callbackText(chain, merge, parsed)
  if (callback !== null && typeof callback === 'object') return callback.refused
  const list = new EditList()
  const isPlaced = consumerEdits(list, chain, method, callback, parsed)
  return isPlaced ? { form: 'merged-predicate', title: titleOf(merge, chain), list } : 'unsupported-form'
}

function mergeOf({ stages, consumer }: Chain): Merge | null {
  const last = stages.at(-1)!
  switch (consumer.kind) {
    case 'some':
    case 'every':
    case 'find':
      return { stages, method: consumer.kind, last: consumer.argument }
    case 'includes':
      return { stages, method: 'some', last: consumer.argument }
    case 'first':
      return last.method === 'filter' ? { stages: stages.slice(0, -1), method: 'find', last: last.callback! } : null
    case 'emptiness':
      return { stages: stages.slice(0, -1), method: 'some', last: last.callback! }
    default:
      return null
  }
}

/** Without `xs`, `xs?.filter(f).length === 0` is false, and `!xs?.some(f)` true; as tests alone both forms agree. */
function hasOptionalEmptiness({ consumer, stages }: Chain): boolean {
  return consumer.kind === 'emptiness' && consumer.node.type === 'BinaryExpression' && stages.some(({ callee, node }) => callee.optional || node.optional)
}

type Refused = { readonly refused: RefusalCode }

function callbackText(chain: Chain, { stages, method, last }: Merge, parsed: Parsed): string | Refused {
  const isIncludes = chain.consumer.kind === 'includes'
  if (isIncludes && !isComparable(last, stages, parsed)) return { refused: 'unsupported-form' }
  const seesIndex = [...stages.map(({ callback }) => callback), isIncludes ? null : last].some(
    (callback) => callback && (parametersOf(callback, parsed) ?? 0) > 1,
  )
  if (seesIndex) return { refused: 'sees-index' }
  const flat = stages.findIndex((stage) => stage.method === 'flatMap')
  const wanted = isIncludes ? textOfIncludes(last, parsed) : last
  if (flat >= 0) return nestedText(chain, { stages, method, last }, flat, parsed)
  return predicateText(stages, wanted, method, placeOf(chain), parsed) ?? { refused: 'unsupported-form' }
}

/** Where the merged callback is put. */
function placeOf({ node, held, consumer }: Chain): Node {
  return held && 'argument' in consumer ? consumer.node : node
}

/** xs.flatMap(g).some(h)   ->   xs.some((x) => g(x).some(h)) */
function nestedText(chain: Chain, merge: Merge, at: number, parsed: Parsed): string | Refused {
  const { stages, method, last } = merge
  const flat = plainExpression(stages[at]!.callback!)
  if (method === 'find' || chain.consumer.kind === 'includes') return { refused: 'unsupported-form' }
  if (!isFunction(flat) || flat.body?.type === 'BlockStatement' || !isArrayByType(flat.body as Node, parsed)) return { refused: 'no-array' }
  const rest = stages.slice(at + 1)
  const own = parsed.text.slice(...last.range)
  const inner = rest.length === 0 ? own : callbackText(chain, { stages: rest, method, last }, parsed)
  if (typeof inner === 'object') return inner
  const before: Stage[] = [...stages.slice(0, at), { ...stages[at]!, method: 'map' }]
  const text = predicateText(before, (value) => ({ text: `${asOperand(value)}.${method}(${inner})`, isAtom: true, node: null }), method, placeOf(chain), parsed)
  return text ?? { refused: 'unsupported-form' }
}

/** `includes` takes NaN for equal to itself, which `===` does not; and evaluates its argument once. */
function isComparable(value: Node, stages: readonly Stage[], parsed: Parsed): boolean {
  const isConstant = value.type === 'Literal' || value.type === 'Identifier' || (value.type === 'MemberExpression' && !value.computed)
  const given = stages.at(-1)!
  const body = plainExpression(given.callback ?? value)
  const kinds = [value, ...(given.method === 'map' && isFunction(body) ? [body.body as Node] : [])].map((node) => valueKindOf(node, parsed))
  return isConstant && kinds.some((kind) => kind !== null && COMPARABLE.has(parseKind(kind).head))
}

const COMPARABLE = new Set(['string', 'boolean', 'bigint', 'null', 'undefined', 'Object', 'Function', 'Array'])

function textOfIncludes(value: Node, parsed: Parsed): (piece: Piece) => Piece {
  const text = parsed.text.slice(...rangeInParentheses(value, parsed))
  return (piece) => ({ text: `${asOperand(piece)} === ${text}`, isAtom: false, node: EQUALITY })
}

/** Stands for a comparison, which binds more than `&&` and less than `!`. */
const EQUALITY = { type: 'BinaryExpression' } as TSESTree.BinaryExpression

function titleOf({ method, stages }: Merge, { consumer }: Chain): string {
  const what = stages.length === 0 ? `Use \`${method}\`` : `Merge the stages into one \`${method}\``
  const isNegated = consumer.kind === 'emptiness' && consumer.whenEmpty
  const at = method === 'every' || isNegated ? 'the first element that decides' : 'the first match'
  return `${what} (it stops at ${at}, so later elements are not examined).`
}
