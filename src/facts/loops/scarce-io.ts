import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { WorldAccess } from '../effects/behaviour.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import type { Origin } from '../known-calls/origin.ts'
import { originOf } from '../known-calls/origin.ts'
import type { KnownCallRow, World } from '../known-calls/row.ts'

/** How soon too many of them at once fail. */
export type Scarcity = 'scarce' | 'queued'

export interface ScarceAccess {
  readonly access: WorldAccess
  readonly scarcity: Scarcity
}

/**
 * What a turn does that there is a limited number of: descriptors, sockets, processes (`scarce`), or what waits in a
 * queue of the platform or of a pool (`queued`). Null where it does neither, as far as is known.
 */
export function scarceAccessOf(
  world: readonly WorldAccess[],
  parsed: Parsed,
  rows: readonly KnownCallRow[],
): ScarceAccess | null {
  const found = world.flatMap((access) => {
    const call = access.origin
    const file = fileOf(call, parsed)
    const row = call.type === 'CallExpression' ? lookUpCall(call, file, rows)?.row : undefined
    const scarcity = row && scarcityOf(access, row, originOf((call as TSESTree.CallExpression).callee, file))
    return scarcity ? [{ access, scarcity }] : []
  })
  const scarce = found.filter(({ scarcity }) => scarcity === 'scarce')
  return scarce.find(({ access }) => !access.isAssumed) ?? scarce[0] ?? found[0] ?? null
}

/** By the name under which the call is exported: `import { access as isThere }`. */
function scarcityOf({ world, name }: WorldAccess, row: KnownCallRow, origin: Origin | null): Scarcity | null {
  const last = origin?.path.at(-1) ?? name.split(/[.?!]+/).at(-1) ?? ''
  // A call that gives no promise is over when the next one starts, but for those that open something.
  if (!row.async && !OPENS.test(last)) return null
  const isQueued = WITHOUT_DESCRIPTOR.has(last) || (origin !== null && TRYING_AGAIN.has(origin.module))
  return world === 'file-system' && isQueued ? 'queued' : (SCARCITY[world] ?? null)
}

const OPENS = /^(?:create(?:Read|Write)Stream|spawn|exec|execFile|fork)$/

/** Functions of these modules try again when there is no descriptor left. */
const TRYING_AGAIN = new Set(['fs-extra', 'graceful-fs'])

const SCARCITY: Readonly<Partial<Record<World, Scarcity>>> = {
  'file-system': 'scarce',
  network: 'scarce',
  process: 'scarce',
  page: 'queued',
  database: 'queued',
}

/** These run on the few threads of the platform, and hold no file open. */
const WITHOUT_DESCRIPTOR = new Set(
  'stat lstat access exists pathExists mkdir mkdirp rm unlink rename realpath readlink symlink link chmod chown utimes'
    .split(' '),
)
