import type { ArrayUse } from '../facts/producers/use-of-array.ts'
import type { ArrayFiller } from '../model/find-array-fillers.ts'
import type { FormVerdict } from './form-verdict.ts'

/** What a caller gains who walks a generator. */
export type Gain = 'caller-may-stop' | 'values-arrive' | 'walks-tree' | 'any-length'

/** A function that fills an array and returns it, with what its callers do. */
export interface FillerForm {
  readonly filler: ArrayFiller
  /** Those within the function itself too. */
  readonly uses: readonly ArrayUse[]
  /** Other files have it, too, so that not all callers are seen. */
  readonly isExported: boolean
  readonly gain: Gain | null
  readonly verdict: FormVerdict
}
