import { parseText } from '../parse/parse-text.ts'

/**
 * The parser that a transform exports, which jscodeshift takes whatever `--parser` says. The transforms parse by
 * themselves, by the file's extension; this one serves who calls `j(source)` beside them, and reads JSX everywhere.
 */
export const parser = { parse: (source: string): object => parseText(source, 'source.tsx').ast }
