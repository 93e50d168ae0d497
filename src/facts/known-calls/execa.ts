import { named } from './named.ts'
import type { KnownCallRow, RowEffect } from './row.ts'

const SOURCE = 'https://github.com/sindresorhus/execa/blob/main/docs/api.md'

/** A program may do anything: its order with other programs and with files counts. */
const RUNS: readonly RowEffect[] = [
  { does: 'write', on: 'process' },
  { does: 'write', on: 'file-system' },
]

export const EXECA: readonly KnownCallRow[] = [
  {
    module: 'execa',
    name: named('', 'execa execaCommand execaNode $ command node shell'),
    effects: RUNS,
    ordered: true,
    returns: 'Promise<execa:Result>',
    fresh: true,
    source: SOURCE,
  },
  {
    module: 'execa',
    name: named('', 'sync execaSync execaCommandSync commandSync $.sync $.s'),
    effects: RUNS,
    ordered: true,
    returns: 'execa:Result',
    fresh: true,
    source: SOURCE,
  },
]
