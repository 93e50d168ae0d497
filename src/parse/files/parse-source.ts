import { parseText } from '../parse-text.ts'
import type { Parsed } from '../parsed.ts'
import type { ProjectChoice } from '../types/find-config.ts'
import { projectTypesFor } from '../types/project-types.ts'
import { parseAmongFiles } from './parse-among-files.ts'

interface Surroundings {
  readonly crossFile: boolean
  readonly project: ProjectChoice | null
}

/**
 * Parses one source text, among the files on disk where callees in other files are to be read, with types where a
 * project is to be read.
 *
 * @throws ParseError when the text is not a program in JavaScript or TypeScript
 */
export function parseSource(text: string, filename: string, { crossFile, project }: Surroundings): Parsed {
  const types = project && projectTypesFor(text, filename, project)
  if (crossFile) return parseAmongFiles(text, filename, types)
  const parsed = parseText(text, filename)
  return types ? { ...parsed, types } : parsed
}
