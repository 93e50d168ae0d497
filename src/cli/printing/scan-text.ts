import type { ScanReport } from '../scan-report.ts'
import type { Colors } from '../terminal.ts'

/** What `scan` prints, in the format that is asked for. */
export async function scanText(report: ScanReport, colors: Colors): Promise<string> {
  switch (report.invocation.format) {
    case 'pretty':
      return (await import('./scan-pretty.ts')).scanPretty(report, colors)
    case 'summary':
      return (await import('./scan-summary.ts')).scanSummary(report, colors)
    case 'json':
      return (await import('./scan-json.ts')).scanJson(report)
    case 'github':
      return (await import('./scan-github.ts')).scanGithub(report)
    case 'sarif':
      return (await import('./scan-sarif.ts')).scanSarif(report)
  }
}
