import type { TSESTree } from '@typescript-eslint/utils'
import type { PromiseSign } from '../facts/promises/promise-sign.ts'
import { promiseSignOf } from '../facts/promises/promise-sign.ts'
import { waitsBetween } from '../facts/promises/waits-between.ts'
import { isNeverReassigned } from '../facts/scopes/binding.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { namesWriteToo } from '../facts/signs/line-signs.ts'
import { signOfName } from '../facts/signs/name-signs.ts'
import { ownerOf } from '../model/find-await-loops.ts'
import type { StartedValue } from '../model/find-started-values.ts'
import { findStartedValues } from '../model/find-started-values.ts'
import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { FormVerdict } from './form-verdict.ts'
import { keep, unknown } from './form-verdict.ts'
import { reason } from './question.ts'
import { quietReason } from './quiet.ts'
import type { StaggeredLine, StaggeredPromise } from './staggered.ts'
import type { Confidence, Reason } from './verdict.ts'
import type { FirstWaits } from './wait-times.ts'
import { WaitTimes } from './wait-times.ts'
import { lower } from './weight.ts'

/** Promises that are each awaited after something else was: whether they are without a handler until then. */
export function judgeStaggeredLines(parsed: Parsed, options: Pick<Options, 'knownCalls'>): StaggeredLine[] {
  const times = new WaitTimes(parsed, options.knownCalls)
  const found = findStartedValues(parsed).flatMap((started): Judged[] => {
    const promise = staggered(started, parsed, times)
    const judged = promise && judge(promise, parsed, options, times)
    return judged ? [judged] : []
  })
  const silent = found.filter(({ verdict }) => verdict.confidence === null)
  const lines = linesOf(found.filter(({ verdict }) => verdict.confidence !== null))
  return [...silent.map((one) => lineOf([one])), ...lines.map(lineOf)]
}

type Staggered = Omit<StaggeredPromise, 'isPromise'>

interface Judged {
  readonly promise: StaggeredPromise
  readonly verdict: FormVerdict
}

/** A value that is awaited after the function has waited for something else. */
function staggered(started: StartedValue, parsed: Parsed, times: WaitTimes): Staggered | null {
  const { variable, statement, owner } = started
  const awaits = variable.references
    .map(({ identifier }) => (identifier as Node).parent)
    .filter((node): node is TSESTree.AwaitExpression => node?.type === 'AwaitExpression')
  const wait = awaits.find((node) => ownerOf(node) === owner)
  if (!wait) return null
  const between = waitsBetween(statement, wait, owner, parsed)
  return between.stretches.length > 0 ? { started, wait, between, takesTime: times.takes } : null
}

const SURELY_PROMISES: ReadonlySet<PromiseSign> = new Set<PromiseSign>(['promise', 'unsure', 'entrusted'])

/** Null where nothing that is waited for takes any time. What is written decides first, as bodies are long to read. */
function judge(
  promise: Staggered,
  parsed: Parsed,
  { knownCalls }: Pick<Options, 'knownCalls'>,
  times: WaitTimes,
): Judged | null {
  const { started: { init, statement }, between } = promise
  const kept = keptReason(promise, parsed)
  if (kept) return { promise: { ...promise, isPromise: false }, verdict: keep(kept) }
  const sign = promiseSignOf(init, parsed, knownCalls)
  const found = { ...promise, isPromise: SURELY_PROMISES.has(sign) }
  if (sign === 'handled' || sign === 'harmless') return { promise: found, verdict: keep(reason('handled', init)) }
  if (sign === 'other' || sign === 'lazy') {
    return { promise: found, verdict: unknown(reason('maybe-not-started', init)) }
  }
  const waits = times.firstOf(between, statement)
  return waits && { promise: found, verdict: { verdict: 'repair', ...weigh(sign, promise, waits) } }
}

function keptReason({ started, wait }: Staggered, parsed: Parsed): Reason | null {
  const { variable, statement, owner } = started
  const quiet = quietReason(statement, parsed) ?? quietReason(wait, parsed)
  if (quiet) return quiet
  const other = variable.references.find(
    ({ identifier, init: isInit }) => !isInit && !isAwaitIn(identifier as Node, owner),
  )
  if (!other && isNeverReassigned(variable)) return null
  return reason('passed-on', (other?.identifier as Node | undefined) ?? statement, { name: variable.name })
}

function isAwaitIn({ parent }: Node, owner: Node): boolean {
  return parent?.type === 'AwaitExpression' && ownerOf(parent) === owner
}

function weigh(
  sign: PromiseSign,
  { started }: Staggered,
  { any, reached, long }: FirstWaits,
): { confidence: Confidence; reasons: readonly Reason[] } {
  const { init, statement, variable: { name } } = started
  const sure = long ?? reached
  const isSure = sign === 'promise'
  const isLikely = isSure || (sure !== null && (sign === 'unsure' || (sign === 'maybe' && soundsLikeRead(init))))
  const reasons: readonly Reason[] = [
    reason('no-handler', sure ?? any, { name }),
    reason(isSure ? 'surely-promise' : 'likely-promise', statement, { name }),
    ...(sure ? [] : [reason('waits-at-times', any)]),
    ...(sure && !long ? [reason('wait-unknown', sure)] : []),
  ]
  return { confidence: isSure && long ? 'certain' : isLikely ? 'likely' : 'possible', reasons }
}

/** `getUser(id)`, of which nothing else is known. What a queue gives may never fail, a query may not have started. */
function soundsLikeRead(init: Node): boolean {
  const call = plainExpression(init)
  if (call.type !== 'CallExpression') return false
  const callee = plainExpression(call.callee)
  const name = callee.type === 'MemberExpression' ? callee.property : callee
  if (name.type !== 'Identifier' || signOfName(name.name) !== 'reads' || namesWriteToo(name.name)) return false
  return callee.type !== 'MemberExpression' || callee.object.type === 'ThisExpression' || !QUERIES.has(name.name)
}

/** What clients of databases call queries, many of which run when they are awaited: `db.query.users.findMany()`. */
const QUERIES = new Set('find findOne findMany findFirst findUnique findById findAll select count aggregate query'.split(' '))

/** Promises of one block whose times without a handler overlap are one finding. They come in source order. */
function linesOf(found: readonly Judged[]): readonly (readonly Judged[])[] {
  const lines: Judged[][] = []
  const open = new Map<Node, { line: Judged[]; end: number }>()
  for (const one of found) {
    const { started: { statement }, wait } = one.promise
    const last = open.get(statement.parent)
    if (last && statement.range[0] < last.end) {
      last.line.push(one)
      last.end = Math.max(last.end, wait.range[1])
    } else {
      const line = [one]
      lines.push(line)
      open.set(statement.parent, { line, end: wait.range[1] })
    }
  }
  return lines
}

function lineOf(judged: readonly Judged[]): StaggeredLine {
  const verdicts = judged.map(({ verdict }) => verdict)
  const [first, ...others] = verdicts
  const confidence = others.reduce(
    (least, verdict) => (least && verdict.confidence ? lower(least, verdict.confidence) : null),
    first!.confidence,
  )
  const verdict = confidence === null ? first! : { ...first!, confidence }
  return { kind: 'line', promises: judged.map(({ promise }) => promise), verdict: verdict as FormVerdict }
}
