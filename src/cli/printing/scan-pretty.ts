import type { Finding } from '../../report/answer.ts'
import { CONFIDENCES } from '../../report/confidence-order.ts'
import { reportedForms, type ScanReport } from '../scan-report.ts'
import type { Colors } from '../terminal.ts'
import { baselineWords } from './baseline-words.ts'
import { count } from './count.ts'
import { printableLine, printablePath } from './printable.ts'
import { rewriteWords, verdictWords } from './finding-words.ts'
import { nextWords } from './next-words.ts'
import { reasonLines } from './reason-lines.ts'

/** What `scan` prints for people. */
export function scanPretty(report: ScanReport, colors: Colors): string {
  const texts = report.files.flatMap(({ path, forms }) => forms.map(({ finding }) => toText(path, finding, colors)))
  return [...texts, summary(report, colors)].join('\n')
}

function toText(path: string, finding: Finding, colors: Colors): string {
  const place = `${printablePath(path)}:${finding.line}:${finding.column}`
  return [
    `${colors.bold(place)}  ${verdictWords(finding, colors)}  ${colors.dim(finding.rule)}`,
    `  ${printableLine(finding.message)}`,
    ...reasonLines(finding, colors),
    ...rewriteWords(finding).map((words) => `  ${printableLine(words)}`),
    '',
  ].join('\n')
}

function summary(report: ScanReport, colors: Colors): string {
  const { looked, files, invocation } = report
  const findings = reportedForms(report).map(({ finding }) => finding)
  const silent = files.flatMap(({ forms }) => forms.filter(({ finding }) => finding.confidence === null)).length
  const below = files.reduce((sum, file) => sum + file.below, 0)
  const failed = files.filter(({ problem }) => problem !== null).length
  const lines = [
    `${count(looked, 'file')} scanned: ${whatWasFound(findings)}${split(findings)}.`,
    invocation.all && silent > 0 && `${count(silent, 'other form')} must stay as they are, or nothing could be told.`,
    below > 0 && `${count(below, 'more finding')} less sure${invocation.all ? '' : ' (--all lists every form)'}.`,
    ...baselineWords(report),
    ...nextWords(findings, invocation),
    failed > 0 && colors.red(`${count(failed, 'file')} could not be worked on.`),
  ]
  return `${lines.filter((line) => typeof line === 'string').join('\n')}\n`
}

/** `2 findings`, `4 findings: 2 could overlap, 1 to repair, 1 array need not be built` */
function whatWasFound(findings: readonly Finding[]): string {
  const numberOf = (...verdicts: readonly string[]): number =>
    findings.filter(({ verdict }) => verdicts.includes(verdict)).length
  const overlaps = numberOf('concurrent', 'collect', 'fission')
  const arrays = numberOf('lazy')
  const parts = [
    overlaps > 0 && `${overlaps} could overlap`,
    numberOf('repair') > 0 && `${numberOf('repair')} to repair`,
    arrays > 0 && `${count(arrays, 'array')} need not be built`,
  ].filter((part) => typeof part === 'string')
  return `${count(findings.length, 'finding')}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`
}

function split(findings: readonly Finding[]): string {
  const parts = CONFIDENCES.map((confidence) => ({
    confidence,
    number: findings.filter((finding) => finding.confidence === confidence).length,
  })).filter(({ number }) => number > 0)
  return parts.length === 0 ? '' : ` (${parts.map((part) => `${part.number} ${part.confidence}`).join(', ')})`
}
