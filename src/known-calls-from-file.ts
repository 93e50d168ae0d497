import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import type { KnownCallRow } from './facts/known-calls/row.ts'
import { KNOWN_CALLS_FILE_SCHEMA } from './facts/known-calls/row-schema.ts'

/**
 * Reads the rows that a user adds to the table of known calls: a JSON array of them.
 *
 * @throws Error whose message, one line, says what is wrong with the file.
 */
export function knownCallsFromFile(path: string): readonly KnownCallRow[] {
  const rows = toJson(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  // Schemas as ESLint's options have them are of draft 4, which ajv 6 reads without its meta-schema.
  const ajv = new Ajv({ meta: false, validateSchema: false })
  if (!ajv.validate(KNOWN_CALLS_FILE_SCHEMA, rows)) {
    throw new Error(`the rows ${ajv.errorsText(ajv.errors?.slice(0, 1), { dataVar: '' })}`)
  }
  return rows as readonly KnownCallRow[]
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`is not JSON: ${(error as Error).message.replaceAll(/\s+/g, ' ')}`, { cause: error })
  }
}
