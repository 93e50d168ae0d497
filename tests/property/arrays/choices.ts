/** Numbers that something is chosen by, one after another; behind the last, always the first of what there is. */
export class Choices {
  private at = 0
  private readonly numbers: readonly number[]

  constructor(numbers: readonly number[]) {
    this.numbers = numbers
  }

  below(limit: number): number {
    const number = this.numbers[this.at] ?? 0
    this.at += 1
    return number % limit
  }

  of<T>(...from: readonly T[]): T {
    return from[this.below(from.length)]!
  }

  /** Once in so many times; never behind the last number. */
  rarely(times: number): boolean {
    return this.below(times) === times - 1
  }
}
