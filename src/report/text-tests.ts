import { mayAwaitName } from '../parse/may-await-name.ts'
import { mayAwaitTwice } from '../parse/may-await-twice.ts'
import { mayAwaitInLoop } from '../parse/may-await-in-loop.ts'
import { mayChain } from '../parse/may-chain.ts'
import { mayCopy } from '../parse/may-copy.ts'
import { mayDropPromise } from '../parse/may-drop-promise.ts'
import { mayFillArray } from '../parse/may-fill-array.ts'
import { mayFanOut } from '../parse/may-fan-out.ts'

/** The text tests of all the rules, each once: asking them loads no rule and no parser. A test keeps them complete. */
export const TEXT_TESTS: readonly ((text: string) => boolean)[] = [
  mayAwaitName,
  mayFanOut,
  mayAwaitInLoop,
  mayAwaitTwice,
  mayDropPromise,
  mayCopy,
  mayFillArray,
  mayChain,
]

/** Whether any rule could have an answer for a file with this text. */
export function mayApply(text: string): boolean {
  return TEXT_TESTS.some((test) => test(text))
}
