import type { LoopKind } from '../model/await-loop.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { describeReason } from './reason-words.ts'

/** The finding's message: what could overlap, and the reason that weighs most. */
export function describeVerdict(verdict: Verdict, kind: LoopKind): string {
  const form = NAMES[kind] ?? 'this loop'
  const nothing = `Nothing that ${form} awaits needs an earlier turn: it`
  const main = verdict.reasons[0]
  switch (verdict.verdict) {
    case 'serial':
      return `The turns must follow one another. ${main ? describeReason(main) : ''}`.trim()
    case 'unknown':
      return `Whether the turns may overlap is not known. ${main ? describeReason(main) : ''}`.trim()
    case 'concurrent':
      return `No turn of ${form} needs what an earlier one awaits: they ${HEDGE[verdict.confidence]} overlap. ${ON_FAILURE}`
    case 'collect':
      return `${nothing} ${HEDGE[verdict.confidence]} overlap, and be collected in order. ${ON_FAILURE}`
    case 'fission':
      return `${nothing} ${HEDGE[verdict.confidence]} run ahead, the rest following in order. ${ON_FAILURE}`
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
const ON_FAILURE = 'Then, when one turn fails, later ones have started already.'
