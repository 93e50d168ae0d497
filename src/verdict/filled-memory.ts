import type { Access } from '../facts/effects/behaviour.ts'
import type { Wait } from '../model/waits.ts'
import { waitsOf } from '../model/waits.ts'
import { ownerOf } from '../model/find-await-loops.ts'
import { fileOf } from '../parse/file-of.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { isWithin } from '../parse/walk.ts'
import { fillOf } from './fill.ts'
import { isMadeOfItself, lookBefore } from './look-before.ts'

/**
 * Whether a memory of values is looked into and filled before its function waits for anything: turns side by side find
 * it filled, as turns one after another do. After an await another turn may be the first; and where the one that fills
 * goes on to wait, for what others take as done, they would not wait for that. Nothing else looks into it, and what is
 * put in does not tell what was there.
 *
 *     const known = sizes.get(path); if (known) return known; const size = measure(path); sizes.set(path, size)
 */
export function isFilledAtOnce(write: Access, others: readonly Access[], parsed: Parsed): boolean {
  const { origin } = write
  const file = fileOf(origin, parsed)
  const look = lookBefore(write, parsed)
  const around = ownerOf(origin)
  if (!look || !isFunction(around) || around.generator) return false
  const fill = fillOf(origin, file)
  if (!fill?.value || isMadeOfItself(fill, file)) return false
  const uses = [write, ...others].filter((one) => ownerOf(one.origin) === around)
  const last = uses.reduce((end, one) => Math.max(end, statementAround(one.origin).range[1]), 0)
  const waits = waitsOf(around, file)
  const isOver = waits.every((wait) => wait.range[0] >= last && !isOnlyForFilling(wait, look, origin))
  return isOver && others.every((one) => ownerOf(one.origin) === around || isHandedOn(one))
}

/** In the branch that fills, or after others have left. */
function isOnlyForFilling(wait: Wait, look: Node, origin: Node): boolean {
  return isWithin(wait, look) || (look.type === 'IfStatement' && !isWithin(origin, look))
}

/** `f(sizes)`: what `f` does with it is told for itself. */
function isHandedOn({ does, origin }: Access): boolean {
  const { parent } = origin
  if (does !== 'read' || origin.type !== 'Identifier' || !parent) return false
  if (isFunction(parent)) return true
  return (parent.type === 'CallExpression' || parent.type === 'NewExpression') && parent.callee !== origin
}

function statementAround(inner: Node): Node {
  let node = inner
  while (node.parent && !/Statement$|Declaration$/.test(node.type)) node = node.parent
  return node
}
