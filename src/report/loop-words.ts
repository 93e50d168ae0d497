import type { Verdict } from '../verdict/verdict.ts'
import { describeReason } from './reason-words.ts'

/** The finding's message: what could overlap, and the reason that weighs most. */
export function describeVerdict(verdict: Verdict): string {
  const main = verdict.reasons[0]
  switch (verdict.verdict) {
    case 'serial':
      return `The turns must follow one another. ${main ? describeReason(main) : ''}`.trim()
    case 'unknown':
      return `Whether the turns may overlap is not known. ${main ? describeReason(main) : ''}`.trim()
    case 'concurrent':
      return `The turns of this loop ${HEDGE[verdict.confidence]} overlap: none needs what an earlier one awaits. ${ON_FAILURE}`
    case 'collect':
      return `The values that this loop awaits ${HEDGE[verdict.confidence]} be fetched side by side and collected in order. ${ON_FAILURE}`
    case 'fission':
      return `The awaited work of this loop ${HEDGE[verdict.confidence]} run ahead, while the rest follows in order. ${ON_FAILURE}`
  }
}

const HEDGE = { certain: 'can', likely: 'can probably', possible: 'might' } as const

/** What an overlap changes, whichever form it takes. */
const ON_FAILURE = 'When one fails, later ones will have started.'
