import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { describe, expect, test } from 'vitest'
import { KNOWN_CALLS_FILE_SCHEMA } from '../../src/facts/known-calls/row-schema.ts'
import { KNOWN_CALL_ROWS } from '../../src/facts/known-calls/table.ts'

const PUBLISHED = '../../docs/known-calls.schema.json'

// `npx vitest run -u` on this file writes it anew.
test('the published schema is the one that rows are checked by', async () => {
  await expect(`${JSON.stringify(KNOWN_CALLS_FILE_SCHEMA, null, 2)}\n`).toMatchFileSnapshot(PUBLISHED)
})

describe('the published schema', () => {
  test('takes every row that comes with the product', () => {
    expect(faultsOf(JSON.parse(JSON.stringify(KNOWN_CALL_ROWS)))).toEqual([])
  })

  test('takes the rows that the documentation shows', () => {
    const page = readFileSync(new URL('../../docs/known-calls.md', import.meta.url), 'utf8')
    const [, example = ''] = /```json\n(\[[\s\S]*?)```/.exec(page)!
    expect(faultsOf(JSON.parse(example))).toEqual([])
  })

  test.each<[string, unknown]>([
    ['rows that are no list', { module: 'a', name: 'b', effects: [] }],
    ['a row without effects', [{ module: 'a', name: 'b' }]],
    ['an unknown field', [{ module: 'a', name: 'b', effects: [], reads: true }]],
    ['an unknown place', [{ module: 'a', name: 'b', effects: [{ does: 'read', on: 'moon' }] }]],
  ])('does not take %s', (_what, rows) => {
    expect(faultsOf(rows)).not.toEqual([])
  })
})

function faultsOf(rows: unknown): readonly unknown[] {
  const schema = JSON.parse(readFileSync(new URL(PUBLISHED, import.meta.url), 'utf8')) as object
  const ajv = new Ajv({ meta: false, validateSchema: false })
  ajv.validate(schema, rows)
  return ajv.errors ?? []
}
