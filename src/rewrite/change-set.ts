import type { Parsed } from '../parse/parsed.ts'
import type { FillerForm } from '../verdict/filler-form.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import { offersOf } from './drafts.ts'
import { generatorDrafts } from './generator-drafts.ts'
import type { Edit, RewriteForm } from './rewrite.ts'

/** One rewrite that takes several files, made whole or not at all. */
export interface ChangeSet {
  readonly form: RewriteForm
  readonly title: string
  /** The file of the form first; those of which nothing has to be changed are left out. */
  readonly files: readonly FileEdits[]
}

export interface FileEdits {
  readonly filename: string
  readonly edits: readonly Edit[]
}

/** The function as a generator, with its callers in all files. */
export function generatorChangeSet(form: FillerForm, parsed: Parsed): ChangeSet | RefusalCode {
  const drafts = generatorDrafts(form, parsed)
  if (typeof drafts === 'string') return drafts
  const files: FileEdits[] = []
  for (const { file, draft } of drafts) {
    if (draft.list.sorted(file).length === 0) continue
    const { rewrites, refused } = offersOf([draft], file)
    if (refused !== null) return refused
    files.push({ filename: file.filename, edits: rewrites[0]!.edits })
  }
  const [{ draft }] = drafts as readonly [(typeof drafts)[number]]
  return { form: draft.form, title: draft.title, files }
}
