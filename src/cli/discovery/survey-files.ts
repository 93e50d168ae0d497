import { mayApply, mayTellOf } from '../../report/text-tests.ts'
import { FileProblemError, type FileProblem, toFileProblem } from '../file-problem.ts'
import { readSource, type Source } from '../read-source.ts'
import type { FoundFile } from './find-files.ts'
import { hasSourceExtension } from './source-names.ts'

/** What reading every file once tells, before any is parsed. */
export interface Survey {
  /** How many files were looked at, those with problems among them. */
  readonly looked: number
  readonly candidates: readonly FoundFile[]
  readonly problems: readonly { readonly path: string; readonly absolute: string; readonly problem: FileProblem }[]
}

/**
 * Reads the files, and leaves out those whose text cannot hold anything that is looked for, and minified ones.
 *
 * @param all whether silent forms are looked for too
 */
export function surveyFiles(
  files: readonly FoundFile[],
  all: boolean,
  read: (path: string) => Source = readSource,
): Survey {
  const candidates: FoundFile[] = []
  const problems: { path: string; absolute: string; problem: FileProblem }[] = []
  let looked = 0
  for (const file of files) {
    if (file.problem !== null) {
      problems.push({ path: file.path, absolute: file.absolute, problem: file.problem })
      continue
    }
    try {
      const text = textOf(file, read)
      // A file named on its own is parsed anyhow, so that its errors are told.
      if (!file.isNamed && isMinified(text)) continue
      if (file.isNamed || (all ? mayApply(text) : mayTellOf(text, file.absolute))) candidates.push(file)
    } catch (error) {
      problems.push({ path: file.path, absolute: file.absolute, problem: toFileProblem(error) })
    }
    looked++
  }
  return { looked, candidates, problems }
}

function textOf({ absolute, path, isNamed }: FoundFile, read: (path: string) => Source): string {
  if (isNamed && !hasSourceExtension(path)) {
    throw new FileProblemError('is not JavaScript or TypeScript by its extension (.js .mjs .cjs .jsx .ts .mts .cts .tsx)')
  }
  return read(absolute).text
}

const MINIFIED_SIZE = 4_000
const MINIFIED_LINE = 300

/** Whether lines are so long on average that nobody wrote them. Sizes in characters. */
function isMinified(text: string): boolean {
  return text.length >= MINIFIED_SIZE && text.length / text.split('\n').length >= MINIFIED_LINE
}
