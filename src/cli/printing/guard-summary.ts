import type { Unit } from '../guard/units.ts'
import type { Colors } from '../terminal.ts'
import { count } from './count.ts'
import { printableLine, printablePath } from './printable.ts'

/** What `fix --guard` prints: what stays, and what was taken back with the reason. */
export function guardSummary(
  kept: number,
  taken: readonly { readonly unit: Unit; readonly why: string }[],
  colors: Colors,
): string {
  const parts = taken.map(({ unit: { path, line, finding }, why }) => {
    const [end = '', ...said] = why.split('\n').map(printableLine)
    const place = `${printablePath(path)}:${line}`
    return [
      `${colors.bold(place)}  taken back (${finding.rule}, ${finding.confidence}): with it the command ${end}`,
      ...said.map((line) => colors.dim(`    ${line}`)),
      '',
    ].join('\n')
  })
  const summary = `${count(kept, 'change')} written, ${taken.length} taken back; the command passes.\n`
  return [...parts, summary].join('\n')
}
