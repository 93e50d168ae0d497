import { hasExpectedType } from '../facts/rewrite-legality/expected-type.ts'
import { losesOuterNarrowing } from '../facts/rewrite-legality/narrowing.ts'
import { mayReleaseWhileRunning } from '../facts/rewrite-legality/releases.ts'
import { startsSafely } from '../facts/rewrite-legality/starts-safely.ts'
import { typedByUse } from '../facts/rewrite-legality/typed-by-use.ts'
import type { AwaitStep } from '../model/await-run.ts'
import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { GroupedForm } from '../verdict/grouped.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import { offersOf } from './drafts.ts'
import type { Draft } from './drafts.ts'
import { isDeclaredAround } from './fresh-name.ts'
import { groupParts } from './group-parts.ts'
import { groupStatements } from './group-statements.ts'
import type { OperandTexts } from './grouped-operand.ts'
import { operandText } from './grouped-operand.ts'
import type { Offers } from './rewrite.ts'

/** The awaits of a group, all of them at once. */
export function offerGroupedAwaits(form: GroupedForm, parsed: Parsed, { knownCalls }: Pick<Options, 'knownCalls'>): Offers {
  return offersOf([draftOf(form, parsed, knownCalls)], parsed)
}

function draftOf(form: GroupedForm, parsed: Parsed, rows: Options['knownCalls']): Draft | RefusalCode {
  const refusal = refusalOf(form, parsed)
  if (refusal) return refusal
  const texts = textsOf(form, parsed, rows)
  if (typeof texts === 'string') return texts
  const { container } = form.run
  const list = container ? groupParts(form, container, texts, parsed) : groupStatements(form, texts, parsed)
  return typeof list === 'string' ? list : { form: 'grouped-awaits', title: TITLE, list }
}

const TITLE =
  'Await the calls together with `Promise.all` (all start at once; on failure: the others have started, the first ' +
  'rejection wins).'

function refusalOf({ run, members }: GroupedForm, parsed: Parsed): RefusalCode | null {
  const place = run.container ?? members[0]!.node
  if (isDeclaredAround('Promise', place, parsed)) return 'unsupported-form'
  if (members.some(isSeenMeanwhile)) return 'partial-state'
  if (members.some((member) => isTypedByPlace(member, parsed))) return 'loses-type'
  const operations = members.map(({ operation }) => operation)
  return mayReleaseWhileRunning({ node: place, owner: run.owner }, operations, parsed) ? 'releases-used' : null
}

/** What is assigned after each await can be seen after a failure, unless it is declared here, other than by `var`. */
function isSeenMeanwhile({ target }: AwaitStep): boolean {
  if (target.kind !== 'declared') return target.kind === 'assigned'
  return target.declaration.kind === 'var' && isInTry(target.declaration)
}

/** const a: A = await load('a'), where the place alone tells what the call gives: a list of both would not. */
function isTypedByPlace({ value, operation }: AwaitStep, parsed: Parsed): boolean {
  return hasExpectedType(value, parsed) && typedByUse(operation, parsed) === 'yes'
}

function isInTry(node: Node): boolean {
  for (let child = node, { parent } = node; parent && !isFunction(child); child = parent, { parent } = parent) {
    if (parent.type === 'TryStatement' && parent.block === child) return true
  }
  return false
}

/** A failure of the first would have no handler where a later one threw before there is a promise of it. */
function textsOf({ run, members }: GroupedForm, parsed: Parsed, rows: Options['knownCalls']): OperandTexts | RefusalCode {
  const texts = new Map<AwaitStep, string>()
  for (const [index, member] of members.entries()) {
    const { operation, node } = member
    const isGuarded = index > 0 && !startsSafely(operation, parsed, rows)
    if (isGuarded && losesOuterNarrowing({ node, owner: run.owner }, [operation], parsed)) return 'loses-narrowing'
    const text = operandText(member, isGuarded, parsed)
    if (text === null) return 'unsupported-form'
    texts.set(member, text)
  }
  return texts
}
