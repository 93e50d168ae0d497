import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { ArgumentError } from '../../options-from-arguments.ts'
import type { ScanInvocation } from '../arguments.ts'
import { isShown } from '../is-shown.ts'
import type { BaselineReport, ScannedFile } from '../scan-report.ts'
import type { FoundForm } from '../work/run-job.ts'
import { type BaselineEntry, readBaseline, writeBaseline } from './baseline-file.ts'
import { matchBaseline, type PlacedForm, toEntry } from './match-baseline.ts'

export interface WithBaseline {
  readonly files: readonly ScannedFile[]
  readonly baseline: BaselineReport | null
}

/**
 * Leaves out the findings that the baseline knows; brings it up to date where that is asked for.
 *
 * @param looked the files of this run
 * @throws ArgumentError when there is no baseline to use
 */
export function useBaseline(
  files: readonly ScannedFile[],
  looked: ReadonlySet<string>,
  invocation: ScanInvocation,
  directory: string,
): WithBaseline {
  if (invocation.baseline === null) return { files, baseline: null }
  const path = resolve(directory, invocation.baseline)
  const entries = readBaseline(path)
  if (entries === null && !invocation.updateBaseline) {
    throw new ArgumentError(`--baseline ${invocation.baseline}: there is no such file; --update-baseline makes it`)
  }
  const placed = placedForms(files, invocation)
  const isJudged = judgedBy(files, looked, invocation)
  const { known, gone } = matchBaseline(placed, entries ?? [], isJudged)
  if (!invocation.updateBaseline) {
    return { files: without(known, files), baseline: { known: known.size, gone: gone.filter(isJudged).length } }
  }
  writeBaseline(path, [...placed.map(toEntry), ...gone.filter((entry) => !isJudged(entry))])
  const all = new Set(placed.map(({ form }) => form))
  return { files: without(all, files), baseline: { known: all.size, gone: 0 } }
}

function placedForms(files: readonly ScannedFile[], invocation: ScanInvocation): readonly PlacedForm[] {
  return files.flatMap(({ absolute, forms }) =>
    forms.filter(({ finding }) => isShown(finding, invocation)).map((form) => ({ absolute, form })),
  )
}

/** Whether this run can tell that an entry is found no more: not for what it left out, nor for files that failed. */
function judgedBy(files: readonly ScannedFile[], looked: ReadonlySet<string>, { rules }: ScanInvocation) {
  const failed = new Set(files.filter(({ problem }) => problem !== null).map(({ absolute }) => absolute))
  return ({ absolute, rule }: BaselineEntry): boolean => {
    if (failed.has(absolute) || rules?.includes(rule) === false) return false
    return looked.has(absolute) || !existsSync(absolute)
  }
}

function without(forms: ReadonlySet<FoundForm>, files: readonly ScannedFile[]): readonly ScannedFile[] {
  return files.map((file) => ({ ...file, forms: file.forms.filter((form) => !forms.has(form)) }))
}
