import { reportedForms, type ScanReport } from '../scan-report.ts'
import { baselineWords } from './baseline-words.ts'
import { count } from './count.ts'
import { rewriteWords } from './finding-words.ts'
import { nextWords } from './next-words.ts'
import { printableLine } from './printable.ts'

/** The workflow commands that make GitHub show findings beside the lines of a pull request, then the summary. */
export function scanGithub(report: ScanReport): string {
  const findings = reportedForms(report).map(({ finding }) => finding)
  const lines = [
    ...report.files.flatMap(({ path, forms, problem }) => [
      ...forms.map(({ finding }) =>
        command(
          finding.confidence === null ? 'notice' : 'warning',
          {
            file: printableLine(path),
            line: finding.line,
            endLine: finding.endLine,
            // Columns are for a place on one line; GitHub refuses them on several.
            ...(finding.line === finding.endLine && { col: finding.column, endColumn: finding.endColumn }),
            title: `${finding.rule} (${finding.confidence ?? finding.verdict})`,
          },
          [finding.message, ...rewriteWords(finding)].map(printableLine).join('\n'),
        ),
      ),
      ...(problem === null
        ? []
        : [command('error', { file: printableLine(path), line: problem.line, col: problem.column }, printableLine(problem.reason))]),
    ]),
    `${count(report.looked, 'file')} scanned: ${count(findings.length, 'finding')}.`,
    ...baselineWords(report),
    ...nextWords(findings, report.invocation),
  ]
  return `${lines.join('\n')}\n`
}

function command(name: string, properties: Readonly<Record<string, string | number | null>>, message: string): string {
  const given = Object.entries(properties).filter(([, value]) => value !== null)
  const list = given.map(([key, value]) => `${key}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`)
  return `::${name} ${list.join(',')}::${escaped(message)}`
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
