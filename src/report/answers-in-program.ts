import { ownerOf } from '../model/find-await-loops.ts'
import type { Options } from '../options.ts'
import type { ProgramFiles } from '../parse/files/program-files.ts'
import { asParseErrorIfTooDeep } from '../parse/too-deep.ts'
import type { ChangeSet } from '../rewrite/change-set.ts'
import { generatorChangeSet } from '../rewrite/change-set.ts'
import { NO_OFFERS } from '../rewrite/rewrite.ts'
import type { FillerForm } from '../verdict/filler-form.ts'
import { judgeExportedFillers } from '../verdict/judge-exported-fillers.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { Finding } from './answer.ts'
import { messageOf, preferGenerator } from './answer-array-fillers.ts'
import { findingOf } from './finding-of.ts'

/** One form whose rewrite takes several files. */
export interface ProgramAnswer {
  readonly filename: string
  /** Where the form begins, in the text that it was found in. */
  readonly start: number
  readonly finding: Finding
  /** Whether a caller would gain something, whatever stands against it. */
  readonly hasGain: boolean
  /** Null where it stays as it is. */
  readonly change: ChangeSet | null
}

/** The exported functions of a file that fill an array, by what all files of the program do with them. */
export function answersInProgram(filename: string, files: ProgramFiles, options: Options): readonly ProgramAnswer[] {
  files.beginLook()
  const parsed = files.fileAt(filename)
  if (!parsed) return []
  try {
    return judgeExportedFillers(parsed, files, options).map((form) => {
      const change = form.verdict.confidence === null ? null : generatorChangeSet(form, parsed)
      return toAnswer(filename, form, change)
    })
  } catch (error) {
    throw asParseErrorIfTooDeep(error)
  }
}

function toAnswer(filename: string, found: FillerForm, change: ChangeSet | RefusalCode | null): ProgramAnswer {
  const { node, name } = found.filler
  const form = { node, mark: name ?? node, owner: ownerOf(node), kind: node.async ? 'async-function' : 'function' }
  const made = typeof change === 'string' ? null : change
  const offers = made
    ? { rewrites: [{ form: made.form, title: made.title, edits: made.files[0]?.edits ?? [] }], refused: null }
    : { ...NO_OFFERS, refused: typeof change === 'string' ? change : null }
  return {
    filename,
    start: node.range[0],
    finding: findingOf(preferGenerator, form, found.verdict, messageOf(found), () => offers),
    hasGain: found.gain !== null,
    change: made,
  }
}
