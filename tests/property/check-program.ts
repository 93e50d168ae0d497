import { DEFAULT_OPTIONS } from '../../src/options.ts'
import type { Options } from '../../src/options.ts'
import type { Answer } from '../../src/report/answer.ts'
import { isAtLeast } from '../../src/report/confidence-order.ts'
import type { RewriteStep } from '../../src/report/rewrite-text.ts'
import { rewriteText } from '../../src/report/rewrite-text.ts'
import { applyEdits } from '../../src/rewrite/apply-edits.ts'
import type { RewriteForm } from '../../src/rewrite/rewrite.ts'
import type { Confidence } from '../../src/verdict/verdict.ts'
import { answersFor, RULES_ONCE } from './answers-once.ts'
import { areAlike, differencesOf } from './compare-outcomes.ts'
import type { Program } from './compile-program.ts'
import type { Inputs, Outcome } from './run-in-world.ts'
import { differencesOfRepair } from './compare-repairs.ts'
import { compileProgram } from './compile-program.ts'
import { runInWorld } from './run-in-world.ts'
import type { Circumstances } from './simulated-world.ts'
import { WORLD_ROWS } from './world-rows.ts'

const FILENAME = '/program/program.mjs'

export const OPTIONS: Options = { ...DEFAULT_OPTIONS, limiter: 'p-map', concurrency: 3, knownCalls: WORLD_ROWS }

/** What became of one program. */
export interface Checked {
  /** Of each form `certain`, `likely`, `possible` with why there is no rewrite, if there is none; else the reason. */
  readonly answers: readonly string[]
  readonly certain: number
  readonly likely: number
  /** Whether a rewritten program had more under way at once than the one before. */
  readonly overlapped: boolean
  readonly problems: readonly string[]
}

interface Variant {
  readonly name: string
  readonly confidence: Confidence
  readonly text: string
  /** Most turns under way at once; null where that is not bounded, or where loops lie in each other. */
  readonly turnsAtOnce: number | null
  /** The rule, where it changes what the program does by intention. */
  readonly repairs: string | null
  /** Whether no promise is left without a handler after it. */
  readonly isLastRepair: boolean
}

