import type { ArrayUse, NeedsArray } from '../facts/producers/use-of-array.ts'
import { isTestFile } from '../facts/signs/path-signs.ts'
import type { ArrayFiller } from '../model/find-array-fillers.ts'
import { fileOf } from '../parse/file-of.ts'
import type { Parsed } from '../parse/parsed.ts'
import { isWithin } from '../parse/walk.ts'
import type { Gain } from './filler-form.ts'

/**
 * The uses, with those that need an array as copies, `[...f()]`, where that is worth it: in tests, and where more
 * callers stop early than need an array.
 */
export function withCopies(
  uses: readonly ArrayUse[],
  filler: ArrayFiller,
  gain: Gain | null,
  parsed: Parsed,
): readonly ArrayUse[] {
  const needs = uses.filter((use): use is NeedsArray => use.how === 'array')
  const inCode = needs.filter(({ call }) => !isTestFile(fileOf(call, parsed).filename))
  const stops = uses.filter((use) => use.how === 'part' || (use.how === 'walked' && use.stopsEarly))
  const isWorth = gain !== null && (inCode.length === 0 || stops.length > inCode.length)
  const canCopy = (use: ArrayUse): boolean => use.how === 'array' && mayBeCopy(use, filler)
  if (filler.node.async || !isWorth || !needs.every(canCopy)) return uses
  return uses.map((use) => (use.how === 'array' ? { how: 'copied', call: use.call } : use))
}

/** A list at the start of a statement would go on with the one before it, where that ends without a semicolon. */
function mayBeCopy({ call }: NeedsArray, { node }: ArrayFiller): boolean {
  if (call.optional || isWithin(call, node)) return false
  for (let around = call.parent; around.range[0] === call.range[0]; around = around.parent) {
    if (around.type === 'ExpressionStatement') return false
    if (!around.parent) return false
  }
  return call.parent.type !== 'ChainExpression'
}
