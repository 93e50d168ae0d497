import { CONFIDENCES, isAtLeast } from '../../report/confidence-order.ts'
import type { Confidence } from '../../verdict/verdict.ts'
import type { ProgramChange } from '../across/program-change.ts'
import type { AcrossReport, FixReport, RewrittenFile } from '../rewritten-file.ts'
import type { Colors } from '../terminal.ts'
import { count } from './count.ts'
import { printablePath } from './printable.ts'
import { acrossNumber, rewrittenNumber } from './rewritten-number.ts'

/** What `fix --write` prints: each file written, and what is left to decide. */
export function writtenSummary({ files, across, invocation, failed, added }: FixReport, colors: Colors): string {
  const least = invocation.options.confidence
  const isWritten = (confidence: Confidence) => isAtLeast(confidence, least)
  const numbers = files.map((file) => ({ path: file.path, number: numberOf(file, isWritten) }))
  const written = numbers.filter(({ number }) => number > 0)
  const places = written.reduce((sum, { number }) => sum + number, 0)
  const lines = [
    ...across.made.map(acrossWords),
    ...written.map(({ path, number }) => `${printablePath(path)}: ${count(number, 'place')} rewritten`),
    places > 0 && `${count(places, 'place')} rewritten in ${count(written.length, 'file')}.`,
    places + across.made.length === 0 && 'Nothing was written.',
    ...CONFIDENCES.filter((one) => !isWritten(one)).flatMap((one) => left(files, across, one)),
    ...added.changes.map(({ path }) => `${printablePath(path)}: p-map added`),
    ...added.commands.map((command) => `Next, install it: ${command}`),
    failed > 0 && colors.red(`${count(failed, 'file')} could not be worked on.`),
  ]
  return `${lines.filter((line) => typeof line === 'string').join('\n')}\n`
}

function acrossWords({ path, line, files }: ProgramChange): string {
  const names = files.map((file) => printablePath(file.path)).join(', ')
  return `${printablePath(path)}:${line}: one change made in ${count(files.length, 'file')}: ${names}`
}

function numberOf(file: RewrittenFile, isWritten: (confidence: Confidence) => boolean): number {
  const confidences = CONFIDENCES.filter(isWritten)
  return confidences.reduce((sum, confidence) => sum + rewrittenNumber([file], confidence), 0)
}

function left(files: readonly RewrittenFile[], across: AcrossReport, confidence: Confidence): readonly string[] {
  const number = rewrittenNumber(files, confidence) + acrossNumber(across, confidence)
  if (number === 0) return []
  return [`${count(number, `${confidence} rewrite`)} left: see fix, and --write --confidence ${confidence} to take them.`]
}
