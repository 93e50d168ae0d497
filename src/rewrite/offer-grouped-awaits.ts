import { startsSafely } from '../facts/rewrite-legality/starts-safely.ts'
import { mayReleaseWhileRunning } from '../facts/rewrite-legality/releases.ts'
import type { AwaitStep } from '../model/await-run.ts'
import type { Options } from '../options.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { GroupedForm } from '../verdict/grouped.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import { offersOf } from './drafts.ts'
import type { Draft } from './drafts.ts'
import { isDeclaredAround } from './fresh-name.ts'
import { groupParts } from './group-parts.ts'
import { groupStatements } from './group-statements.ts'
import { valueWithTypes } from './grouped-operand.ts'
import type { Offers } from './rewrite.ts'

/** The awaits of a group, all of them at once. */
export function offerGroupedAwaits(form: GroupedForm, parsed: Parsed, { knownCalls }: Pick<Options, 'knownCalls'>): Offers {
  return offersOf([refusalOf(form, parsed, knownCalls) ?? draftOf(form, parsed)], parsed)
}

function draftOf(form: GroupedForm, parsed: Parsed): Draft | RefusalCode {
  const list = form.run.container ? groupParts(form, form.run.container, parsed) : groupStatements(form, parsed)
  return typeof list === 'string' ? list : { form: 'grouped-awaits', title: TITLE, list }
}

const TITLE =
  'Await them together with `Promise.all` (all start at once: when one fails the others have started, and of several ' +
  'failures the first in time is thrown).'

function refusalOf({ run, members }: GroupedForm, parsed: Parsed, rows: Options['knownCalls']): RefusalCode | null {
  const [first, ...others] = members
  const place = run.container ?? first!.node
  if (isDeclaredAround('Promise', place, parsed)) return 'unsupported-form'
  if (members.some((member) => valueWithTypes(member, parsed) === null)) return 'unsupported-form'
  // A failure of the first would have no handler where a later one throws before there is a promise of it.
  if (!others.every(({ operation }) => startsSafely(operation, parsed, rows))) return 'may-throw-first'
  if (members.some(isSeenMeanwhile)) return 'partial-state'
  const operations = members.map(({ operation }) => operation)
  return mayReleaseWhileRunning({ node: place, owner: run.owner }, operations, parsed) ? 'releases-used' : null
}

/** What is assigned after each await can be seen after a failure, unless it is declared here. */
function isSeenMeanwhile({ target }: AwaitStep): boolean {
  return target.kind === 'assigned'
}
