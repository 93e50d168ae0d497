import { CONFIDENCES, isAtLeast } from '../../report/confidence-order.ts'
import type { Confidence } from '../../verdict/verdict.ts'
import type { FixReport, RewrittenFile } from '../rewritten-file.ts'
import type { Colors } from '../terminal.ts'
import { count } from './count.ts'
import { printablePath } from './printable.ts'
import { rewrittenLoops } from './rewritten-loops.ts'

/** What `fix --write` prints: each file written, and what is left to decide. */
export function writtenSummary({ files, invocation, failed, added }: FixReport, colors: Colors): string {
  const least = invocation.options.confidence
  const isWritten = (confidence: Confidence) => isAtLeast(confidence, least)
  const numbers = files.map((file) => ({ path: file.path, number: loopsOf(file, isWritten) }))
  const written = numbers.filter(({ number }) => number > 0)
  const loops = written.reduce((sum, { number }) => sum + number, 0)
  const lines = [
    ...written.map(({ path, number }) => `${printablePath(path)}: ${count(number, 'loop')} rewritten`),
    loops === 0 ? 'Nothing was written.' : `${count(loops, 'loop')} rewritten in ${count(written.length, 'file')}.`,
    ...CONFIDENCES.filter((confidence) => !isWritten(confidence)).flatMap((confidence) => left(files, confidence)),
    ...added.changes.map(({ path }) => `${printablePath(path)}: p-map added`),
    ...added.commands.map((command) => `Next, install it: ${command}`),
    failed > 0 && colors.red(`${count(failed, 'file')} could not be worked on.`),
  ]
  return `${lines.filter((line) => typeof line === 'string').join('\n')}\n`
}

function loopsOf(file: RewrittenFile, isWritten: (confidence: Confidence) => boolean): number {
  const confidences = CONFIDENCES.filter(isWritten)
  return confidences.reduce((sum, confidence) => sum + rewrittenLoops([file], confidence), 0)
}

function left(files: readonly RewrittenFile[], confidence: Confidence): readonly string[] {
  const number = rewrittenLoops(files, confidence)
  if (number === 0) return []
  return [`${count(number, `${confidence} rewrite`)} left: see fix, and --write --confidence ${confidence} to take them.`]
}
