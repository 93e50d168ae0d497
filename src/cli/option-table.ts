import type { ParseArgsConfig } from 'node:util'
import { OPTION_VALUES } from '../options-from-arguments.ts'
import { NEAREST } from '../project-from-argument.ts'
import { FORM_NAMES } from '../report/form-names.ts'

export type CommandName = 'scan' | 'fix' | 'explain'

/** What `scan` can print its findings as. */
export const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const

/** One option of the command line; its parsing and its help are made from the row. */
export interface OptionRow {
  readonly name: string
  readonly short?: string
  /** What stands for the value in the help; without it the option is a flag. In brackets: it may be left out. */
  readonly value?: string
  readonly commands: readonly CommandName[]
  readonly help: string
}

const ALL: readonly CommandName[] = ['scan', 'fix', 'explain']

export const OPTION_TABLE: readonly OptionRow[] = [
  { name: 'format', value: FORMATS.join('|'), commands: ['scan'], help: 'how to print the findings (pretty)' },
  { name: 'all', commands: ['scan'], help: 'list the forms that must stay as they are too, each with its reason' },
  { name: 'max', value: 'N', commands: ['scan'], help: 'exit with 0 up to this many findings (0)' },
  { name: 'baseline', value: 'FILE', commands: ['scan'], help: 'leave out the findings that the file knows' },
  { name: 'update-baseline', commands: ['scan'], help: 'put the present findings into the file of --baseline' },
  { name: 'write', commands: ['fix'], help: 'write the changes instead of showing them' },
  { name: 'interactive', short: 'i', commands: ['fix'], help: 'ask for each change, then write those that were taken' },
  {
    name: 'guard',
    value: 'COMMAND',
    commands: ['fix'],
    help: 'write the changes, run the command, and take back the changes that make it fail',
  },
  { name: 'allow-dirty', commands: ['fix'], help: 'write to files with uncommitted changes too' },
  { name: 'resume', commands: ['fix'], help: 'complete a --write that was cut short' },
  { name: 'undo', commands: ['fix'], help: 'take back a --write that was cut short, or the last one in this repository' },
  {
    name: 'confidence',
    value: OPTION_VALUES.confidence.join('|'),
    commands: ['scan', 'fix'],
    help: 'least confidence to report (likely) or to write (certain)',
  },
  { name: 'rules', value: 'NAME,...', commands: ['scan', 'fix'], help: 'only what these rules find (all)' },
  {
    name: 'form',
    value: 'NAME,...',
    commands: ['fix'],
    help: `only rewrites of these forms, the first that is offered: ${FORM_NAMES.join(', ')}`,
  },
  { name: 'concurrency', value: 'N', commands: ALL, help: 'most turns in flight at once in a rewritten loop (8)' },
  {
    name: 'limiter',
    value: OPTION_VALUES.limiter.join('|'),
    commands: ALL,
    help: 'whether rewrites may use p-map; auto: where it is installed (auto)',
  },
  { name: 'add-dependencies', commands: ['fix'], help: 'use p-map where it is not installed too, and add it to package.json' },
  {
    name: 'target',
    value: OPTION_VALUES.target.join('|'),
    commands: ALL,
    help: 'newest library that rewritten code may use (auto)',
  },
  { name: 'threshold', value: 'N', commands: ALL, help: 'fewest awaits in a line that are reported, where none needs another (2)' },
  { name: 'known-calls', value: 'FILE.json', commands: ALL, help: 'rows that say what calls read and write' },
  {
    name: 'project',
    value: '[TSCONFIG.json]',
    commands: ALL,
    help: 'ask the TypeScript compiler for types: by this tsconfig, or by the nearest one of each file',
  },
  { name: 'staged', commands: ['scan', 'fix'], help: 'only files that are in the index of git, as they are on disk' },
  { name: 'since', value: 'REF', commands: ['scan', 'fix'], help: 'only files that changed since the branch left REF' },
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

/** `--project` takes a path only when the next word looks like that of a tsconfig: it may as well be one to scan. */
export function withProject(args: readonly string[]): string[] {
  const at = args.indexOf('--project')
  if (at < 0 || args.slice(0, at).includes('--') || /\.jsonc?$/.test(args[at + 1] ?? '')) return [...args]
  return args.with(at, `--project=${NEAREST}`)
}
