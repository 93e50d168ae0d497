import { reads, rowsOf, writes } from './row-maker.ts'
import type { KnownCallRow, RowEffect } from './row.ts'

const zx = rowsOf('zx', 'https://google.github.io/zx/api')

/** A program may do anything: its order with other programs and with files counts. */
const RUNS: readonly RowEffect[] = [...writes('process'), ...writes('file-system')]

export const ZX: readonly KnownCallRow[] = [
  zx('', '$', { effects: RUNS, ordered: true, returns: 'Promise<zx:ProcessOutput>', fresh: true }),
  zx('', '$.sync', { effects: RUNS, ordered: true, returns: 'zx:ProcessOutput', fresh: true }),
  zx('', 'cd useBash usePowerShell usePwsh syncProcessCwd updateArgv', {
    effects: writes('process'),
    ordered: true,
  }),
  zx('', 'kill', { effects: writes('process'), ordered: true }),
  zx('', 'question', { effects: writes('user'), ordered: true, interactive: true, returns: 'Promise<string>' }),
  zx('', 'echo', { effects: writes('console'), ordered: true, returns: 'undefined' }),
  zx('', 'sleep', { effects: [], pacing: true, async: true, returns: 'undefined' }),
  zx('', 'spinner', { effects: writes('console'), ordered: true, calls: [0, 1] }),
  zx('', 'retry', { effects: [], calls: [1, 2], async: true }),
  zx('', 'within', { effects: [], calls: [0], returns: '$callback' }),
  zx('', 'stdin', { effects: writes('user'), ordered: true, returns: 'Promise<string>' }),
  zx('', 'which', { effects: reads('file-system') }),
  zx('', 'tmpdir tempdir tmpfile tempfile', { effects: writes('file-system'), returns: 'string' }),
  zx('', 'quote quotePowerShell', { effects: [], returns: 'string' }),
]
