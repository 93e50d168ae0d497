import { transactionAround } from '../facts/loops/transaction-around.ts'
import { isMigrationFile } from '../facts/signs/path-signs.ts'
import { mayReleaseWhileRunning } from '../facts/rewrite-legality/releases.ts'
import type { AwaitRun, AwaitStep } from '../model/await-run.ts'
import { isAwaitStep } from '../model/await-run.ts'
import { findAwaitRuns } from '../model/find-await-runs.ts'
import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { barOfLeaving, barOfPassing, conflictOf, dependenceOf } from './await-conflicts.ts'
import type { Group, StepRelations } from './await-groups.ts'
import { findGroups } from './await-groups.ts'
import type { Operation, StepFacts } from './await-operation.ts'
import { factsOf } from './await-operation.ts'
import type { FormVerdict } from './form-verdict.ts'
import { keep } from './form-verdict.ts'
import type { GroupedForm } from './grouped.ts'
import { reason } from './question.ts'
import { doubtOfPassing } from './passed-reads.ts'
import { quietReason } from './quiet.ts'
import type { Confidence, Reason } from './verdict.ts'
import { lower } from './weight.ts'
import { barAtSight, waitsForWork, weighOperation } from './weigh-operation.ts'

type Asked = Pick<Options, 'knownCalls' | 'threshold'>

/** A longer run is looked at up to here; each pair of its awaits is a question. */
const LONGEST = 40

/** The awaits of each run that none of the others needs, in groups that may start together. */
export function judgeAwaitRuns(parsed: Parsed, options: Asked): GroupedForm[] {
  return findAwaitRuns(parsed).flatMap((run) => judgeRun(run, parsed, options))
}

function judgeRun(run: AwaitRun, parsed: Parsed, options: Asked): GroupedForm[] {
  const steps = run.steps.slice(0, LONGEST)
  const awaits = steps.filter(isAwaitStep)
  const silent = (bar: Reason): GroupedForm[] => [
    { run, members: awaits.slice(0, 2), place: 'first', verdict: keep(bar) },
  ]
  const quiet = quietRun(run, parsed)
  if (quiet || awaits.length < 2) return silent(quiet ?? reason('few-awaits', run.steps[0]!.node))
  const facts = steps.map((step) => factsOf(step, parsed, options))
  const relations = relationsOf(facts, run)
  const groups = findGroups(relations, options.threshold)
  if (groups.length === 0) return silent(firstBar(relations, facts))
  return groups.map((group) => {
    const operations = group.members.map((at) => facts[at] as Operation)
    const verdict = verdictOf(group, operations, facts, run, parsed)
    return { run, members: operations.map(({ step }) => step), place: group.place, verdict }
  })
}

function quietRun({ steps, container }: AwaitRun, parsed: Parsed): Reason | null {
  const form = container ?? steps[0]!.node
  const quiet = quietReason(form, parsed)
  if (quiet) return quiet
  if (isMigrationFile(parsed.filename)) return reason('ordered-effect', form, { name: 'a migration' })
  const around = transactionAround(form)
  return around && reason('transaction', form, { name: around.name })
}

/** Every pair is asked about once, the cheap questions first. */
function relationsOf(facts: readonly StepFacts[], run: AwaitRun): StepRelations {
  const found = new Map<string, Confidence | Reason>()
  const between = (earlier: number, later: number): Confidence | Reason => {
    const key = `${earlier} ${later}`
    const known = found.get(key) ?? relationOf(facts[earlier] as Operation, facts[later] as Operation)
    found.set(key, known)
    return known
  }
  const awaits = facts.flatMap(({ step }, at) => (isAwaitStep(step) ? [at] : []))
  return {
    awaits,
    between,
    isWorth: (step) => waitsForWork(facts[step] as Operation),
    passing: (moved, other) =>
      facts[other]!.step.kind === 'await'
        ? (barOfLeaving(facts[other] as Operation) ?? between(Math.min(moved, other), Math.max(moved, other)))
        : (barOfPassing(facts[moved] as Operation, facts[other]!) ??
          (doubtOfPassing(facts[other]!, facts, run) ? 'likely' : 'certain')),
  }
}

function relationOf(earlier: Operation, later: Operation): Confidence | Reason {
  const bar = dependenceOf(earlier, later) ?? barAtSight(earlier) ?? barAtSight(later)
  if (bar) return bar
  const [one, other] = [weighOperation(earlier), weighOperation(later)]
  return one.bar ?? other.bar ?? conflictOf(earlier, later) ?? lower(one.cap, other.cap)
}

/** Why the first two, or any two, must follow one another. */
function firstBar({ awaits, between, isWorth, passing }: StepRelations, facts: readonly StepFacts[]): Reason {
  for (const [index, earlier] of awaits.entries()) {
    for (const later of awaits.slice(index + 1)) {
      const found = between(earlier, later)
      if (typeof found !== 'string') return found
      for (let other = earlier + 1; other < later; other += 1) {
        const bar = awaits.includes(other) ? 'certain' : passing(later, other)
        if (typeof bar !== 'string') return bar
      }
    }
  }
  const idle = awaits.find((at) => !isWorth(at))
  return idle === undefined
    ? reason('few-awaits', facts[0]!.step.node)
    : reason('no-known-io', facts[idle]!.step.node)
}

function verdictOf(
  { confidence }: Group,
  operations: readonly Operation[],
  facts: readonly StepFacts[],
  run: AwaitRun,
  parsed: Parsed,
): FormVerdict {
  const { owner, container } = run
  const nodes = operations.map(({ step }) => step.operation)
  const place = container ?? operations[0]!.step.node
  const isReleased = mayReleaseWhileRunning({ node: place, owner }, nodes, parsed)
  const least = [confidence, isReleased ? 'possible' : 'certain', capOfTargets(operations)] satisfies Confidence[]
  const reasons = operations.flatMap((operation) => weighOperation(operation).reasons)
  const passed = facts.filter(({ step }) => step.kind === 'between' && isBetween(step.node, operations))
  const doubts = passed.flatMap((between) => doubtOfPassing(between, facts, run) ?? [])
  const sure = least.reduce(lower)
  return {
    verdict: 'concurrent',
    confidence: sure,
    reasons: [reason('none-needs-other', place), ...reasons, ...doubts],
    ...(sure !== 'certain' && { preset: 'strict' as const }),
  }
}

function isBetween({ range }: Node, operations: readonly Operation[]): boolean {
  return operations[0]!.step.node.range[0] < range[0] && range[0] < operations.at(-1)!.step.node.range[0]
}

/** What others can see is given its values all at once. */
function capOfTargets(operations: readonly Operation[]): Confidence {
  const isSeen = ({ target }: AwaitStep): boolean => target.kind === 'assigned' && target.pattern.type !== 'Identifier'
  return operations.some(({ step }) => isSeen(step)) ? 'possible' : 'certain'
}
