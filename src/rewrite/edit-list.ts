import type { Parsed } from '../parse/parsed.ts'
import { keepLeadingSemicolons } from './leading-semicolons.ts'
import type { Edit } from './rewrite.ts'

/** Gathers the edits of one rewrite. */
export class EditList {
  readonly #edits: Edit[] = []

  replace(start: number, end: number, text: string): this {
    this.#edits.push({ range: [start, end], text })
    return this
  }

  insert(at: number, text: string): this {
    return this.replace(at, at, text)
  }

  /** Gives way to edits that are there already. */
  replaceUnlessTaken(start: number, end: number, text: string): this {
    const isTaken = this.#edits.some(({ range }) => range[0] < end && start < range[1])
    return isTaken ? this : this.replace(start, end, text)
  }

  /** In the order of their ranges; insertions at one place in the order they were added. */
  sorted({ text }: Parsed): readonly Edit[] {
    const edits = keepLeadingSemicolons(this.#edits, text)
    return edits.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])
  }
}
