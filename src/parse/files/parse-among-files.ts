import { parseText } from '../parse-text.ts'
import type { Parsed } from '../parsed.ts'
import type { TypeSource } from '../types/type-source.ts'
import { FilesAround } from './files-around.ts'
import { LoadedFiles, MOST_TEXT } from './loaded-files.ts'

/** What one thread keeps from file to file. */
const loaded = new LoadedFiles()
let around = new FilesAround(loaded, null)

/**
 * Parses one source text among the files on disk, in which its callees are read. What was found for one file serves
 * the next, as long as it is what is on disk.
 *
 * @throws ParseError when the text is not a program in JavaScript or TypeScript
 */
export function parseAmongFiles(text: string, filename: string, types: TypeSource | null = null): Parsed {
  if (around.size > MOST_TEXT || around.types !== types) around = new FilesAround(loaded, types)
  const onDisk = around.at(filename)
  return onDisk?.text === text ? onDisk : placeAmongFiles(parseText(text, filename), types)
}

/**
 * The file among those on disk as they are now, itself in place of what is at its path: an editor's text need not be
 * saved, and other files may have changed since the last look.
 */
export function placeAmongFiles(parsed: Parsed, types: TypeSource | null): Parsed {
  return new FilesAround(loaded, types).join(parsed)
}
