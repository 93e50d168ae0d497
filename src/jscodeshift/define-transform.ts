import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { optionsFromArguments } from '../options-from-arguments.ts'
import { mayTell } from '../report/may-tell.ts'
import type { ReportRule } from '../report/report-rule.ts'
import { rewriteText } from '../report/rewrite-text.ts'
import type { Transform } from './transform.ts'

/**
 * Makes a rule's transform for `jscodeshift -t`. It takes the options of the command on jscodeshift's command line
 * (`--confidence=likely`), applies the certain rewrites unless told otherwise, and edits the text itself, so that
 * every byte outside the edits stays. A file that fails rejects; jscodeshift counts it and leaves it alone.
 */
export function defineTransform(rule: ReportRule): Transform {
  return async ({ path, source }, _api, given) => {
    const options = await optionsFromArguments(given, { confidence: 'certain' })
    if (!mayTell(rule, source, resolve(path))) return undefined
    await refuseOtherEncoding(path, source)
    const mark = source.startsWith('\uFEFF') ? '\uFEFF' : ''
    const text = source.slice(mark.length)
    const after = rewriteText(text, resolve(path), options, options.confidence, [rule]).at(-1)?.text ?? text
    return after === text ? undefined : mark + after
  }
}

/** jscodeshift has put U+FFFD for what it could not decode, and would write that. */
async function refuseOtherEncoding(path: string, source: string): Promise<void> {
  if (!source.includes('\uFFFD')) return
  if (!isUtf8(await readFile(path))) throw new Error('the file is not UTF-8')
}
