import type { Behaviour } from '../facts/effects/behaviour.ts'
import type { FanOut } from '../model/find-fan-outs.ts'
import type { FunctionNode } from '../parse/node-types.ts'
import type { FormVerdict } from './form-verdict.ts'

/** A call for each element of a list, all of them at once. */
export interface UnboundedForm {
  readonly fanOut: FanOut
  /** The function that is called; null where it is not of this file. */
  readonly callback: FunctionNode | null
  /** What one call does; null where it is not known. */
  readonly turn: Behaviour | null
  /** Whether the calls surely change how many of them are made. */
  readonly changesWalked: boolean
  readonly verdict: FormVerdict
}
