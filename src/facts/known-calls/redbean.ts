import { reads, rowsOf, writes } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'
import { selects } from './select-statement.ts'

const row = rowsOf('redbean-node', 'https://github.com/louislam/redbean-node#readme')

const BY_SQL = 'getAll getRow getCol getCell getAssoc'

export const REDBEAN: readonly KnownCallRow[] = [
  row('R.', 'find findAll findOne load count hasTable', {
    effects: reads('database'),
    returns: 'Promise',
    fresh: true,
  }),
  ...selects().map((facts) => row('R.', BY_SQL, { ...facts, returns: 'Promise', fresh: true })),
  row('R.', `${BY_SQL} exec`, { effects: writes('database'), returns: 'Promise', fresh: true }),
  row('R.', 'store trash storeAll trashAll', {
    effects: [...writes('database'), { does: 'write', on: { argument: 0 } }],
    returns: 'Promise',
  }),
  row('R.', 'dispense', { effects: [], fresh: true }),
  row('R.', 'isoDate isoDateTime isoDateTimeMillis isoTime isoTimeMillis', {
    effects: reads('clock'),
    returns: 'string',
  }),
  row('R.', 'begin commit rollback', { effects: writes('database'), ordered: true, oneAtATime: 'transaction' }),
  row('R.', 'setup freeze debug close autoloadModels knex.migrate.*', { effects: writes('database'), ordered: true }),
]
