import type { LoopKind } from '../model/await-loop.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { describeReason } from './reason-words.ts'

/** The finding's message: what could overlap, and the reason that weighs most. */
export function describeVerdict(verdict: Verdict, kind: LoopKind): string {
  const form = NAMES[kind] ?? 'this loop'
  const main = verdict.reasons[0]
  switch (verdict.verdict) {
    case 'serial':
      return `The turns must follow one another. ${main ? describeReason(main) : ''}`.trim()
    case 'unknown':
      return `Whether the turns may overlap is not known. ${main ? describeReason(main) : ''}`.trim()
    case 'concurrent':
      return `The turns of ${form} ${HEDGE[verdict.confidence]} overlap: none needs what an earlier one awaits. ${ON_FAILURE}`
    case 'collect':
      return `The values that ${form} awaits ${HEDGE[verdict.confidence]} be fetched side by side and collected in order. ${ON_FAILURE}`
    case 'fission':
      return `The awaited work of ${form} ${HEDGE[verdict.confidence]} run ahead, while the rest follows in order. ${ON_FAILURE}`
  }
}

/** Forms of which nobody speaks as loops. */
const NAMES: Partial<Record<LoopKind, string>> = {
  reduce: 'this `reduce`',
  'then-chain': 'this chain of promises',
  'from-async': 'this `Array.fromAsync`',
}

const HEDGE = { certain: 'can', likely: 'can probably', possible: 'might' } as const

/** What an overlap changes, whichever form it takes. */
const ON_FAILURE = 'Then, when one fails, later ones have started already.'
