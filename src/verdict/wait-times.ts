import { NextThat } from '../facts/next-that.ts'
import { isCertainlyReached } from '../facts/promises/paths.ts'
import type { TakesTime } from '../facts/promises/takes-time.ts'
import { takesTime } from '../facts/promises/takes-time.ts'
import type { WaitsBetween } from '../facts/promises/waits-between.ts'
import { firstThat } from '../facts/promises/waits-between.ts'
import type { Wait } from '../model/waits.ts'
import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'

/** The first of some waits that may take time, that is surely come to, and that surely takes time, too. */
export interface FirstWaits {
  readonly any: Wait
  readonly reached: Wait | null
  readonly long: Wait | null
}

/** How long the waits of a file take: each is asked once, for all the promises that are open meanwhile. */
export class WaitTimes {
  readonly #parsed: Parsed
  readonly #rows: Options['knownCalls']
  readonly #times = new Map<Wait, TakesTime>()
  readonly #taking = new Map<readonly Wait[], NextThat<Wait>>()
  /** By what the promise is started in, which says what is surely come to from there. */
  readonly #reached = new Map<Node, Map<readonly Wait[], NextThat<Wait>>>()
  readonly #long = new Map<Node, Map<readonly Wait[], NextThat<Wait>>>()

  constructor(parsed: Parsed, rows: Options['knownCalls']) {
    this.#parsed = parsed
    this.#rows = rows
  }

  readonly takes = (wait: Wait): boolean => this.#timeOf(wait) !== 'no'

  /** Null where none takes time. */
  firstOf(between: WaitsBetween, statement: Node): FirstWaits | null {
    const { waits } = between
    const any = firstThat(between, kept(this.#taking, waits, () => new NextThat(waits, this.takes)))
    if (!any) return null
    const reaches = (wait: Wait): boolean => this.takes(wait) && isCertainlyReached(wait, statement)
    const isLong = (wait: Wait): boolean => this.#timeOf(wait) === 'yes' && isCertainlyReached(wait, statement)
    const around = statement.parent!
    const reached = kept(kept(this.#reached, around, () => new Map()), waits, () => new NextThat(waits, reaches))
    const long = kept(kept(this.#long, around, () => new Map()), waits, () => new NextThat(waits, isLong))
    return { any, reached: firstThat(between, reached), long: firstThat(between, long) }
  }

  #timeOf(wait: Wait): TakesTime {
    return kept(this.#times, wait, () =>
      wait.type === 'AwaitExpression' ? takesTime(wait.argument, this.#parsed, this.#rows) : 'unknown',
    )
  }
}

function kept<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  let value = known.get(key)
  if (value === undefined) known.set(key, (value = find()))
  return value
}
