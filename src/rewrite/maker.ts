import type { EditList } from './edit-list.ts'
import type { LimiterName, LoopForm } from './rewrite.ts'

/** p-map's exports as the code around the rewritten form spells them. */
export type Spelled = Readonly<Partial<Record<LimiterName, string>>>

/** Makes the edits of one verdict's forms; that the forms are legal has been found out before. */
export interface Maker {
  /** The safest first. */
  readonly forms: readonly LoopForm[]
  /** Exports of p-map that the form uses; null where the form would have to leave out results and cannot. */
  namesFor(form: LoopForm): readonly LimiterName[] | null
  /** Names of the language that the form's text relies on. */
  globalsOf(form: LoopForm): readonly string[]
  /** Null where the form does not fit after all. */
  make(form: LoopForm, spelled: Spelled): EditList | null
}
