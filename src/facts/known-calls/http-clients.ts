import { named } from './named.ts'
import type { KnownCallRow, RowCondition, RowEffect } from './row.ts'

const FETCH = 'https://developer.mozilla.org/en-US/docs/Web/API/Fetch_API'
const UNDICI = 'https://undici.nodejs.org/#/docs/api/Dispatcher'
const AXIOS = 'https://axios-http.com/docs/api_intro'
const GOT = 'https://github.com/sindresorhus/got/blob/main/documentation/1-promise.md'
const KY = 'https://github.com/sindresorhus/ky#readme'

const reads: readonly RowEffect[] = [{ does: 'read', on: 'network' }]
const writes: readonly RowEffect[] = [{ does: 'write', on: 'network' }]
/** What is sent is read while the request runs. */
const sends: readonly RowEffect[] = [...writes, { does: 'read', on: { argument: 1 } }]
/** A jar in the options is given the cookies of each answer, and asked for them by the next request. */
const fillsJar: RowEffect = { does: 'write', on: { argument: 1, option: 'cookieJar' } }
const asks: readonly RowEffect[] = [...reads, fillsJar]
const sendsWithJar: readonly RowEffect[] = [...sends, fillsJar]
const consumes: readonly RowEffect[] = [{ does: 'write', on: 'receiver' }]
const readsReceiver: readonly RowEffect[] = [{ does: 'read', on: 'receiver' }]

/** HTTP methods that RFC 9110 calls safe. */
const SAFE = ['GET', 'HEAD', 'OPTIONS', 'TRACE'] as const
const safe = (argument: number): RowCondition => ({ argument, option: 'method', in: SAFE, absent: true })

