/** Tries a set of changes: null when the command passes with it, else why it does not. */
export type Trial<Unit> = (units: readonly Unit[]) => Promise<string | null>

export interface Kept<Unit> {
  readonly kept: readonly Unit[]
  /** The changes that cannot stay beside those that do, and what the command said. */
  readonly taken: readonly { readonly unit: Unit; readonly why: string }[]
}

/**
 * Finds changes to take back so that the command passes with the others, none of which could be added again: halves
 * are tried on top of what is known to pass, down to single changes. Costs few trials where few changes are at fault.
 */
export async function findKeepers<Unit>(units: readonly Unit[], fails: Trial<Unit>): Promise<Kept<Unit>> {
  const kept: Unit[] = []
  const taken: { unit: Unit; why: string }[] = []
  // `why` is set where the part is known to fail, so that it is not tried again.
  const add = async (part: readonly Unit[], known: string | null): Promise<void> => {
    if (part.length === 0) return
    const why = known ?? (await fails([...kept, ...part]))
    if (why === null) kept.push(...part)
    else if (part.length === 1) taken.push({ unit: part[0]!, why })
    else {
      const middle = Math.ceil(part.length / 2)
      const before = kept.length
      await add(part.slice(0, middle), null)
      // With the whole first half kept, the second is what failed.
      const isSecond = kept.length === before + middle
      await add(part.slice(middle), isSecond ? why : null)
    }
  }
  await add(units, null)
  return { kept, taken }
}
