/**
 * Where in a list the next one stands of which something holds. Each is asked about once at most, and only when a
 * search gets there; what was passed is skipped, so that many searches of one list take no longer than a walk over it.
 */
export class NextThat<Item> {
  readonly #items: readonly Item[]
  readonly #holds: (item: Item) => boolean
  /** For what was passed: where to go on. Those of which it holds lead to themselves. */
  readonly #next = new Map<number, number>()

  constructor(items: readonly Item[], holds: (item: Item) => boolean) {
    this.#items = items
    this.#holds = holds
  }

  /** The first from `start` on, before `end`. */
  within(start: number, end: number): Item | null {
    const passed: number[] = []
    let at = start
    for (let next = at; at < end && (next = this.#after(at)) !== at; at = next) passed.push(at)
    for (const one of passed) this.#next.set(one, at)
    return at < end ? this.#items[at]! : null
  }

  #after(at: number): number {
    const known = this.#next.get(at)
    if (known !== undefined) return known
    const next = this.#holds(this.#items[at]!) ? at : at + 1
    this.#next.set(at, next)
    return next
  }
}
