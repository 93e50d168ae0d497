import { DEFAULT_OPTIONS, type Options } from './options.ts'
import { NEAREST, projectFromArgument } from './project-from-argument.ts'

/** Thrown when something given on a command line cannot be meant; the message is one line and says what to do. */
export class ArgumentError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ArgumentError'
  }
}

/** The options as the command and jscodeshift hand them over: by their names on the command line, all optional. */
export type OptionArguments = Readonly<Record<string, unknown>>

/** Values that the options with a fixed set of them take. */
export const OPTION_VALUES = {
  confidence: ['certain', 'likely', 'possible'],
  limiter: ['auto', 'p-map', 'none'],
  target: ['auto', 'es2025', 'es2018'],
} as const satisfies { [Name in 'confidence' | 'limiter' | 'target']: readonly Options[Name][] }

/**
 * Turns arguments into options; callees in other files are read, as whole runs see those files.
 *
 * @throws ArgumentError naming the argument.
 */
export async function optionsFromArguments(
  given: OptionArguments,
  defaults: Partial<Options> = {},
): Promise<Options> {
  const options = { ...DEFAULT_OPTIONS, crossFile: true, ...defaults }
  return {
    ...options,
    confidence: oneOf('confidence', given, options),
    limiter: oneOf('limiter', given, options),
    target: oneOf('target', given, options),
    concurrency: wholeNumber('concurrency', given['concurrency'] ?? options.concurrency),
    project: given['project'] === undefined ? options.project : await projectFrom(given['project']),
    threshold: wholeNumber('threshold', given['threshold'] ?? options.threshold, 2),
    knownCalls: given['known-calls'] === undefined ? options.knownCalls : await knownCallsFrom(given['known-calls']),
  }
}

/**
 * A whole number from `least` on.
 *
 * @throws ArgumentError naming the argument.
 */
export function wholeNumber(name: string, value: unknown, least = 1): number {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= least) return number
  throw new ArgumentError(`--${name} takes a whole number from ${least} on, not ${JSON.stringify(value)}`)
}

function oneOf<Name extends keyof typeof OPTION_VALUES>(name: Name, given: OptionArguments, defaults: Options) {
  const value = given[name]
  if (value === undefined) return defaults[name]
  const allowed = OPTION_VALUES[name] as readonly string[] as readonly Options[Name][]
  const found = allowed.find((each) => each === value)
  if (found === undefined) {
    throw new ArgumentError(`--${name} takes ${allowed.join(', ')}, not ${JSON.stringify(value)}`)
  }
  return found
}

async function projectFrom(value: unknown): Promise<Options['project']> {
  try {
    return await projectFromArgument(value)
  } catch (error) {
    const given = typeof value === 'string' && value !== '' && value !== NEAREST ? ` ${value}` : ''
    throw new ArgumentError(`--project${given}: ${(error as Error).message}`)
  }
}

async function knownCallsFrom(path: unknown): Promise<Options['knownCalls']> {
  if (typeof path !== 'string' || path === '') {
    throw new ArgumentError('--known-calls takes the path of a JSON file with rows of known calls')
  }
  // Few runs have such a file, and every other is spared the validator.
  const { knownCallsFromFile } = await import('./known-calls-from-file.ts')
  try {
    return knownCallsFromFile(path)
  } catch (error) {
    throw new ArgumentError(`--known-calls ${path}: ${(error as Error).message}`)
  }
}
