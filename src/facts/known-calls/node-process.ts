import { named } from './named.ts'
import type { KnownCallRow, RowEffect } from './row.ts'

const PROCESS = 'https://nodejs.org/api/process.html'
const CHILDREN = 'https://nodejs.org/api/child_process.html'
const OS = 'https://nodejs.org/api/os.html'
const CONSOLE = 'https://nodejs.org/api/console.html'

/** A program may do anything: its order with other programs and with files counts. */
const RUNS: readonly RowEffect[] = [
  { does: 'write', on: 'process' },
  { does: 'write', on: 'file-system' },
]

/** One that may write to the terminal of the program that starts it. */
const PRINTS: readonly RowEffect[] = [...RUNS, { does: 'write', on: 'console' }]

const SPAWNS = {
  module: ['child_process', 'cross-spawn'],
  name: ['spawn', 'default'],
  ordered: true,
  returns: 'child_process:ChildProcess',
  fresh: true,
  source: CHILDREN,
} as const

export const NODE_PROCESS: readonly KnownCallRow[] = [
  {
    module: 'console',
    name: '*',
    effects: [{ does: 'write', on: 'console' }],
    ordered: true,
    returns: 'undefined',
    source: CONSOLE,
  },
  {
    module: 'process',
    name: ['exit', 'abort', 'reallyExit'],
    effects: [{ does: 'write', on: 'process' }],
    ordered: true,
    exits: true,
    source: PROCESS,
  },
  {
    module: 'process',
    name: ['OutputStream#write', 'OutputStream#end'],
    effects: [{ does: 'write', on: 'console' }],
    ordered: true,
    callsLater: [1, 2],
    returns: 'boolean',
    source: PROCESS,
  },
  {
    module: 'process',
    name: ['OutputStream#on', 'OutputStream#once'],
    effects: [{ does: 'write', on: 'receiver' }],
    callsLater: [1],
    returns: '$this',
    source: PROCESS,
  },
  {
    module: 'process',
    name: named('OutputStream#', 'clearLine cursorTo moveCursor clearScreenDown'),
    effects: [{ does: 'write', on: 'console' }],
    ordered: true,
    source: PROCESS,
  },
  {
    module: 'process',
    name: named(
      '',
      `chdir kill setuid setgid umask send disconnect emit emitWarning loadEnvFile
        setUncaughtExceptionCaptureCallback`,
    ),
    effects: [{ does: 'write', on: 'process' }],
    ordered: true,
    source: PROCESS,
  },
  {
    module: 'process',
    name: named('', 'on once addListener off removeListener removeAllListeners prependListener'),
    effects: [{ does: 'write', on: 'process' }],
    callsLater: [1],
    source: PROCESS,
  },
  { module: 'process', name: 'nextTick', effects: [], callsLater: [0], returns: 'undefined', source: PROCESS },
  { module: 'process', name: 'cwd', effects: [{ does: 'read', on: 'process' }], returns: 'string', source: PROCESS },
  {
    module: 'process',
    name: ['uptime', 'hrtime.bigint', 'hrtime'],
    effects: [{ does: 'read', on: 'clock' }],
    source: PROCESS,
  },
  // What has been used until now, which runs on as the time does.
  {
    module: 'process',
    name: named('', 'memoryUsage memoryUsage.rss cpuUsage resourceUsage'),
    effects: [{ does: 'read', on: 'clock' }],
    fresh: true,
    source: PROCESS,
  },
  {
    module: 'process',
    name: named('', 'getuid getgid listenerCount listeners'),
    effects: [{ does: 'read', on: 'process' }],
    fresh: true,
    source: PROCESS,
  },
  {
    module: 'child_process',
    name: ['exec', 'execFile'],
    effects: RUNS,
    ordered: true,
    callsLater: [1, 2, 3],
    returns: 'child_process:ChildProcess',
    source: CHILDREN,
  },
  // Options without a list of arguments before them: spawn(command, { stdio: 'inherit' })
  {
    ...SPAWNS,
    effects: RUNS,
    when: { argument: 1, option: 'stdio', in: ['pipe', 'ignore', 'overlapped'] },
  },
  { ...SPAWNS, effects: PRINTS, when: { argument: 1, option: 'stdio', matches: '^' } },
  {
    ...SPAWNS,
    effects: RUNS,
    when: { argument: 2, option: 'stdio', in: ['pipe', 'ignore', 'overlapped'], absent: true },
  },
  {
    module: 'child_process',
    name: ['spawn', 'fork'],
    effects: PRINTS,
    ordered: true,
    returns: 'child_process:ChildProcess',
    fresh: true,
    source: CHILDREN,
  },
  {
    module: 'child_process',
    name: named('', 'execSync execFileSync spawnSync'),
    effects: RUNS,
    ordered: true,
    fresh: true,
    source: CHILDREN,
  },
  {
    module: 'cross-spawn',
    name: ['default', 'spawn'],
    effects: PRINTS,
    ordered: true,
    returns: 'child_process:ChildProcess',
    fresh: true,
    source: 'https://github.com/moxystudio/node-cross-spawn#readme',
  },
  {
    module: 'cross-spawn',
    name: 'sync',
    effects: RUNS,
    ordered: true,
    fresh: true,
    source: 'https://github.com/moxystudio/node-cross-spawn#readme',
  },
  {
    module: 'child_process',
    name: named('ChildProcess#', 'kill send disconnect'),
    effects: [{ does: 'write', on: 'receiver' }],
    ordered: true,
    source: CHILDREN,
  },
  { module: 'os', name: '*', effects: [{ does: 'read', on: 'process' }], source: OS },
  {
    module: 'os',
    name: named('', 'tmpdir homedir hostname platform type release arch endianness version machine'),
    effects: [{ does: 'read', on: 'process' }],
    returns: 'string',
    source: OS,
  },
  {
    module: 'os',
    name: named('', 'availableParallelism freemem totalmem uptime getPriority'),
    effects: [{ does: 'read', on: 'process' }],
    returns: 'number',
    source: OS,
  },
  { module: 'os', name: 'setPriority', effects: [{ does: 'write', on: 'process' }], ordered: true, source: OS },
]
