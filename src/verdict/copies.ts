import type { Holder } from '../facts/arrays/holder.ts'
import type { IterableKind } from '../facts/arrays/iterable-kind.ts'
import type { Region } from '../facts/effects/region.ts'
import type { Copy } from '../model/find-copies.ts'
import type { FormVerdict } from './form-verdict.ts'

/** One copy and what is asked about it. */
export interface CopyQuestion {
  readonly copy: Copy
  readonly kind: IterableKind
  readonly holder: Holder
  readonly region: Region
  /** The source as the text spells it, on one line. */
  readonly name: string
}

/** A copy into an array, what it copies, and whether it is needed. */
export interface CopyForm {
  readonly copy: Copy
  readonly kind: IterableKind
  readonly region: Region
  readonly verdict: FormVerdict
}
