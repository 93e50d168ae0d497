import { ParseError } from './parsed.ts'

/**
 * A parse error in place of a stack that ran over, in the parser or in a stage that follows what nests or refers to
 * each other; every other error as it is.
 */
export function asParseErrorIfTooDeep(error: unknown): unknown {
  return isTooDeep(error) ? new ParseError('The code is nested too deeply.', 1, 1) : error
}

export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message)
}
