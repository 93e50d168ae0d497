import { parseArgs } from 'node:util'
import type { Options } from '../options.ts'
import { ArgumentError, optionsFromArguments, wholeNumber } from '../options-from-arguments.ts'
import { type CommandName, parseArgsOptions } from './option-table.ts'

/** What a command line asks for. */
export type Invocation =
  | { readonly command: 'help' | 'version' }
  | ({ readonly command: 'scan'; readonly format: 'pretty' | 'json'; readonly all: boolean } & Run)
  | ({ readonly command: 'fix'; readonly write: boolean; readonly chosen: boolean } & Run)
  | ({ readonly command: 'explain' } & Run)

interface Run {
  readonly paths: readonly string[]
  readonly options: Options
  /** Threads; null lets the amount of work decide. */
  readonly workers: number | null
  /** Null lets the terminal decide. */
  readonly color: boolean | null
}

export type ScanInvocation = Extract<Invocation, { command: 'scan' }>
/** `chosen`: the confidence was asked for, and is no default. */
export type FixInvocation = Extract<Invocation, { command: 'fix' }>
export type ExplainInvocation = Extract<Invocation, { command: 'explain' }>

type Values = Readonly<Record<string, string | boolean | undefined>>

/**
 * Reads a command line, without the names of the program and its script.
 *
 * @throws ArgumentError when it cannot be meant.
 */
export async function readArguments(args: readonly string[]): Promise<Invocation> {
  const [first, ...rest] = args
  const command = isCommand(first) ? first : null
  const { values, positionals } = parse(command, command === null ? args : rest)
  if (values['help'] === true) return { command: 'help' }
  if (values['version'] === true) return { command: 'version' }
  if (command === null) throw new ArgumentError(`${wrongCommand(positionals[0])}: use scan, fix or explain`)
  return toInvocation(command, values, positionals)
}

function isCommand(word: string | undefined): word is CommandName {
  return word === 'scan' || word === 'fix' || word === 'explain'
}

function wrongCommand(word: string | undefined): string {
  return word === undefined ? 'no command is given' : `there is no command ${JSON.stringify(word)}`
}

function parse(command: CommandName | null, args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    const parsed = parseArgs({ args: [...args], options: parseArgsOptions(command), allowPositionals: true })
    return { values: parsed.values as Values, positionals: parsed.positionals }
  } catch (error) {
    // The first sentence names the option; the others tell how to pass it as a path.
    const [problem = ''] = (error as Error).message.split(/\.\s|\n/)
    throw new ArgumentError(problem.replace(/^U/, 'u').replace(/^O/, 'o'))
  }
}

async function toInvocation(command: CommandName, values: Values, paths: readonly string[]): Promise<Invocation> {
  const run: Run = {
    paths: command !== 'explain' && paths.length === 0 ? ['.'] : paths,
    options: await optionsFromArguments(values, { confidence: command === 'fix' ? 'certain' : 'likely' }),
    workers: values['workers'] === undefined ? null : wholeNumber('workers', values['workers']),
    color: values['no-color'] === true ? false : values['color'] === true ? true : null,
  }
  switch (command) {
    case 'scan':
      return { command, ...run, format: toFormat(values['format']), all: values['all'] === true }
    case 'fix':
      return { command, ...run, write: values['write'] === true, chosen: values['confidence'] !== undefined }
    case 'explain':
      return { command, ...run }
  }
}

function toFormat(value: string | boolean | undefined): 'pretty' | 'json' {
  if (value === undefined || value === 'pretty') return 'pretty'
  if (value === 'json') return 'json'
  throw new ArgumentError(`--format takes pretty, json, not ${JSON.stringify(value)}`)
}
