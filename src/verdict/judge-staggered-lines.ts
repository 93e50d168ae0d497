import type { TSESTree } from '@typescript-eslint/utils'
import type { PromiseSign } from '../facts/promises/promise-sign.ts'
import { promiseSignOf } from '../facts/promises/promise-sign.ts'
import { areExclusive, isCertainlyReached } from '../facts/promises/paths.ts'
import { isInert } from '../facts/rewrite-legality/inert.ts'
import { isNeverReassigned } from '../facts/scopes/binding.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { isGlobal } from '../facts/scopes/variable-of.ts'
import { namesPlainRead, namesWriteToo } from '../facts/signs/line-signs.ts'
import { ownerOf } from '../model/find-await-loops.ts'
import type { StartedValue } from '../model/find-started-values.ts'
import { findStartedValues } from '../model/find-started-values.ts'
import type { Wait } from '../model/waits.ts'
import { waitsOf } from '../model/waits.ts'
import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { FormVerdict } from './form-verdict.ts'
import { keep, unknown } from './form-verdict.ts'
import { reason } from './question.ts'
import { quietReason } from './quiet.ts'
import type { StaggeredLine, StaggeredPromise } from './staggered.ts'
import type { Confidence, Reason } from './verdict.ts'
import { lower } from './weight.ts'

/** Promises that are each awaited after something else was: whether they are without a handler until then. */
export function judgeStaggeredLines(parsed: Parsed, options: Pick<Options, 'knownCalls'>): StaggeredLine[] {
  const found = findStartedValues(parsed).flatMap((started): Judged[] => {
    const promise = staggered(started, parsed, options)
    return promise ? [{ promise, verdict: judge(promise, parsed) }] : []
  })
  const silent = found.filter(({ verdict }) => verdict.confidence === null)
  const lines = linesOf(found.filter(({ verdict }) => verdict.confidence !== null))
  return [...silent.map((one) => lineOf([one])), ...lines.map(lineOf)]
}

interface Staggered extends StaggeredPromise {
  readonly sign: PromiseSign
}

interface Judged {
  readonly promise: StaggeredPromise
  readonly verdict: FormVerdict
}

/** A value that is awaited after the function has waited for something else. */
function staggered(
  started: StartedValue,
  parsed: Parsed,
  { knownCalls }: Pick<Options, 'knownCalls'>,
): Staggered | null {
  const { variable, statement, owner } = started
  const awaits = variable.references
    .map(({ identifier }) => (identifier as Node).parent)
    .filter((node): node is TSESTree.AwaitExpression => node?.type === 'AwaitExpression')
  const wait = awaits.find((node) => ownerOf(node) === owner)
  if (!wait) return null
  const between = waitsOf(owner, parsed).filter(
    (other) =>
      other.range[0] >= statement.range[1] &&
      isBefore(other, wait) &&
      !areExclusive(wait, other) &&
      !isOverAtOnce(other, parsed),
  )
  if (between.length === 0) return null
  const sign = promiseSignOf(started.init, parsed, knownCalls)
  return { started, wait, between, sign, isPromise: sign === 'promise' || sign === 'unsure' }
}

/** `await Promise.resolve()` is over before the platform looks for failures that nobody handles. */
function isOverAtOnce(wait: Wait, parsed: Parsed): boolean {
  const value = wait.type === 'AwaitExpression' ? plainExpression(wait.argument) : null
  if (value?.type !== 'CallExpression' || value.callee.type !== 'MemberExpression') return false
  const { object, property } = value.callee
  const isPromise = object.type === 'Identifier' && object.name === 'Promise' && isGlobal(object, parsed)
  const isPlain = value.arguments.every((argument) => isInert(argument))
  return isPromise && isPlain && property.type === 'Identifier' && property.name === 'resolve'
}

/** A `for await` waits from its first turn on. */
function isBefore(other: Wait, wait: Node): boolean {
  const end = other.type === 'ForOfStatement' ? other.right.range[1] : other.range[1]
  return end <= wait.range[0]
}

function judge(promise: Staggered, parsed: Parsed): FormVerdict {
  const { started, wait, sign } = promise
  const { variable, init, statement, owner } = started
  const quiet = quietReason(statement, parsed) ?? quietReason(wait, parsed)
  if (quiet) return keep(quiet)
  const other = variable.references.find(
    ({ identifier, init: isInit }) => !isInit && !isAwaitIn(identifier as Node, owner),
  )
  if (other || !isNeverReassigned(variable)) {
    return keep(reason('passed-on', (other?.identifier as Node | undefined) ?? statement, { name: variable.name }))
  }
  if (sign === 'handled' || sign === 'harmless') return keep(reason('handled', init))
  if (sign === 'other' || sign === 'lazy') return unknown(reason('maybe-not-started', init))
  return { verdict: 'repair', ...weigh(sign, promise) }
}

function isAwaitIn({ parent }: Node, owner: Node): boolean {
  return parent?.type === 'AwaitExpression' && ownerOf(parent) === owner
}

function weigh(sign: PromiseSign, { started, between }: StaggeredPromise) {
  const { init, statement, variable: { name } } = started
  const isSure = sign === 'promise'
  const isLikely = sign === 'unsure' || soundsLikeRead(init)
  const sure = between.find((node) => isCertainlyReached(node, statement))
  const reasons: readonly Reason[] = [
    reason('no-handler', sure ?? between[0]!, { name }),
    reason(isSure ? 'surely-promise' : 'likely-promise', statement, { name }),
    ...(sure ? [] : [reason('waits-at-times', between[0]!)]),
  ]
  const confidence: Confidence = isSure && sure ? 'certain' : isSure || (sure && isLikely) ? 'likely' : 'possible'
  return { confidence, reasons }
}

/** `getUser(id)`, of which nothing else is known. What a queue or an iterator gives may never fail. */
function soundsLikeRead(init: Node): boolean {
  const call = plainExpression(init)
  if (call.type !== 'CallExpression') return false
  const callee = plainExpression(call.callee)
  const name = callee.type === 'MemberExpression' ? callee.property : callee
  return name.type === 'Identifier' && namesPlainRead(name.name) && !namesWriteToo(name.name)
}

/** Promises of one block whose times without a handler overlap are one finding. */
function linesOf(found: readonly Judged[]): readonly (readonly Judged[])[] {
  const lines: Judged[][] = []
  for (const one of found) {
    const { statement } = one.promise.started
    const line = lines.find(
      (others) =>
        others[0]!.promise.started.statement.parent === statement.parent &&
        others.some(({ promise }) => statement.range[0] < promise.wait.range[1]),
    )
    if (line) line.push(one)
    else lines.push([one])
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
