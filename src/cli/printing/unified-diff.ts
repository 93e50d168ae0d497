import { structuredPatch } from 'diff'
import type { Colors } from '../terminal.ts'
import { printableLine, printablePath } from './printable.ts'

/** Milliseconds after which two texts count as too different to compare; edits of a few loops take one or two. */
const TIMEOUT = 10_000

/** The change of one file as `git apply` takes it; on a terminal coloured, and without what could steer it. */
export function unifiedDiff(path: string, before: string, after: string, colors: Colors): string {
  const name = printablePath(path)
  const patch = structuredPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    timeout: TIMEOUT,
  })
  const head = [colors.bold(`--- a/${name}`), colors.bold(`+++ b/${name}`)]
  if (patch === undefined) return [...head, '(too different to show line by line)', ''].join('\n')
  const hunks = patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    colors.cyan(`@@ -${span(oldStart, oldLines)} +${span(newStart, newLines)} @@`),
    ...lines.map((line) => toColored(line, colors)),
  ])
  return [...head, ...hunks, ''].join('\n')
}

function span(start: number, lines: number): string {
  return lines === 1 ? String(start) : `${start},${lines}`
}

function toColored(line: string, colors: Colors): string {
  if (!colors.isColorSupported) return line
  const shown = printableLine(line.replace(/\r$/, ''))
  if (line.startsWith('+')) return colors.green(shown)
  return line.startsWith('-') ? colors.red(shown) : shown
}
