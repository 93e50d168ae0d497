import { parametersOf } from '../../facts/chains/parameters-of.ts'
import type { Chain } from '../../model/chain.ts'
import type { Parsed } from '../../parse/parsed.ts'

/** Whether a callback looks at more than the element: the index would be another one. */
export function seesIndex({ stages, consumer }: Chain, parsed: Parsed): boolean {
  const last = consumer.kind === 'some' || consumer.kind === 'every' || consumer.kind === 'find' ? consumer.argument : null
  return [...stages.map(({ callback }) => callback), last].some(
    (callback) => callback !== null && (parametersOf(callback, parsed) ?? 0) > 1,
  )
}
