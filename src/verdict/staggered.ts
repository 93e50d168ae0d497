import type { TSESTree } from '@typescript-eslint/utils'
import type { PromiseList } from '../facts/promises/promise-list.ts'
import type { WaitsBetween } from '../facts/promises/waits-between.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { StartedValue } from '../model/find-started-values.ts'
import type { Wait } from '../model/waits.ts'
import type { FormVerdict } from './form-verdict.ts'

/** for (const p of ps) { ... await p ... } */
export interface StaggeredLoop {
  readonly kind: 'loop'
  readonly loop: AwaitLoop
  readonly list: PromiseList
  /** The awaits of the element; none in a `for await`. */
  readonly awaits: readonly TSESTree.AwaitExpression[]
  readonly verdict: FormVerdict
}

/** const pa = f(); const pb = g(); const a = await pa; const b = await pb */
export interface StaggeredLine {
  readonly kind: 'line'
  readonly promises: readonly StaggeredPromise[]
  readonly verdict: FormVerdict
}

export interface StaggeredPromise {
  readonly started: StartedValue
  /** Whether it is surely a promise, which has a method `catch`. */
  readonly isPromise: boolean
  /** The first await of the promise. */
  readonly wait: TSESTree.AwaitExpression
  /** What the function waits for between the start and that await, be it for no time. */
  readonly between: WaitsBetween
  readonly takesTime: (wait: Wait) => boolean
}