/** What lets operations overlap before anything is rewritten. */
const OVERLAPS = /Promise\.all\(|\bforEach\(async|\/\/ started/
/** Operations that nobody waits for: turns add to those of turns before, however few are under way at once. */
const DROPS = /\bforEach\(async/
const LOOPS = /\b(?:for(?: await)?|while) \(/g
/** What leaves it to luck whether a failure finds a handler, before anything is rewritten. */
const LEAVES_FAILURES = /\bforEach\(async|\/\/ started/

const DISTINCT: Inputs = {
  keys: ['a', 'b', 'c', 'd', 'e'],
  items: [
    { id: 'a', tags: ['x'], name: 'A' },
    { id: 'b', tags: ['y', 'z', 'v'], name: 'B' },
    { id: 'c', tags: [], name: 'C' },
    { id: 'd', tags: ['w', 'u'], name: 'D' },
  ],
}
const REPEATED_ITEM = { id: 'b', tags: ['x', 'x'], name: 'a' }
/** Keys and objects that come twice, and names that are keys. */
const REPEATED: Inputs = {
  keys: ['a', 'b', 'a', 'a', 'shared'],
  items: [REPEATED_ITEM, { id: 'a', tags: ['b'], name: 'a' }, REPEATED_ITEM, { id: 'b', tags: [], name: 'shared' }],
}

/**
 * Rewrites a program in every way that is offered at `likely` or better, and compares what it does before and
 * after.
 */
export async function checkProgram(text: string, seeds: readonly number[]): Promise<Checked> {
  const problems: string[] = []
  const answers = answersFor(text, FILENAME, OPTIONS)
  const all = rewriteText(text, FILENAME, OPTIONS, 'possible', RULES_ONCE)
  // Two rewrites meet in one text only where both keep what it does.
  const repairs = new Set(answers.filter(isRepair).map(({ finding }) => finding.rule))
  const keeping = RULES_ONCE.filter(({ name }) => !repairs.has(name))
  const steps = repairs.size > 0 ? rewriteText(text, FILENAME, OPTIONS, 'likely', keeping) : all.slice(0, 2)
  const [certain, likely] = [steps[0]!.rewritten, steps[1]!.rewritten]
  const variants = variantsOf(text, answers, steps)
  let overlapped = false
  const last = all.at(-1)!.text
  if (last !== text && rewriteText(last, FILENAME, OPTIONS, 'possible', RULES_ONCE).at(-1)!.text !== last) problems.push('is changed when rewritten again')
  if (variants.length > 0) {
    const before = compileProgram(text)
    for (const variant of variants) {
      const after = compileProgram(variant.text)
      const found = await compareVariant(before, after, variant, text, seeds)
      overlapped ||= found.overlapped
      problems.push(...found.problems.map((problem) => `${variant.name}: ${problem}\n${variant.text}`).slice(0, 1))
    }
  }
  return { answers: answers.map(codeOf), certain, likely, overlapped, problems }
}

function codeOf({ finding, offers }: Answer): string {
  const { rule, confidence, reasons } = finding
  if (confidence === null) return `${rule} ${reasons[0]!.code}`
  return offers.refused ? `${rule} ${confidence}: ${offers.refused}` : `${rule} ${confidence}`
}

function isRepair({ finding }: Answer): boolean {
  return finding.verdict === 'repair'
}

/** Promises that nobody has a handler for yet: two that are started together count as one. */
function dropsIn(text: string): number {
  return (text.match(/\bforEach\(async|(?:.*\/\/ started\n)+/g) ?? []).length
}

function variantsOf(text: string, answers: readonly Answer[], steps: readonly RewriteStep[]): readonly Variant[] {
  const variants: Variant[] = []
  const isLastRepair = answers.filter(isRepair).length === 1 && dropsIn(text) === 1
  for (const answer of answers) {
    const { form: { node }, finding, offers } = answer
    const { confidence } = finding
    if (confidence === null || !isAtLeast(confidence, 'likely')) continue
    for (const { form, edits } of offers.rewrites) {
      const bounds: Readonly<Partial<Record<RewriteForm, number | null>>> = { 'map-all': null, 'map-bounded': OPTIONS.concurrency, 'ordered-pipeline': OPTIONS.concurrency + 1 }
      const turnsAtOnce = (text.match(LOOPS) ?? []).length === 1 ? (bounds[form] ?? null) : null
      const name = `${finding.rule} ${confidence} ${form}, line ${node.loc.start.line}`
      const repairs = isRepair(answer) ? finding.rule : null
      variants.push({ name, confidence, text: applyEdits(text, edits), turnsAtOnce, repairs, isLastRepair })
    }
  }
  for (const { confidence, text: after } of steps) {
    if ([text, ...variants.map((one) => one.text)].includes(after)) continue
    variants.push({ name: `all ${confidence}`, confidence, text: after, turnsAtOnce: null, repairs: null, isLastRepair: false })
  }
  return variants
}

interface Comparison {
  readonly overlapped: boolean
  readonly problems: readonly string[]
}

async function compareVariant(
  before: Program,
  after: Program,
  variant: Variant,
  text: string,
  seeds: readonly number[],
): Promise<Comparison> {
  const isCertain = variant.confidence === 'certain'
  // What is certain holds whatever the arguments are, and whatever unknown libraries do.
  const settings = isCertain ? [REPEATED, DISTINCT] : [DISTINCT]
  const problems: string[] = []
  const slower = DROPS.test(text) ? compileProgram(waitingAfterDrops(text)) : null
  let overlapped = false
  for (const inputs of settings) {
    const base = { libraryOnlyReads: !(isCertain && inputs === REPEATED), failing: new Set<string>() }
    const whole = await runInWorld(before, inputs, { ...base, seed: 1 })
    if (whole.isTooLong || (!isCertain && touchesPlaceTwice(whole))) continue
    const isByLuck = variant.repairs === null ? LEAVES_FAILURES.test(text) : !variant.isLastRepair
    const failures = isByLuck ? [] : failuresFor(whole, seeds[0]!)
    for (const failing of [new Set<string>(), ...failures]) {
      const expected = await runInWorld(before, inputs, { ...base, failing, seed: 1 })
      // What handles a failure may touch places that nothing else does.
      if (!isCertain && touchesPlaceTwice(expected)) continue
      const isRepaired = variant.repairs !== null && failing.size > 0
      const mayDiffer = !isRepaired && OVERLAPS.test(text)
      if (mayDiffer && !(await isSettledBySource(before, inputs, expected, { ...base, failing }))) continue
      const later = mayDiffer && slower ? await runInWorld(slower, inputs, { ...base, failing, seed: 1 }) : expected
      if (!areAlike(expected, later)) continue
      for (const seed of failing.size > 0 ? seeds.slice(0, 2) : seeds) {
        const circumstances: Circumstances = { ...base, failing, seed }
        const seen = await runInWorld(after, inputs, circumstances)
        overlapped ||= seen.mostInFlight > whole.mostInFlight
        const isBounded = variant.turnsAtOnce !== null && !DROPS.test(text)
        const limit = isBounded ? whole.mostInFlight * variant.turnsAtOnce! : null
        const runs = { expected, seen, failing, variant: variant.text, before: text, limit }
        const { repairs } = variant
        const differences = repairs !== null ? differencesOfRepair(runs, repairs) : differencesOf(runs)
        const where = `seed ${seed}, failing [${[...failing].join()}], ${inputs === DISTINCT ? 'distinct' : 'repeated'} inputs`
        problems.push(...differences.map((difference) => `${where}: ${difference}`))
      }
      if (problems.length > 0) return { overlapped, problems }
    }
  }
  return { overlapped, problems }
}

/**
 * Whether operations that the tool knows to write meet at one place. What is likely is not said of them where the
 * places cannot be told.
 */
function touchesPlaceTwice({ started }: Outcome): boolean {
  const uses = started.flatMap((label) => /^(?!append |fetchPage|convert|visit)(.*?) (\S*)$/.exec(label)?.slice(1) ?? [label, ''])
  const written = new Set<string>()
  const touched = new Map<string, number>()
  for (let index = 0; index < uses.length; index += 2) {
    const [name, place] = [uses[index]!, uses[index + 1]!]
    touched.set(place, (touched.get(place) ?? 0) + 1)
    if (/write|append|copy|mkdir|bump|ensure|put/i.test(name)) written.add(place)
  }
  const scans = started.some((label) => /^(?:scan|rm|readdir|copyFile)/.test(label))
  return [...written].some((place) => scans || touched.get(place)! > 1)
}

/**
 * Whether a program that overlaps operations itself does the same under other delays, and whichever of the operations
 * under way ends first: a rewrite lets some end earlier than any delay does.
 */
async function isSettledBySource(
  program: Program,
  inputs: Inputs,
  expected: Outcome,
  circumstances: Omit<Circumstances, 'seed'>,
): Promise<boolean> {
  const runs: Circumstances[] = []
  for (let seed = 2; seed < 12; seed += 1) runs.push({ ...circumstances, seed }, { ...circumstances, seed, ends: 'unevenly' })
  runs.push({ ...circumstances, seed: 1, ends: 'newest-first' }, { ...circumstances, seed: 1, ends: 'oldest-first' })
  for (const run of runs) if (!areAlike(expected, await runInWorld(program, inputs, run))) return false
  return true
}

/**
 * The program with a short wait after callbacks that nobody waits for: a rewrite lets them come further before the next
 * turn, or the end of the loop.
 */
function waitingAfterDrops(text: string): string {
  const dropping = /^( *)(.*\bforEach\(async [^]*?\n\1\}\))$/gm
  return text.replace(dropping, '$1$2\n$1for (let tick = 0; tick < 5; tick += 1) await null')
}

/** Some operations, each failing alone, and two of them together. */
function failuresFor({ started }: Outcome, seed: number): ReadonlySet<string>[] {
  const labels = [...new Set(started)]
  if (labels.length === 0) return []
  const at = (share: number): string => labels[Math.floor(share * labels.length + seed) % labels.length]!
  return [new Set([at(0)]), new Set([at(0.4)]), new Set([at(0.7)]), new Set([at(0.3), at(0.8)])]
}
