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
      return `The turns of this loop await one after another, but ${HEDGE[verdict.confidence]} overlap: none needs an earlier one.`
    case 'collect':
      return `This loop awaits one value after another, but the values ${HEDGE[verdict.confidence]} be awaited side by side and collected in order.`
    case 'fission':
      return `The awaited work of this loop ${HEDGE[verdict.confidence]} run ahead, side by side, while the rest of the body follows in order.`
  }
}

const HEDGE = { certain: 'can', likely: 'can probably', possible: 'might' } as const
