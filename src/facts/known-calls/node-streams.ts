import { named } from './named.ts'
import type { KnownCallRow } from './row.ts'

const STREAM = 'https://nodejs.org/api/stream.html'
const READLINE = 'https://nodejs.org/api/readline.html'
const EVENTS = 'https://nodejs.org/api/events.html'
const WEB = 'https://developer.mozilla.org/en-US/docs/Web/API/Streams_API'

const WRITABLES = ['Writable', 'Duplex', 'Transform', 'PassThrough']
const inWritables = (names: string): string[] => WRITABLES.flatMap((name) => named(`${name}#`, names))

export const NODE_STREAMS: readonly KnownCallRow[] = [
  {
    module: ['stream', 'stream/promises'],
    name: 'pipeline',
    effects: [
      { does: 'write', on: { argument: 0 } },
      { does: 'write', on: { argument: 1 } },
      { does: 'write', on: { argument: 2 } },
      { does: 'write', on: { argument: 3 } },
    ],
    calls: [0, 1, 2, 3],
    returns: 'Promise',
    source: STREAM,
  },
  {
    module: ['stream', 'stream/promises'],
    name: 'finished',
    effects: [{ does: 'read', on: { argument: 0 } }],
    callsLater: [1, 2],
    source: STREAM,
  },
  {
    module: 'stream',
    name: 'Readable.from',
    effects: [],
    holds: [0],
    returns: 'stream:Readable',
    fresh: true,
    source: STREAM,
  },
  {
    module: 'stream',
    name: 'Readable.fromWeb',
    effects: [],
    holds: [0],
    returns: 'stream:Readable',
    fresh: true,
    source: STREAM,
  },
  {
    module: 'stream',
    name: 'Readable.toWeb',
    effects: [],
    holds: [0],
    returns: 'ReadableStream',
    fresh: true,
    source: STREAM,
  },
  {
    module: 'stream',
    name: named('new ', 'PassThrough'),
    effects: [],
    returns: 'stream:PassThrough',
    fresh: true,
    source: STREAM,
  },
  {
    module: 'stream',
    name: named('Readable#', 'read unshift resume pause setEncoding destroy unpipe toArray'),
    effects: [{ does: 'write', on: 'receiver' }],
    oneAtATime: 'stream',
    source: STREAM,
  },
  {
    module: 'stream',
    name: 'Readable#pipe',
    effects: [
      { does: 'write', on: 'receiver' },
      { does: 'write', on: { argument: 0 } },
    ],
    returns: '$0',
    holds: [0],
    source: STREAM,
  },
  {
    module: 'stream',
    name: inWritables('write end cork uncork destroy setDefaultEncoding'),
    effects: [{ does: 'write', on: 'receiver' }],
    ordered: true,
    oneAtATime: 'stream',
    callsLater: [1, 2],
    source: STREAM,
  },
  {
    module: 'stream/consumers',
    name: ['text', 'json', 'buffer', 'arrayBuffer', 'blob'],
    effects: [{ does: 'write', on: { argument: 0 } }],
    async: true,
    fresh: true,
    source: 'https://nodejs.org/api/webstreams.html#utility-consumers',
  },

  {
    module: 'events',
    name: 'new EventEmitter',
    effects: [],
    returns: 'events:EventEmitter',
    fresh: true,
    source: EVENTS,
  },
  // When it begins to listen decides which event it gets.
  { module: 'events', name: ['once', 'on'], effects: [{ does: 'write', on: { argument: 0 } }], source: EVENTS },
  {
    module: 'events',
    name: named('EventEmitter#', 'on once addListener prependListener off removeListener'),
    effects: [{ does: 'write', on: 'receiver' }],
    callsLater: [1],
    returns: '$this',
    source: EVENTS,
  },
  {
    module: 'events',
    name: named('EventEmitter#', 'removeAllListeners setMaxListeners'),
    effects: [{ does: 'write', on: 'receiver' }],
    returns: '$this',
    source: EVENTS,
  },
  {
    module: 'events',
    name: named('EventEmitter#', 'listenerCount listeners eventNames getMaxListeners'),
    effects: [{ does: 'read', on: 'receiver' }],
    source: EVENTS,
  },

  {
    module: ['readline', 'readline/promises'],
    name: 'createInterface',
    effects: [{ does: 'write', on: { argument: 0 } }],
    returns: 'readline:Interface',
    fresh: true,
    source: READLINE,
  },
  {
    module: 'readline',
    name: ['Interface#question', 'Interface#prompt'],
    effects: [{ does: 'write', on: 'user' }],
    ordered: true,
    interactive: true,
    callsLater: [1, 2],
    source: READLINE,
  },
  {
    module: 'readline',
    name: named('Interface#', 'close pause resume setPrompt write'),
    effects: [
      { does: 'write', on: 'receiver' },
      { does: 'write', on: 'user' },
    ],
    ordered: true,
    source: READLINE,
  },
  {
    module: 'readline',
    name: named('', 'clearLine clearScreenDown cursorTo moveCursor emitKeypressEvents'),
    effects: [{ does: 'write', on: 'console' }],
    ordered: true,
    source: READLINE,
  },

  {
    module: 'global',
    name: 'ReadableStream#getReader',
    effects: [{ does: 'write', on: 'receiver' }],
    returns: 'ReadableStreamDefaultReader',
    source: WEB,
  },
  {
    module: 'global',
    name: 'WritableStream#getWriter',
    effects: [{ does: 'write', on: 'receiver' }],
    returns: 'WritableStreamDefaultWriter',
    source: WEB,
  },
  {
    module: 'global',
    name: [
      ...named('ReadableStreamDefaultReader#', 'read cancel releaseLock'),
      ...named('ReadableStreamBYOBReader#', 'read cancel releaseLock'),
      ...named('ReadableStream#', 'cancel pipeTo tee'),
    ],
    effects: [{ does: 'write', on: 'receiver' }],
    oneAtATime: 'stream',
    source: WEB,
  },
  {
    module: 'global',
    name: [
      ...named('WritableStreamDefaultWriter#', 'write close abort releaseLock'),
      ...named('WritableStream#', 'close abort'),
    ],
    effects: [{ does: 'write', on: 'receiver' }],
    ordered: true,
    oneAtATime: 'stream',
    source: WEB,
  },
  {
    module: 'global',
    name: 'ReadableStream#pipeThrough',
    effects: [
      { does: 'write', on: 'receiver' },
      { does: 'write', on: { argument: 0 } },
    ],
    returns: 'ReadableStream',
    source: WEB,
  },
]
