import { parseArgs } from 'node:util'
import type { Options } from '../options.ts'
import { ArgumentError, optionsFromArguments, wholeNumber } from '../options-from-arguments.ts'
import { FORM_NAMES } from '../report/form-names.ts'
import type { RewriteForm } from '../rewrite/rewrite.ts'
import type { Changed } from './discovery/changed-files.ts'
import { oneOf, severalOf, textOf } from './option-values.ts'
import { type CommandName, FORMATS, parseArgsOptions, withProject } from './option-table.ts'

/** What a command line asks for. */
export type Invocation =
  | { readonly command: 'help' | 'version' }
  | ScanInvocation
  | FixInvocation
  | RecoverInvocation
  | ExplainInvocation

interface Run {
  readonly paths: readonly string[]
  readonly options: Options
  /** Null lets the terminal decide. */
  readonly color: boolean | null
}

/** A run over many files. */
interface WideRun extends Run {
  /** Threads; null lets the amount of work decide. */
  readonly workers: number | null
  /** Names of the only rules to ask; null for all of the preset. */
  readonly rules: readonly string[] | null
  readonly changed: Changed | null
}

export interface ScanInvocation extends WideRun {
  readonly command: 'scan'
  /** `summary` is for who gave no command. */
  readonly format: (typeof FORMATS)[number] | 'summary'
  readonly all: boolean
  /** How many findings are no failure. */
  readonly max: number
  readonly baseline: string | null
  readonly updateBaseline: boolean
}

export interface FixInvocation extends WideRun {
  readonly command: 'fix'
  readonly write: boolean
  readonly interactive: boolean
  /** A command that must pass with what is written; null without one. */
  readonly guard: string | null
  /** The confidence was asked for, and is no default. */
  readonly chosen: boolean
  /** The only forms to rewrite to, the first wish first; null for whichever is safest. */
  readonly forms: readonly RewriteForm[] | null
  readonly allowDirty: boolean
  readonly addDependencies: boolean
}

/** Deals with what a `fix --write` has left. */
export interface RecoverInvocation {
  readonly command: 'resume' | 'undo'
  readonly color: boolean | null
}

export interface ExplainInvocation extends Run {
  readonly command: 'explain'
}

type Values = Readonly<Record<string, string | boolean | undefined>>

/**
 * Reads a command line, without the names of the program and its script.
 *
 * @param isTerminal whether a person looks: then no command at all asks for an overview
 * @throws ArgumentError when it cannot be meant.
 */
export async function readArguments(args: readonly string[], isTerminal: boolean): Promise<Invocation> {
  const [first, ...rest] = args
  const command = isCommand(first) ? first : null
  if (first === undefined && isTerminal) return { ...(await toScan({}, [])), format: 'summary' }
  const { values, positionals } = parse(command, command === null ? args : rest)
  if (values['help'] === true) return { command: 'help' }
  if (values['version'] === true) return { command: 'version' }
  if (command === null) throw new ArgumentError(`${wrongCommand(positionals[0])}: use scan, fix or explain`)
  if (command === 'scan') return toScan(values, positionals)
  if (command === 'explain') return { command, ...(await toRun(values, positionals, 'likely')) }
  return values['resume'] === true || values['undo'] === true
    ? toRecover(values, positionals)
    : toFix(values, positionals)
}

function isCommand(word: string | undefined): word is CommandName {
  return word === 'scan' || word === 'fix' || word === 'explain'
}

function wrongCommand(word: string | undefined): string {
  return word === undefined ? 'no command is given' : `there is no command ${JSON.stringify(word)}`
}

function parse(command: CommandName | null, args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    const parsed = parseArgs({ args: withProject(args), options: parseArgsOptions(command), allowPositionals: true })
    return { values: parsed.values as Values, positionals: parsed.positionals }
  } catch (error) {
    // The first sentence names the option; the others tell how to pass it as a path.
    const [problem = ''] = (error as Error).message.split(/\.\s|\n/)
    throw new ArgumentError(problem.replace(/^U/, 'u').replace(/^O/, 'o'))
  }
}

