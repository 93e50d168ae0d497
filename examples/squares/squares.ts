// The first program of many an article on generators, in its eager form: every square is computed, and held, before the
// first one is used.

function squares(count: number): number[] {
  const result: number[] = []
  for (let i = 1; i <= count; i++) {
    result.push(i * i)
  }
  return result
}

/** 1, 4, 9, ... 100 */
export function squaresUpToTen(): string {
  let line = ''
  for (const square of squares(10)) line += ` ${square}`
  return line.trim()
}

/** Calls `onFirst` when the first square is there. */
export function sumOfSquares(count: number, onFirst: () => void): number {
  let sum = 0
  for (const square of squares(count)) {
    if (sum === 0) onFirst()
    sum += square
  }
  return sum
}

export function firstSquareAbove(limit: number, count: number): number | undefined {
  for (const square of squares(count)) {
    if (square > limit) return square
  }
  return undefined
}
