import type { Question } from '../asking/ask-changes.ts'
import type { Colors } from '../terminal.ts'
import { verdictWords } from './finding-words.ts'
import { printableLine, printablePath } from './printable.ts'
import { reasonLines } from './reason-lines.ts'
import { unifiedDiff } from './unified-diff.ts'

/** What a person sees before a change is asked about: where, why, what changes in behaviour, and the diff. */
export function changeQuestion({ path, before, after, answer, rewrite }: Question, colors: Colors): string {
  const { finding } = answer
  const place = `${printablePath(path)}:${finding.line}:${finding.column}`
  return [
    '',
    `${colors.bold(place)}  ${finding.rule}: ${verdictWords(finding, colors)}`,
    `  ${printableLine(finding.message)}`,
    ...reasonLines(finding, colors),
    `  ${printableLine(rewrite.title)}`,
    '',
    unifiedDiff(path, before, after, colors),
  ].join('\n')
}
