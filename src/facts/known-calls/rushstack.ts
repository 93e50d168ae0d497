import { reads, readsArguments, rowsOf, writes } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const library = rowsOf('@rushstack/node-core-library', 'https://api.rushstack.io/pages/node-core-library/')
const terminal = rowsOf('@rushstack/terminal', 'https://api.rushstack.io/pages/terminal/')

const COLOURS = `black red green yellow blue cyan white gray magenta blackBackground redBackground greenBackground
  yellowBackground blueBackground cyanBackground whiteBackground grayBackground magentaBackground bold dim underline
  blink invertColor hidden`

/** Files, paths and terminals of Rush. */
export const RUSHSTACK: readonly KnownCallRow[] = [
  library('FileSystem.', 'readFile', { effects: reads('file-system', 0), returns: 'string' }),
  library('FileSystem.', 'readFileAsync', { effects: reads('file-system', 0), returns: 'string', async: true }),
  library('FileSystem.', 'readFolderItemNames', { effects: reads('file-system', 0), returns: 'string[]', fresh: true, distinct: 'flat' }),
  library('FileSystem.', 'readFolderItemNamesAsync', {
    effects: reads('file-system', 0),
    returns: 'string[]',
    fresh: true,
    distinct: 'flat',
    async: true,
  }),
  library('FileSystem.', 'exists', { effects: reads('file-system', 0), returns: 'boolean' }),
  library('FileSystem.', 'existsAsync', { effects: reads('file-system', 0), returns: 'boolean', async: true }),
  library('FileSystem.', 'writeFile', { effects: writes('file-system', 0) }),
  library('FileSystem.', 'writeFileAsync', { effects: writes('file-system', 0), async: true }),
  library('FileSystem.', 'isFileDoesNotExistError isFolderDoesNotExistError isNotExistError isExistError isErrnoException', {
    effects: readsArguments(0),
    returns: 'boolean',
  }),
  library('JsonFile.', 'load', { effects: reads('file-system', 0), fresh: true }),
  library('JsonFile.', 'loadAsync', { effects: reads('file-system', 0), fresh: true, async: true }),
  library('JsonFile.', 'parseString', { effects: [], fresh: true }),
  library('JsonFile.', 'stringify', { effects: readsArguments(0), returns: 'string' }),
  library('Path.', 'convertToSlashes convertToBackslashes convertToPlatformDefault', { effects: [], returns: 'string' }),
  library('Path.', 'isUnder isUnderOrEqual isEqual isDownwardRelative', { effects: reads('process'), returns: 'boolean' }),
  library('Text.', 'convertToLf convertToCrLf replaceAll padStart padEnd ensureTrailingNewline truncateWithEllipsis', {
    effects: [],
    returns: 'string',
  }),
  terminal('Colorize.', COLOURS, { effects: [], returns: 'string' }),
  ...['ITerminal#', 'Terminal#'].flatMap((owner) => [
    terminal(owner, 'writeVerbose writeVerboseLine writeDebug writeDebugLine', {
      effects: writes('console'),
      ordered: true,
      forDebugging: true,
    }),
    terminal(owner, 'write writeLine writeWarning writeWarningLine writeError writeErrorLine', {
      effects: writes('console'),
      ordered: true,
    }),
  ]),
]
