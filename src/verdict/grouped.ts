import type { AwaitRun, AwaitStep } from '../model/await-run.ts'
import type { FormVerdict } from './form-verdict.ts'

/** Awaits of one run that may start together; of a silent answer the run's first two. */
export interface GroupedForm {
  readonly run: AwaitRun
  /** In source order. */
  readonly members: readonly AwaitStep[]
  /** Where they go: the later ones pass what stands between on their way up, or the earlier ones on theirs down. */
  readonly place: GroupPlace
  readonly verdict: FormVerdict
}

export type GroupPlace = 'first' | 'last'
