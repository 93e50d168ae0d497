import { CONFIDENCES, isAtLeast } from '../../report/confidence-order.ts'
import type { Confidence } from '../../verdict/verdict.ts'
import type { FixReport, RewrittenFile } from '../rewritten-file.ts'
import type { Colors } from '../terminal.ts'
import { count } from './count.ts'
import { printablePath } from './printable.ts'
import { rewrittenNumber } from './rewritten-number.ts'

/** What `fix --write` prints: each file written, and what is left to decide. */
export function writtenSummary({ files, invocation, failed, added }: FixReport, colors: Colors): string {
  const least = invocation.options.confidence
  const isWritten = (confidence: Confidence) => isAtLeast(confidence, least)
  const numbers = files.map((file) => ({ path: file.path, number: numberOf(file, isWritten) }))
  const written = numbers.filter(({ number }) => number > 0)
  const places = written.reduce((sum, { number }) => sum + number, 0)
  const lines = [
    ...written.map(({ path, number }) => `${printablePath(path)}: ${count(number, 'place')} rewritten`),
    places === 0 ? 'Nothing was written.' : `${count(places, 'place')} rewritten in ${count(written.length, 'file')}.`,
    ...CONFIDENCES.filter((confidence) => !isWritten(confidence)).flatMap((confidence) => left(files, confidence)),
    ...added.changes.map(({ path }) => `${printablePath(path)}: p-map added`),
    ...added.commands.map((command) => `Next, install it: ${command}`),
    failed > 0 && colors.red(`${count(failed, 'file')} could not be worked on.`),
  ]
  return `${lines.filter((line) => typeof line === 'string').join('\n')}\n`
}

function numberOf(file: RewrittenFile, isWritten: (confidence: Confidence) => boolean): number {
  const confidences = CONFIDENCES.filter(isWritten)
  return confidences.reduce((sum, confidence) => sum + rewrittenNumber([file], confidence), 0)
}

function left(files: readonly RewrittenFile[], confidence: Confidence): readonly string[] {
  const number = rewrittenNumber(files, confidence)
  if (number === 0) return []
  return [`${count(number, `${confidence} rewrite`)} left: see fix, and --write --confidence ${confidence} to take them.`]
}
