import type { Happening } from './behaviour.ts'

/** Where what is found is put: an array keeps all of it, a summary what differs. */
export interface Sink<Item, Named = Item> {
  push(...items: readonly Item[]): unknown
  /** Whether no more items of its sort are kept. */
  isFullFor?(item: Item): boolean
  /** Whether one like it is there. */
  has?(item: Item): boolean
  /** What tells an item from the others that is still to be made; null where one like it is there. */
  newKeyOf?(named: Named): string | null
}

/** What a list tells apart, and how much of it it keeps. */
interface Terms<Item, Named> {
  readonly keyOf: (item: Named) => string
  readonly isWrite: (item: Item) => boolean
  /** Of those that write, and of the others. */
  readonly most: number
}

/**
 * The first of the items that are alike, and only as many as are ever looked at. Without this, summaries would grow
 * with the number of call paths: most of what its callees do a function has heard of.
 */
export class DistinctList<Item extends Happening & Named, Named = Item> implements Sink<Item, Named> {
  readonly items: Item[] = []
  readonly #terms: Terms<Item, Named>
  readonly #keys = new Set<string>()
  #writes = 0

  constructor(terms: Terms<Item, Named>) {
    this.#terms = terms
  }

  push(...items: readonly Item[]): void {
    for (const item of items) if (!this.isFullFor(item)) this.#add(item)
  }

  isFullFor(item: Item): boolean {
    const { isWrite, most } = this.#terms
    return (isWrite(item) ? this.#writes : this.items.length - this.#writes) >= most
  }

  has(item: Item): boolean {
    return this.#keys.has(this.#keyOf(item))
  }

  newKeyOf(named: Named): string | null {
    const key = this.#terms.keyOf(named)
    return this.#keys.has(key) ? null : key
  }

  #add(item: Item): void {
    const key = this.#keyOf(item)
    if (this.#keys.has(key)) return
    this.#keys.add(key)
    if (this.#terms.isWrite(item)) this.#writes += 1
    this.items.push(item.key === key ? item : { ...item, key })
  }

  #keyOf(item: Item): string {
    return item.key ?? this.#terms.keyOf(item)
  }
}
