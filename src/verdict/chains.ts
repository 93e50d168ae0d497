import type { Chain } from '../model/chain.ts'
import type { FormVerdict } from './form-verdict.ts'

/** A chain whose last array is needed only in part, and what was found out about it. */
export interface ChainForm {
  readonly chain: Chain
  readonly verdict: FormVerdict
  /** Whether the source is an array of the language for sure; what is no array may lack `find`. */
  readonly isArray: boolean
}
