import { isTestFile } from '../facts/signs/path-signs.ts'
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

/** Those of the rules that report in tests too. */
export const TEXT_TESTS_FOR_TESTS: readonly ((text: string) => boolean)[] = [mayDropPromise]

/** Whether any rule could report anything of a file: silent forms are in many, in tests above all. */
export function mayTellOf(text: string, filename: string): boolean {
  return (isTestFile(filename) ? TEXT_TESTS_FOR_TESTS : TEXT_TESTS).some((test) => test(text))
}

/** Whether any rule could have an answer for a file with this text, a silent one too. */
export function mayApply(text: string): boolean {
  return TEXT_TESTS.some((test) => test(text))
}
