import type { FoundForm } from '../work/run-job.ts'
import type { BaselineEntry } from './baseline-file.ts'

/** A finding and the file it is in. */
export interface PlacedForm {
  readonly absolute: string
  readonly form: FoundForm
}

export interface Matched {
  /** The findings that the baseline knows. */
  readonly known: ReadonlySet<FoundForm>
  /** Entries that nothing matches any more. */
  readonly gone: readonly BaselineEntry[]
}

/** From what stayed in its place to what was moved to another function, and then to another file. */
const KEYS: readonly ((entry: BaselineEntry) => string)[] = [
  ({ rule, absolute, within, code }) => JSON.stringify([rule, absolute, within, code]),
  ({ rule, absolute, code }) => JSON.stringify([rule, absolute, code]),
  ({ rule, code }) => JSON.stringify([rule, code]),
]

/**
 * Pairs findings with entries by their code, each entry once: a copy of a known loop is not known.
 *
 * @param mayMove whether an entry can have come from its file into another; not where that file was not looked at
 */
export function matchBaseline(
  forms: readonly PlacedForm[],
  entries: readonly BaselineEntry[],
  mayMove: (entry: BaselineEntry) => boolean,
): Matched {
  const known = new Set<FoundForm>()
  let left = entries
  for (const [index, keyOf] of KEYS.entries()) {
    const [open, shut] = index === 2 ? [left.filter(mayMove), left.filter((entry) => !mayMove(entry))] : [left, []]
    const byKey = grouped(open, keyOf)
    for (const placed of forms) {
      if (!known.has(placed.form) && byKey.get(keyOf(toEntry(placed)))?.pop()) known.add(placed.form)
    }
    left = [...[...byKey.values()].flat(), ...shut]
  }
  return { known, gone: left }
}

export function toEntry({ absolute, form: { finding, fingerprint } }: PlacedForm): BaselineEntry {
  return { rule: finding.rule, absolute, ...fingerprint }
}

function grouped(
  entries: readonly BaselineEntry[],
  keyOf: (entry: BaselineEntry) => string,
): Map<string, BaselineEntry[]> {
  const groups = new Map<string, BaselineEntry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [entry])
    else group.push(entry)
  }
  return groups
}
