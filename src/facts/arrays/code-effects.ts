import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import type { Behaviour } from '../effects/behaviour.ts'
import { collectBehaviour } from '../effects/collect-behaviour.ts'
import type { Region } from '../effects/region.ts'
import { regionAt } from '../effects/region.ts'

/**
 * What running some code shows to others.
 *
 *     none      it computes: whether and when it runs cannot be told, but for an error
 *     seen      it writes what is outside of it, prints, sends: whether, when and how often it runs can be seen
 *     unknown   it calls what nothing is known of
 */
export type Effects = 'none' | 'seen' | 'unknown'

/** Effects of a callback, each time that it is called. */
export function effectsOf(code: Node, region: Region): Effects {
  const { accesses, world, marks, opaque, assumed } = behaviourOfCode(code, region)
  const isSeen = accesses.some(({ does }) => does === 'write') || world.some(({ does }) => does === 'write')
  if (isSeen || marks.length > 0 || pauses(code, region.parsed)) return 'seen'
  return opaque.length > 0 || assumed.length > 0 ? 'unknown' : 'none'
}

/** What a function does when it is called, or a statement or expression when it runs. */
export function behaviourOfCode(code: Node, region: Region): Behaviour {
  const own = regionAt(code, region)
  if (!isFunction(code)) return collectBehaviour([code], { ...own, elements: elementsFor(code, own) })
  const parameters = own.parsed.scopes.getDeclaredVariables(code).filter(({ defs }) => defs[0]?.type === 'Parameter')
  return collectBehaviour([...code.params, code.body as Node], { ...own, elements: new Set(parameters) })
}

/** Names that the head of a loop gives its body: each time it runs another element. */
function elementsFor(code: Node, { parsed }: Region): Region['elements'] {
  const loop = code.parent
  const isBody = (loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement') && loop.body === code
  return new Set(isBody ? parsed.scopes.getDeclaredVariables(loop.left) : [])
}

/** Whether other code may run in the middle of it: `await`, `yield`, a loop that awaits. */
export function pauses(code: Node, parsed: Parsed): boolean {
  let found = false
  walk(code, parsed, (node) => {
    if (node !== code && isFunction(node)) return 'skip'
    if (node.type === 'AwaitExpression' || node.type === 'YieldExpression') found = true
    if (node.type === 'ForOfStatement' && node.await) found = true
  })
  return found
}
