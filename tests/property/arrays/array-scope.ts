import type { Choices } from './choices.ts'

/** A name that stands for numbers, and how it may be walked. */
export interface Collection {
  readonly name: string
  readonly kind: 'array' | 'set' | 'map' | 'iterable'
}

/** What is at hand where a piece of a program is written. */
export interface ArrayScope {
  readonly choices: Choices
  readonly collections: readonly Collection[]
  /** Calls that give an iterator of numbers, such as `evens()`. */
  readonly generators: readonly string[]
  /** Functions from a number to a number, and from a number to a truth. */
  readonly mappers: readonly string[]
  readonly tests: readonly string[]
  readonly fresh: (stem: string) => string
}
