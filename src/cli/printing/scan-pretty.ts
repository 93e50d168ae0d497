import type { Finding } from '../../report/answer.ts'
import { CONFIDENCES, isReported } from '../../report/confidence-order.ts'
import type { ScanReport } from '../scan-report.ts'
import type { Colors } from '../terminal.ts'
import { count } from './count.ts'
import { printableLine, printablePath } from './printable.ts'
import { rewriteWords, verdictWords } from './finding-words.ts'

/** What `scan` prints for people. */
export function scanPretty(report: ScanReport, colors: Colors): string {
  const forms = report.files.flatMap(({ path, findings }) => findings.map((finding) => toText(path, finding, colors)))
  return [...forms, summary(report, colors)].join('\n')
}

function toText(path: string, finding: Finding, colors: Colors): string {
  const place = `${printablePath(path)}:${finding.line}:${finding.column}`
  return [
    `${colors.bold(place)}  ${verdictWords(finding, colors)}`,
    `  ${printableLine(finding.message)}`,
    ...finding.reasons.map(({ line, message }) => colors.dim(`    line ${line}: ${printableLine(message)}`)),
    ...rewriteWords(finding).map((words) => `  ${printableLine(words)}`),
    '',
  ].join('\n')
}

function summary({ looked, files, invocation }: ScanReport, colors: Colors): string {
  const findings = files.flatMap((file) =>
    file.findings.filter((finding) => isReported(finding, invocation.options.confidence)),
  )
  const silent = files.flatMap((file) => file.findings.filter(({ confidence }) => confidence === null)).length
  const below = files.reduce((sum, file) => sum + file.below, 0)
  const failed = files.filter(({ problem }) => problem !== null).length
  const rewritable = findings.filter(({ rewrites }) => rewrites.length > 0).length
  const lines = [
    `${count(looked, 'file')} scanned: ${count(findings.length, 'loop')} could overlap${split(findings)}.`,
    invocation.all && silent > 0 && `${count(silent, 'other loop')} with awaits must stay serial, or nothing could be told.`,
    below > 0 && `${count(below, 'more loop')} less sure${invocation.all ? '' : ' (--all lists every loop)'}.`,
    findings.length > 0 && `${rewritable} of ${findings.length} can be rewritten${limited(findings)}.`,
    failed > 0 && colors.red(`${count(failed, 'file')} could not be worked on.`),
    ...nextCommands(findings, rewritable, invocation.paths),
  ]
  return `${lines.filter((line) => typeof line === 'string').join('\n')}\n`
}

function split(findings: readonly Finding[]): string {
  const parts = CONFIDENCES.map((confidence) => ({
    confidence,
    number: findings.filter((finding) => finding.confidence === confidence).length,
  })).filter(({ number }) => number > 0)
  return parts.length === 0 ? '' : ` (${parts.map((part) => `${part.number} ${part.confidence}`).join(', ')})`
}

/** How many more rewrites a library that is not there would bring. */
function limited(findings: readonly Finding[]): string {
  const number = findings.filter(({ refused }) => refused === 'needs-limiter').length
  return number === 0 ? '' : `, and ${number} more with p-map: install it, or give --limiter p-map`
}

function nextCommands(findings: readonly Finding[], rewritable: number, paths: readonly string[]): readonly string[] {
  const where = paths.length === 1 && paths[0] === '.' ? '' : ` ${paths.map(toArgument).join(' ')}`
  if (rewritable > 0) return [`Next, see the changes: interleave fix${where}`]
  return findings.length > 0 ? ['Next, see all facts of one: interleave explain FILE:LINE'] : []
}

function toArgument(path: string): string {
  return /^[\w./@:+,=-]+$/.test(path) ? path : `'${printablePath(path).replaceAll("'", "'\\''")}'`
}
