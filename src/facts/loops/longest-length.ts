import type { TSESTree } from '@typescript-eslint/utils'
import { gravest } from '../gravest.ts'
import { namesBatch } from '../signs/name-signs.ts'

/**
 * How many elements a list has, as far as the code says:
 *
 *     few       written out: [a, b], [a, b].filter(f), Object.keys({ a, b }), xs.slice(0, 5);
 *               or all callers give such a list
 *     batch     a part that was cut off on purpose: `batch`, xs.slice(i, i + size), xs.splice(0, size)
 *     constant  by all signs written out elsewhere: LOCALES, (...files), (files = [a, b])
 *     any       everything else
 */
export type ListLength = 'few' | 'batch' | 'constant' | 'any'

/** The longest of several lists; no more is asked once one may have any length. */
export function longest<T>(parts: readonly T[], ask: (part: T) => ListLength): ListLength {
  return gravest(parts, ['any', 'constant', 'batch', 'few'], ask)
}

/** What a name says of a list that is made elsewhere. */
export function lengthByName(name: string): ListLength {
  if (namesBatch(name)) return 'batch'
  return /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/.test(name) && name.length > 1 ? 'constant' : 'any'
}

/** `{ length: 4 }`: whoever writes it has chosen the number. Not `{ length: count(xs) }` and `{ length: 1e6 }`. */
export function lengthByNumber({ properties }: TSESTree.ObjectExpression): ListLength {
  return properties.every((one) => one.type === 'Property' && isChosen(one.value)) ? 'few' : 'any'
}

function isChosen(length: TSESTree.Node): boolean {
  if (length.type === 'Literal' && typeof length.value === 'number') return length.value <= MOST_CHOSEN
  return length.type !== 'CallExpression'
}

const MOST_CHOSEN = 1000
