import { named } from './named.ts'
import type { KnownCallRow } from './row.ts'

const HTTP = 'https://nodejs.org/api/http.html'
const NET = 'https://nodejs.org/api/net.html'
const DNS = 'https://nodejs.org/api/dns.html'

const LOOK_UPS = `lookup lookupService resolve resolve4 resolve6 resolveAny resolveCaa resolveCname resolveMx
  resolveNaptr resolveNs resolvePtr resolveSoa resolveSrv resolveTxt reverse`

export const NODE_NET: readonly KnownCallRow[] = [
  {
    module: ['http', 'https'],
    name: 'get',
    effects: [{ does: 'read', on: 'network' }],
    callsLater: [1, 2],
    returns: 'http:ClientRequest',
    fresh: true,
    source: HTTP,
  },
  {
    module: ['http', 'https'],
    name: 'request',
    effects: [{ does: 'write', on: 'network' }],
    callsLater: [1, 2],
    returns: 'http:ClientRequest',
    fresh: true,
    source: HTTP,
  },
  {
    module: ['http', 'https'],
    name: 'createServer',
    effects: [],
    callsLater: [0, 1],
    returns: 'http:Server',
    fresh: true,
    source: HTTP,
  },
  {
    module: ['http', 'https', 'net'],
    name: ['Server#listen', 'Server#close'],
    effects: [
      { does: 'write', on: 'receiver' },
      { does: 'write', on: 'network' },
    ],
    ordered: true,
    callsLater: [0, 1, 2, 3],
    returns: '$this',
    source: HTTP,
  },
  {
    module: 'http',
    name: [
      ...named('ClientRequest#', 'setHeader setTimeout abort'),
      ...named('ServerResponse#', 'setHeader writeHead'),
    ],
    effects: [{ does: 'write', on: 'receiver' }],
    oneAtATime: 'stream',
    source: HTTP,
  },
  {
    module: 'net',
    name: ['connect', 'createConnection'],
    effects: [{ does: 'write', on: 'network' }],
    callsLater: [1, 2],
    returns: 'net:Socket',
    fresh: true,
    source: NET,
  },
  {
    module: 'net',
    name: 'createServer',
    effects: [],
    callsLater: [0, 1],
    returns: 'net:Server',
    fresh: true,
    source: NET,
  },
  { module: 'net', name: ['isIP', 'isIPv4', 'isIPv6'], effects: [], source: NET },
  {
    module: 'dns/promises',
    name: named('', LOOK_UPS),
    effects: [{ does: 'read', on: 'network' }],
    returns: 'Promise',
    fresh: true,
    source: DNS,
  },
  {
    module: 'dns',
    name: named('', LOOK_UPS),
    effects: [{ does: 'read', on: 'network' }],
    callsLater: [1, 2],
    source: DNS,
  },
]
