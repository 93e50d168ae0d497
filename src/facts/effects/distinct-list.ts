import type { Happening } from './behaviour.ts'

/** Where what is found is put: an array keeps all of it, a summary what differs. */
export interface Sink<Item> {
  push(...items: readonly Item[]): unknown
  /** Whether no more items of its sort are kept. */
  isFullFor?(item: Item): boolean
  /** Whether one like it is there. */
  has?(item: Item): boolean
}

/** What a list tells apart, and how much of it it keeps. */
interface Terms<Item> {
  readonly keyOf: (item: Item) => string
  readonly isWrite: (item: Item) => boolean
  /** Of those that write, and of the others. */
  readonly most: number
}

/**
 * The first of the items that are alike, and only as many as are ever looked at. Without this, summaries would grow
 * with the number of call paths: most of what its callees do a function has heard of.
 */
export class DistinctList<Item extends Happening> implements Sink<Item> {
  readonly items: Item[] = []
  readonly #terms: Terms<Item>
  readonly #keys = new Set<string>()
  #writes = 0

  constructor(terms: Terms<Item>) {
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
