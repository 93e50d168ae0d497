import { findArrayFillers } from '../../model/find-array-fillers.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { callsOfFiller } from './calls-of-filler.ts'

/** Whether other files may get a function of the file that does nothing but fill an array and return it. */
export function exportsFiller(parsed: Parsed): boolean {
  return findArrayFillers(parsed).some((filler) => {
    if (filler.otherUse) return false
    const calls = callsOfFiller(filler, parsed)
    return calls !== null && calls.exported !== null && calls.handedOn === null
  })
}
