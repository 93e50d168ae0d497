import { OPTION_TABLE, type OptionRow } from '../option-table.ts'

const HEAD = `Finds awaits that could overlap and arrays that need not be built, and rewrites them.

Usage:
  interleave                         an overview of the current directory, on a terminal
  interleave scan [paths]            report what is found, and why
  interleave fix [paths]             show the rewrites as a diff; --write writes the certain ones
  interleave explain FILE:LINE       say every fact that the answer for one place rests on

Paths are files and directories (the current one without any). What git ignores, node_modules,
build output and minified files are skipped, unless they are named.

Options:
`

const TAIL = `
Exit codes: 0 nothing to do, 1 findings (more than --max), pending changes, changes that were refused or files that
failed, 2 wrong usage or a crash.
`

const WIDTH = 37

/** What `--help` prints. */
export function helpText(): string {
  return HEAD + OPTION_TABLE.map(toLine).join('') + TAIL
}

function toLine({ name, short, value, commands, help }: OptionRow): string {
  const option = `  --${name}${short === undefined ? '' : `, -${short}`}${value === undefined ? '' : ` ${value}`}`
  const only = commands.length < 3 ? `${commands.join(', ')}: ` : ''
  const gap = option.length < WIDTH ? ' '.repeat(WIDTH - option.length) : `\n${' '.repeat(WIDTH)}`
  return `${option}${gap}${only}${help}\n`
}
