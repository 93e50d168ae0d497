import { packageVersion } from '../../package-version.ts'
import type { Finding } from '../../report/answer.ts'
import type { FileProblem } from '../file-problem.ts'
import { rulePage } from '../rule-page.ts'
import { isShown } from '../is-shown.ts'
import type { ScannedFile, ScanReport } from '../scan-report.ts'
import type { FoundForm } from '../work/run-job.ts'
import { rewriteWords } from './finding-words.ts'
import { type Artifact, sarifFixes } from './sarif-fixes.ts'
import { printableJson } from './printable.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

/** The log of `scan --format sarif`: paths from the working directory, no times, nothing of the machine. */
export function scanSarif(report: ScanReport): string {
  const results = report.files.flatMap((file) => resultsOf(file, report))
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].sort()
  const failed = report.files.flatMap(({ path, problem }) => (problem === null ? [] : [toNotification(path, problem)]))
  const run = {
    tool: {
      driver: {
        name: 'interleave',
        semanticVersion: packageVersion(),
        informationUri: 'https://www.npmjs.com/package/eslint-plugin-interleave',
        rules: rules.map(toRule),
      },
    },
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The directory in which the command ran.' } } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: failed.length === 0, toolExecutionNotifications: failed }],
    results: results.map((result) => ({ ...result, ruleIndex: rules.indexOf(result.ruleId) })),
  }
  return printableJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] })
}

function resultsOf(file: ScannedFile, { invocation }: ScanReport) {
  const seen = new Map<string, number>()
  return file.forms
    .filter(({ finding }) => isShown(finding, invocation))
    .map((form) => {
      const { code } = form.fingerprint
      const number = (seen.get(code) ?? 0) + 1
      seen.set(code, number)
      return toResult(file, form, `${code}:${number}`)
    })
}

function toResult({ path, text }: ScannedFile, { finding, rewrites, fingerprint }: FoundForm, code: string) {
  const { rule, confidence, verdict, message, reasons } = finding
  const artifactLocation = toArtifact(path)
  return {
    ruleId: rule,
    level: confidence === 'possible' ? 'note' : 'warning',
    message: { text: [message, ...rewriteWords(finding)].join('\n') },
    locations: [
      {
        physicalLocation: { artifactLocation, region: toRegion(finding) },
        ...(fingerprint.within !== '' && { logicalLocations: [{ fullyQualifiedName: fingerprint.within }] }),
      },
    ],
    relatedLocations: reasons.map(({ line, message: words }, id) => ({
      id,
      physicalLocation: { artifactLocation, region: { startLine: line } },
      message: { text: words },
    })),
    partialFingerprints: { 'interleaveCode/v1': code },
    fixes: sarifFixes(text, artifactLocation, rewrites),
    properties: { confidence, verdict, reasons: reasons.map((reason) => reason.code) },
  }
}

function toRegion({ line, column, endLine, endColumn }: Finding) {
  return { startLine: line, startColumn: column, endLine, endColumn }
}

function toArtifact(path: string): Artifact {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}

function toRule(id: string) {
  const { description, markdown, address } = rulePage(id)
  return {
    id,
    shortDescription: { text: description },
    helpUri: address,
    help: { text: `${description}\nTo see the rewrites: npx interleave fix --rules ${id}`, markdown },
    defaultConfiguration: { level: 'warning' },
  }
}

function toNotification(path: string, { line, column, reason }: FileProblem) {
  const region = line === null ? {} : { region: { startLine: line, ...(column !== null && { startColumn: column }) } }
  return {
    level: 'error',
    message: { text: reason },
    locations: [{ physicalLocation: { artifactLocation: toArtifact(path), ...region } }],
  }
}