export const HTTP_CLIENTS: readonly KnownCallRow[] = [
  {
    module: 'global',
    name: 'fetch',
    effects: sends,
    async: true,
    returns: 'Response',
    fresh: true,
    when: { argument: 0, kind: ['Request'] },
    source: FETCH,
  },
  // What is asked for may be a request that tells its method, mostly called so.
  {
    module: 'global',
    name: 'fetch',
    effects: reads,
    async: true,
    returns: 'Response',
    fresh: true,
    bySigns: { argument: 0, kind: ['string', 'URL'], named: ['req', 'request', 'requests'] },
    when: safe(1),
    source: FETCH,
  },
  { module: 'global', name: 'fetch', effects: sends, async: true, returns: 'Response', fresh: true, source: FETCH },
  { module: 'global', name: ['new Request', 'new Response'], effects: [], holds: [0, 1], fresh: true, source: FETCH },
  {
    module: 'global',
    name: ['new Headers', 'new FormData', 'new Blob', 'new File'],
    effects: [{ does: 'read', on: { argument: 0 } }],
    holds: [0],
    fresh: true,
    source: FETCH,
  },
  {
    module: 'global',
    name: ['Response#text', 'Request#text', 'Blob#text'],
    effects: consumes,
    async: true,
    returns: 'string',
    source: FETCH,
  },
  {
    module: 'global',
    name: ['Response#json', 'Request#json'],
    effects: consumes,
    async: true,
    fresh: true,
    source: FETCH,
  },
  {
    module: 'global',
    name: ['Response#formData', 'Request#formData'],
    effects: consumes,
    async: true,
    returns: 'FormData',
    fresh: true,
    source: FETCH,
  },
  {
    module: 'global',
    name: ['Response#arrayBuffer', 'Request#arrayBuffer', 'Blob#arrayBuffer'],
    effects: consumes,
    async: true,
    returns: 'ArrayBuffer',
    fresh: true,
    source: FETCH,
  },
  {
    module: 'global',
    name: ['Response#bytes', 'Blob#bytes'],
    effects: consumes,
    async: true,
    returns: 'Uint8Array',
    fresh: true,
    source: FETCH,
  },
  { module: 'global', name: ['Response#blob', 'Blob#slice'], effects: consumes, fresh: true, source: FETCH },
  {
    module: 'global',
    name: ['Response#clone', 'Request#clone'],
    effects: consumes,
    holds: ['receiver'],
    fresh: true,
    returns: '$this',
    source: FETCH,
  },
  { module: 'global', name: 'Headers#get', effects: readsReceiver, returns: 'string', source: FETCH },
  {
    module: 'global',
    name: ['Headers#has', 'FormData#has'],
    effects: readsReceiver,
    returns: 'boolean',
    source: FETCH,
  },
  {
    module: 'global',
    name: [
      'Headers#getSetCookie',
      'FormData#get',
      'FormData#getAll',
    ],
    effects: readsReceiver,
    source: FETCH,
  },
  {
    module: 'global',
    name: ['Headers#keys', 'Headers#values', 'FormData#keys'],
    effects: readsReceiver,
    returns: 'Iterator<string>',
    source: FETCH,
  },
  {
    module: 'global',
    name: ['Headers#entries', 'FormData#entries', 'FormData#values'],
    effects: readsReceiver,
    returns: 'Iterator',
    source: FETCH,
  },
  {
    module: 'global',
    name: [...named('Headers#', 'append delete set'), ...named('FormData#', 'append delete set')],
    effects: consumes,
    returns: 'undefined',
    source: FETCH,
  },

  {
    module: 'undici',
    name: 'request',
    effects: reads,
    returns: 'Promise<undici:ResponseData>',
    fresh: true,
    when: safe(1),
    source: UNDICI,
  },
  {
    module: 'undici',
    name: 'request',
    effects: sends,
    returns: 'Promise<undici:ResponseData>',
    fresh: true,
    source: UNDICI,
  },
  {
    module: 'undici',
    name: ['stream', 'pipeline', 'connect', 'upgrade'],
    effects: sends,
    calls: [2],
    returns: 'Promise',
    source: UNDICI,
  },
  {
    module: 'undici',
    name: ['new Agent', 'new Pool', 'new Client', 'new ProxyAgent'],
    effects: [],
    fresh: true,
    source: UNDICI,
  },
  {
    module: 'undici',
    name: ['setGlobalDispatcher', 'setGlobalOrigin'],
    effects: writes,
    ordered: true,
    source: UNDICI,
  },
  {
    module: 'undici',
    name: ['Client#request', 'Pool#request', 'Agent#request', 'Dispatcher#request'],
    effects: reads,
    returns: 'Promise<undici:ResponseData>',
    fresh: true,
    when: { argument: 0, option: 'method', in: SAFE },
    source: UNDICI,
  },
  {
    module: 'undici',
    name: ['Client#request', 'Pool#request', 'Agent#request', 'Dispatcher#request'],
    effects: writes,
    returns: 'Promise<undici:ResponseData>',
    fresh: true,
    source: UNDICI,
  },

  ...['', 'AxiosInstance#', 'Axios#', 'AxiosStatic#'].flatMap((owner): KnownCallRow[] => [
    {
      module: 'axios',
      name: named(owner, 'get head options'),
      effects: reads,
      returns: 'Promise<axios:AxiosResponse>',
      ofClient: 'defaults',
      fresh: true,
      source: AXIOS,
    },
    {
      module: 'axios',
      name: named(owner, 'post put patch delete postForm putForm patchForm'),
      effects: sends,
      returns: 'Promise<axios:AxiosResponse>',
      ofClient: 'defaults',
      fresh: true,
      source: AXIOS,
    },
    {
      module: 'axios',
      name: `${owner}request`,
      effects: reads,
      returns: 'Promise<axios:AxiosResponse>',
      ofClient: 'defaults',
      fresh: true,
      when: safe(0),
      source: AXIOS,
    },
    {
      module: 'axios',
      name: `${owner}request`,
      effects: writes,
      returns: 'Promise<axios:AxiosResponse>',
      ofClient: 'defaults',
      fresh: true,
      source: AXIOS,
    },
    { module: 'axios', name: `${owner}getUri`, effects: [], returns: 'string', source: AXIOS },
    {
      module: 'axios',
      name: `${owner}create`,
      effects: [],
      keeps: 'result',
      returns: 'axios:AxiosInstance',
      fresh: true,
      source: AXIOS,
    },
  ]),
  ...['default', 'AxiosInstance()', 'AxiosStatic()'].flatMap((name): KnownCallRow[] => [
    {
      module: 'axios',
      name,
      effects: reads,
      returns: 'Promise<axios:AxiosResponse>',
      ofClient: 'defaults',
      fresh: true,
      when: [safe(0), safe(1)],
      source: AXIOS,
    },
    {
      module: 'axios',
      name,
      effects: sends,
      returns: 'Promise<axios:AxiosResponse>',
      ofClient: 'defaults',
      fresh: true,
      source: AXIOS,
    },
  ]),
  ...[['interceptors.request.use', 'interceptors.response.use'], ['Interceptors#use']].map((name, at): KnownCallRow => ({
    module: 'axios',
    name,
    effects: at === 0 ? [] : consumes,
    callsLater: [0, 1],
    keeps: 'receiver',
    returns: 'number',
    source: 'https://axios-http.com/docs/interceptors',
  })),
  { module: 'axios', name: ['isAxiosError', 'isCancel'], effects: [], returns: 'boolean', source: AXIOS },

  ...(['got', 'ky'] as const).flatMap((module): KnownCallRow[] => [
    ...['', 'Instance#'].map((owner): KnownCallRow => ({
      module,
      name: named(owner, 'get head'),
      effects: module === 'got' ? asks : reads,
      returns: `${module}:Response`,
      ofClient: 'defaults',
      fresh: true,
      source: sourceOf(module),
    })),
    ...['', 'Instance#'].map((owner): KnownCallRow => ({
      module,
      name: named(owner, 'post put patch delete'),
      effects: module === 'got' ? sendsWithJar : sends,
      returns: `${module}:Response`,
      ofClient: 'defaults',
      fresh: true,
      source: sourceOf(module),
    })),
    ...[module === 'got' ? 'got' : 'default', 'Instance()'].flatMap((name): KnownCallRow[] => [
      {
        module,
        name,
        effects: module === 'got' ? asks : reads,
        returns: `${module}:Response`,
        ofClient: 'defaults',
        fresh: true,
        when: [safe(0), safe(1)],
        source: sourceOf(module),
      },
      {
        module,
        name,
        effects: module === 'got' ? sendsWithJar : sends,
        returns: `${module}:Response`,
        ofClient: 'defaults',
        fresh: true,
        source: sourceOf(module),
      },
    ]),
    {
      module,
      name: ['extend', 'create', 'Instance#extend'],
      effects: [],
      keeps: 'result',
      returns: `${module}:Instance`,
      fresh: true,
      source: sourceOf(module),
    },
    {
      module,
      name: ['Response#json', 'Response#text', 'Response#buffer', 'Response#arrayBuffer', 'Response#blob'],
      effects: consumes,
      returns: 'Promise',
      fresh: true,
      source: sourceOf(module),
    },
  ]),
  {
    module: 'got',
    name: ['stream', 'stream.get'],
    effects: writes,
    returns: 'stream:Duplex',
    fresh: true,
    source: GOT,
  },
]

function sourceOf(module: 'got' | 'ky'): string {
  return module === 'got' ? GOT : KY
}
