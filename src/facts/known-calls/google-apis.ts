import { reads, rowsOf, writes } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const row = rowsOf('googleapis', 'https://github.com/googleapis/google-api-nodejs-client#readme')

/** The methods that every API of Google has: `get` and `list` change nothing. */
const standard = rowsOf('googleapis', 'https://google.aip.dev/130')

const APIS = `admin analyticsdata bigquery calendar chat cloudresourcemanager compute docs drive forms gmail iam people
  searchconsole secretmanager sheets slides storage tasks youtube`

export const GOOGLE_APIS: readonly KnownCallRow[] = [
  row('google.', APIS, { effects: [], returns: 'googleapis:Resource', fresh: true }),
  standard('Resource#', 'get list batchGet aggregatedList', {
    effects: reads('network'),
    returns: 'Promise',
    fresh: true,
  }),
  standard('Resource#', '*', { effects: writes('network'), returns: 'Promise', fresh: true }),
]