async function toRun(values: Values, paths: readonly string[], confidence: Options['confidence']): Promise<Run> {
  return { paths, options: await optionsFromArguments(values, { confidence }), color: toColor(values) }
}

async function toWideRun(values: Values, paths: readonly string[], confidence: Options['confidence']): Promise<WideRun> {
  return {
    ...(await toRun(values, paths.length === 0 ? ['.'] : paths, confidence)),
    workers: values['workers'] === undefined ? null : wholeNumber('workers', values['workers']),
    rules: values['rules'] === undefined ? null : severalOf('rules', values['rules'], await ruleNames()),
    changed: toChanged(values),
  }
}

async function ruleNames(): Promise<readonly string[]> {
  // Few runs name a rule, and `--help` is spared the loading of all of them.
  const { RULES } = await import('../report/rules.ts')
  return RULES.map(({ name }) => name)
}

async function toScan(values: Values, paths: readonly string[]): Promise<ScanInvocation> {
  const baseline = textOf('baseline', values['baseline'])
  const updateBaseline = values['update-baseline'] === true
  if (updateBaseline && baseline === null) throw new ArgumentError('--update-baseline needs --baseline FILE')
  return {
    command: 'scan',
    ...(await toWideRun(values, paths, 'likely')),
    format: oneOf('format', values['format'] ?? 'pretty', FORMATS),
    all: values['all'] === true,
    max: values['max'] === '0' || values['max'] === undefined ? 0 : wholeNumber('max', values['max']),
    baseline,
    updateBaseline,
  }
}

async function toFix(values: Values, paths: readonly string[]): Promise<FixInvocation> {
  const [write, interactive] = [values['write'] === true, values['interactive'] === true]
  const guard = textOf('guard', values['guard'])
  const forms = severalOf('form', values['form'], FORM_NAMES)
  const addDependencies = values['add-dependencies'] === true
  // What is not bounded needs no library, and is offered where none is to be used.
  const isUnbounded = forms !== null && forms.every((form) => form === 'map-all')
  // Whoever looks at each change, or tries each, need not be as careful.
  const least = interactive || guard !== null ? 'likely' : 'certain'
  const run = await toWideRun(isUnbounded ? { limiter: 'none', ...values } : values, paths, least)
  refuseTogether(run.options, { interactive, guard, addDependencies })
  return {
    command: 'fix',
    ...run,
    options: { ...run.options, addsLimiter: addDependencies },
    write: write || interactive || guard !== null,
    interactive,
    guard,
    chosen: interactive || guard !== null || values['confidence'] !== undefined,
    forms,
    allowDirty: values['allow-dirty'] === true,
    addDependencies,
  }
}

function refuseTogether(
  { limiter }: Options,
  { interactive, guard, addDependencies }: Pick<FixInvocation, 'interactive' | 'guard' | 'addDependencies'>,
): void {
  if (addDependencies && limiter === 'none') {
    throw new ArgumentError('--add-dependencies is for rewrites that use p-map, which --limiter none forbids')
  }
  if (guard !== null && interactive) throw new ArgumentError('--guard and --interactive do not go together')
  if (guard !== null && addDependencies) {
    throw new ArgumentError('--guard runs code that needs p-map at once: install it before, without --add-dependencies')
  }
}

function toRecover(values: Values, paths: readonly string[]): RecoverInvocation {
  const command = values['resume'] === true ? 'resume' : 'undo'
  const others = Object.keys(values).filter((name) => !['color', 'no-color', command].includes(name))
  if (others.length > 0) throw new ArgumentError(`--${command} and --${others[0]} do not go together`)
  if (paths.length > 0) throw new ArgumentError(`--${command} takes no paths: it is for all that the run wrote`)
  return { command, color: toColor(values) }
}

function toColor(values: Values): boolean | null {
  return values['no-color'] === true ? false : values['color'] === true ? true : null
}

function toChanged(values: Values): Changed | null {
  const ref = textOf('since', values['since'])
  if (values['staged'] !== true) return ref === null ? null : { kind: 'since', ref }
  if (ref !== null) throw new ArgumentError('--staged and --since do not go together')
  return { kind: 'staged' }
}
