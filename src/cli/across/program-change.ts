import type { Finding } from '../../report/answer.ts'
import type { Edit } from '../../rewrite/rewrite.ts'
import type { Change } from '../writing/change.ts'

/** One change that takes several files, made whole or not at all. */
export interface ProgramChange {
  /** Of the file that the finding is in. */
  readonly path: string
  readonly absolute: string
  /** The file and the start of the form in it, as it was on disk: other changes do not change it. */
  readonly id: string
  /** In the file as it was. */
  readonly line: number
  readonly finding: Finding
  readonly title: string
  readonly files: readonly FileChange[]
}

/** What it makes of one file: on the text that the changes before it have left. */
export interface FileChange extends Change {
  readonly edits: readonly Edit[]
}

/** A form that stays as it is, though a caller would gain. */
export interface LeftForm {
  readonly path: string
  readonly finding: Finding
  /** One sentence. */
  readonly why: string
}
