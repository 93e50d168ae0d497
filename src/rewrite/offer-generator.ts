import type { Parsed } from '../parse/parsed.ts'
import type { FillerForm } from '../verdict/filler-form.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { Draft } from './drafts.ts'
import { offersOf } from './drafts.ts'
import { generatorDrafts } from './generator-drafts.ts'
import type { Offers } from './rewrite.ts'

/** The function as a generator, its callers with it, where all of them are in one file. */
export function offerGenerator(form: FillerForm, parsed: Parsed): Offers {
  return offersOf([form.isExported ? 'needs-command' : inOneFile(form, parsed)], parsed)
}

function inOneFile(form: FillerForm, parsed: Parsed): Draft | RefusalCode {
  const drafts = generatorDrafts(form, parsed)
  return typeof drafts === 'string' ? drafts : drafts[0]!.draft
}
