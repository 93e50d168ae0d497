/** What is taken for answers that are not there yet, and when asking stops. */
interface Terms<Key, Value> {
  /** What is known of a key before anything is. */
  readonly nothing: Value
  readonly isSame: (before: Value, after: Value) => boolean
  /** Rounds after which an answer that still changes is given up. */
  readonly mostRounds: number
  readonly giveUp: (key: Key, last: Value) => Value
  /** Questions within questions that are followed. */
  readonly deepest: number
  readonly tooDeep: (key: Key) => Value
}

/** An answer that rests on open keys, of which `lowest` was the first to be opened. */
interface Provisional<Value> {
  readonly value: Value
  readonly lowest: number
}

/**
 * Answers that may depend on each other. Each is computed once, but those of a cycle again and again until none
 * changes: the key that entered the cycle settles it.
 */
export class FixedPoint<Key extends object, Value> {
  readonly #terms: Terms<Key, Value>
  readonly #done = new Map<Key, Value>()
  readonly #assumed = new Map<Key, Value>()
  readonly #open = new Map<Key, number>()
  readonly #provisional = new Map<Key, Provisional<Value>>()
  /** Keys of `#provisional`, the latest last. */
  readonly #trail: Key[] = []
  /** The first opened key that the computation under way has asked for. */
  #lowest = Infinity
  /** Whether an assumption of the round under way was wrong. */
  #changed = false

  constructor(terms: Terms<Key, Value>) {
    this.#terms = terms
  }

  /** Answers `key` with what `compute` gives, which may ask for other keys, and through them for its own. */
  ask(key: Key, compute: () => Value): Value {
    if (this.#done.has(key)) return this.#done.get(key)!
    const index = this.#open.get(key)
    const part = this.#provisional.get(key)
    if (index !== undefined || part) {
      this.#lowest = Math.min(this.#lowest, index ?? part!.lowest)
      return part ? part.value : this.#assume(key)
    }
    return this.#open.size >= this.#terms.deepest ? this.#terms.tooDeep(key) : this.#answer(key, compute)
  }

  #answer(key: Key, compute: () => Value): Value {
    const outer = { lowest: this.#lowest, changed: this.#changed }
    const index = this.#open.size
    const mark = this.#trail.length
    this.#open.set(key, index)
    const value = this.#repeat(key, index, mark, compute)
    this.#open.delete(key)
    const isSettled = this.#lowest >= index
    if (isSettled) this.#settle(key, value, mark)
    else {
      this.#provisional.set(key, { value, lowest: this.#lowest })
      this.#trail.push(key)
    }
    this.#lowest = Math.min(outer.lowest, isSettled ? Infinity : this.#lowest)
    this.#changed = outer.changed || (!isSettled && this.#changed)
    return value
  }

  #repeat(key: Key, index: number, mark: number, compute: () => Value): Value {
    for (let round = 1; ; round += 1) {
      this.#lowest = Infinity
      this.#changed = false
      const value = compute()
      if (this.#lowest > index) return value
      if (!this.#terms.isSame(this.#assume(key), value)) {
        this.#assumed.set(key, value)
        this.#changed = true
      }
      if (this.#lowest < index || !this.#changed) return value
      if (round === this.#terms.mostRounds) return this.#giveUp(key, value, mark)
      for (const part of this.#trail.splice(mark)) this.#provisional.delete(part)
    }
  }

  #assume(key: Key): Value {
    return this.#assumed.get(key) ?? this.#terms.nothing
  }

  #giveUp(key: Key, value: Value, mark: number): Value {
    for (const part of this.#trail.slice(mark)) {
      const last = this.#provisional.get(part)!
      this.#provisional.set(part, { ...last, value: this.#terms.giveUp(part, last.value) })
    }
    return this.#terms.giveUp(key, value)
  }

  /** Keeps what was found on the way to `key`, which entered the cycle that they are in. */
  #settle(key: Key, value: Value, mark: number): void {
    for (const part of this.#trail.splice(mark)) {
      this.#done.set(part, this.#provisional.get(part)!.value)
      this.#provisional.delete(part)
    }
    this.#done.set(key, value)
  }
}
