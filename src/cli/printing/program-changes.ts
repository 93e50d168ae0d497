import type { LeftForm, ProgramChange } from '../across/program-change.ts'
import type { Colors } from '../terminal.ts'
import { count } from './count.ts'
import { verdictWords } from './finding-words.ts'
import { printableLine, printablePath } from './printable.ts'
import { unifiedDiff } from './unified-diff.ts'

/** What a person sees before a change of several files is asked about. */
export function programChangeQuestion(change: ProgramChange, colors: Colors): string {
  const { finding, title } = change
  return [
    '',
    `${headOf(change, colors)}: ${verdictWords(finding, colors)}`,
    `  ${printableLine(finding.message)}`,
    ...finding.reasons.map(({ message }) => colors.dim(`    ${printableLine(message)}`)),
    `  ${printableLine(title)}`,
    '',
    ...diffsOf(change, colors),
  ].join('\n')
}

/** One change in the preview, with the diffs of its files. */
export function programChangeParts(change: ProgramChange, colors: Colors): string {
  const files = count(change.files.length, 'file')
  return `${headOf(change, colors)}: one change in ${files}, made whole or not at all\n\n${diffsOf(change, colors).join('')}`
}

/** What would pay, and why it is not done. */
export function leftForms(left: readonly LeftForm[], colors: Colors): string {
  const lines = left.map(({ path, finding, why }) => {
    return `${printablePath(path)}:${finding.line}:${finding.column}  ${finding.rule}: ${printableLine(why)}\n`
  })
  return lines.length === 0 ? '' : `${colors.bold('Left as they are, though callers would gain:')}\n\n${lines.join('')}`
}

function headOf({ path, line, finding }: ProgramChange, colors: Colors): string {
  return `${colors.bold(`${printablePath(path)}:${line}`)}  ${finding.rule}`
}

function diffsOf({ files }: ProgramChange, colors: Colors): readonly string[] {
  return files.map(({ path, before, after }) => unifiedDiff(path, before, after, colors))
}
