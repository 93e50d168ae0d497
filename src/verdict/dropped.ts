import type { DroppedCallback } from '../model/find-dropped-callbacks.ts'
import type { FunctionNode } from '../parse/node-types.ts'
import type { FormVerdict } from './form-verdict.ts'

/** An async callback whose promise nobody gets. */
export interface DroppedForm {
  readonly dropped: DroppedCallback
  /** The callback; of this file. */
  readonly callback: FunctionNode
  /** Class of what is walked: `Array`, `Map`, `Set`, `NodeList`; null where it is not known. */
  readonly walked: string | null
  /** Whether the calls of the callback may overlap, by all signs. */
  readonly mayOverlap: boolean
  /** Whether they surely change how many of them are made. */
  readonly changesWalked: boolean
  readonly verdict: FormVerdict
}
