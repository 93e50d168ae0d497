import { callersInProgram, placeOfUnseen } from '../facts/program/callers-in-program.ts'
import type { ArrayFiller } from '../model/find-array-fillers.ts'
import { findArrayFillers } from '../model/find-array-fillers.ts'
import type { Options } from '../options.ts'
import type { ProgramFiles } from '../parse/files/program-files.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { FillerForm } from './filler-form.ts'
import { keep } from './form-verdict.ts'
import { judgeFiller } from './judge-array-fillers.ts'
import { reason } from './question.ts'

/**
 * The functions of a file that fill an array, return it and are exported: whether they could as well give its values
 * one by one, by what all files of the program do with them.
 */
export function judgeExportedFillers(
  parsed: Parsed,
  files: ProgramFiles,
  options: Pick<Options, 'knownCalls'>,
): readonly FillerForm[] {
  return findArrayFillers(parsed).flatMap((filler) => {
    if (filler.otherUse) return []
    const callers = callersInProgram(filler, parsed, files)
    if (!callers) return []
    const form = judgeFiller(filler, { calls: callers.calls, handedOn: null, exported: null }, parsed, options)
    if (!callers.unseen || form.verdict.confidence === null) return [form]
    return [{ ...form, verdict: keep(unseenReason(filler, placeOfUnseen(callers.unseen))) }]
  })
}

function unseenReason({ name, node }: ArrayFiller, where: string) {
  return reason('callers-unseen', name ?? node, { where })
}
