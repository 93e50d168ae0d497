import { CONFIDENCES, isAtLeast } from '../../report/confidence-order.ts'
import type { Confidence } from '../../verdict/verdict.ts'
import type { FixReport, RewrittenFile } from '../rewritten-file.ts'
import type { ProgramChange } from '../across/program-change.ts'
import type { Colors } from '../terminal.ts'
import { count } from './count.ts'
import { leftForms, programChangeParts } from './program-changes.ts'
import { acrossNumber, rewrittenNumber } from './rewritten-number.ts'
import { unifiedDiff } from './unified-diff.ts'

/** What `fix` prints without `--write`: the changes of each confidence apart, the surest first. */
export function changePreview(report: FixReport, colors: Colors): string {
  const sections = CONFIDENCES.map((confidence) => section(confidence, report, colors))
  const { made, below, left } = report.across
  const parts = [
    acrossPart('Changes across files', made, report, colors),
    ...sections,
    acrossPart('Less sure changes across files', below, report, colors),
    leftForms(left, colors),
    addedPart(report, colors),
    summary(report, colors),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function acrossPart(
  head: string,
  changes: readonly ProgramChange[],
  { invocation }: FixReport,
  colors: Colors,
): string {
  if (changes.length === 0) return ''
  const least = CONFIDENCES.findLast((one) => changes.some(({ finding }) => finding.confidence === one))!
  const option = optionFor(least, invocation)
  const parts = changes.map((one) => programChangeParts(one, colors))
  return `${colors.bold(`${head}, written by ${option}:`)}\n\n${parts.join('')}`
}

function optionFor(confidence: Confidence, { options }: FixReport['invocation']): string {
  return isAtLeast(confidence, options.confidence) ? '--write' : `--write --confidence ${confidence}`
}

function section(confidence: Confidence, { files, invocation }: FixReport, colors: Colors): string {
  const diffs = files.flatMap((file) => diffOf(file, confidence, colors))
  if (diffs.length === 0) return ''
  const option = optionFor(confidence, invocation)
  const name = `${confidence[0]!.toUpperCase()}${confidence.slice(1)}`
  return `${colors.bold(`${name} changes, written by ${option}:`)}\n\n${diffs.join('')}`
}

function diffOf({ path, start, steps }: RewrittenFile, confidence: Confidence, colors: Colors): readonly string[] {
  const index = steps.findIndex((step) => step.confidence === confidence)
  const step = steps[index]
  if (step === undefined || step.rewritten === 0) return []
  return [unifiedDiff(path, steps[index - 1]?.text ?? start, step.text, colors)]
}

/** The manifests that get a dependency. */
function addedPart({ added }: FixReport, colors: Colors): string {
  if (added.changes.length === 0) return ''
  const diffs = added.changes.map(({ path, before, after }) => unifiedDiff(path, before, after, colors))
  return `${colors.bold('Dependencies, added by --add-dependencies --write:')}\n\n${diffs.join('')}`
}

function summary(report: FixReport, colors: Colors): string {
  const { files, across, invocation, failed } = report
  const numbers = CONFIDENCES.map((confidence) => {
    return { confidence, number: rewrittenNumber(files, confidence) + acrossNumber(across, confidence) }
  })
  const changed = numbers.filter(({ number }) => number > 0)
  const written = changed.filter(({ confidence }) => isAtLeast(confidence, invocation.options.confidence))
  const lines = [
    changed.length === 0
      ? 'Nothing to rewrite.'
      : `${changed.map(({ confidence, number }) => `${count(number, `${confidence} rewrite`)}`).join(', ')}.`,
    failed > 0 && colors.red(`${count(failed, 'file')} could not be worked on.`),
    written.length > 0 && 'Nothing is written yet: the same command with --write does that.',
    written.length === 0 && changed.length > 0 && 'None of them is certain: read the diff before --write.',
  ]
  return `${lines.filter((line) => typeof line === 'string').join('\n')}\n`
}
