import type { ScanReport } from '../scan-report.ts'
import { count } from './count.ts'
import { printablePath } from './printable.ts'

/** What the baseline left out, and what it need not hold any more. */
export function baselineWords({ baseline, invocation }: ScanReport): readonly string[] {
  if (baseline === null || invocation.baseline === null) return []
  const path = printablePath(invocation.baseline)
  if (invocation.updateBaseline) return [`${path} now holds ${count(baseline.known, 'finding')} of these files.`]
  const known = `${count(baseline.known, 'finding')} known from ${path}.`
  if (baseline.gone === 0) return [known]
  return [known, `${baseline.gone} of its entries are found no more: --update-baseline drops them.`]
}
