import type { ParseArgsConfig } from 'node:util'
import { OPTION_VALUES } from '../options-from-arguments.ts'

export type CommandName = 'scan' | 'fix' | 'explain'

/** One option of the command line; its parsing and its help are made from the row. */
export interface OptionRow {
  readonly name: string
  readonly short?: string
  /** What stands for the value in the help; without it the option is a flag. */
  readonly value?: string
  readonly commands: readonly CommandName[]
  readonly help: string
}

const ALL: readonly CommandName[] = ['scan', 'fix', 'explain']

export const OPTION_TABLE: readonly OptionRow[] = [
  { name: 'format', value: 'pretty|json', commands: ['scan'], help: 'how to print the findings (pretty)' },
  { name: 'all', commands: ['scan'], help: 'list the loops that must stay serial too, each with its reason' },
  { name: 'write', commands: ['fix'], help: 'write the changes instead of showing them' },
  {
    name: 'confidence',
    value: OPTION_VALUES.confidence.join('|'),
    commands: ['scan', 'fix'],
    help: 'least confidence to report (likely) or to write (certain)',
  },
  { name: 'concurrency', value: 'N', commands: ALL, help: 'most turns in flight at once in a rewritten loop (8)' },
  {
    name: 'limiter',
    value: OPTION_VALUES.limiter.join('|'),
    commands: ALL,
    help: 'whether rewrites may use p-map; auto: where it is installed (auto)',
  },
  {
    name: 'target',
    value: OPTION_VALUES.target.join('|'),
    commands: ALL,
    help: 'newest library that rewritten code may use (auto)',
  },
  { name: 'known-calls', value: 'FILE.json', commands: ALL, help: 'rows that say what calls read and write' },
  { name: 'workers', value: 'N', commands: ['scan', 'fix'], help: 'threads to use (one for each processor)' },
  { name: 'color', commands: ALL, help: 'colour the output, also when it is not a terminal' },
  { name: 'no-color', commands: ALL, help: 'never colour the output' },
  { name: 'help', short: 'h', commands: ALL, help: 'print this help' },
  { name: 'version', short: 'v', commands: ALL, help: 'print the version' },
]

/** The options of a command as `util.parseArgs` takes them. */
export function parseArgsOptions(command: CommandName | null): NonNullable<ParseArgsConfig['options']> {
  const rows = OPTION_TABLE.filter((row) => command === null || row.commands.includes(command))
  return Object.fromEntries(
    rows.map(({ name, short, value }) => [
      name,
      { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) },
    ]),
  )
}
