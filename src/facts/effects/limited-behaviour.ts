import type { Behaviour } from './behaviour.ts'

/** So that functions which call each other by the hundred are summarised in time that grows with their number. */
export const MOST_KEPT = 150

/**
 * The behaviour with its first entries only, writes before reads, where it is too much to be handed from caller to
 * caller.
 */
export function limitedBehaviour(behaviour: Behaviour): Behaviour {
  const { accesses, world, marks, opaque, assumed } = behaviour
  if (Math.max(accesses.length, world.length, marks.length, opaque.length) <= MOST_KEPT) return behaviour
  return {
    accesses: writesFirst(accesses).slice(0, MOST_KEPT),
    world: writesFirst(world).slice(0, MOST_KEPT),
    marks: marks.slice(0, MOST_KEPT),
    opaque: opaque.slice(0, MOST_KEPT),
    assumed: assumed.slice(0, 1),
    partial: true,
  }
}

function writesFirst<Item extends { readonly does: 'read' | 'write' }>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => Number(b.does === 'write') - Number(a.does === 'write'))
}
