import type { Finding } from '../../report/answer.ts'
import { reportedForms, type ScanReport } from '../scan-report.ts'
import { CONFIDENCES } from '../../report/confidence-order.ts'
import type { Colors } from '../terminal.ts'
import { count } from './count.ts'
import { nextWords } from './next-words.ts'
import { printablePath } from './printable.ts'

const WORST = 5

/** What `interleave` alone prints: an overview, and what to do next. */
export function scanSummary(report: ScanReport, colors: Colors): string {
  const { looked, files, invocation } = report
  const findings = reportedForms(report).map(({ finding }) => finding)
  const failed = files.filter(({ problem }) => problem !== null).length
  const lines = [
    colors.bold(`${count(looked, 'file')} scanned: ${count(findings.length, 'finding')}.`),
    ...section('By rule', byRule(findings), colors),
    ...section('By confidence', byConfidence(findings), colors),
    ...section('Most of them in', worstFiles(report), colors),
    '',
    ...(findings.length > 0 ? nextWords(findings, invocation) : ['Nothing to do.']),
    ...(findings.length > 0 ? ['To see each with its reasons: interleave scan'] : []),
    ...(failed > 0 ? [colors.red(`${count(failed, 'file')} could not be worked on.`)] : []),
    'All options: interleave --help',
  ]
  return `${lines.join('\n')}\n`
}

type Row = readonly [name: string, number: number]

function section(title: string, rows: readonly Row[], colors: Colors): readonly string[] {
  if (rows.length === 0) return []
  const width = Math.max(...rows.map(([, number]) => String(number).length))
  return ['', colors.bold(title), ...rows.map(([name, number]) => `  ${String(number).padStart(width)}  ${name}`)]
}

function byRule(findings: readonly Finding[]): readonly Row[] {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort()
  return rules.map((name): Row => [name, findings.filter(({ rule }) => rule === name).length]).sort(mostFirst)
}

function byConfidence(findings: readonly Finding[]): readonly Row[] {
  return CONFIDENCES.map((name): Row => [name, findings.filter(({ confidence }) => confidence === name).length]).filter(
    ([, number]) => number > 0,
  )
}

function worstFiles({ files, invocation }: ScanReport): readonly Row[] {
  return files
    .map((file): Row => [printablePath(file.path), reportedForms({ files: [file], invocation }).length])
    .filter(([, number]) => number > 0)
    .sort(mostFirst)
    .slice(0, WORST)
}

function mostFirst([, a]: Row, [, b]: Row): number {
  return b - a
}
