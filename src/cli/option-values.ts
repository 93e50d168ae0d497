import { ArgumentError } from '../options-from-arguments.ts'

type Given = string | boolean | undefined

/**
 * One of the values that an option takes.
 *
 * @throws ArgumentError naming them.
 */
export function oneOf<Value extends string>(name: string, given: Given, allowed: readonly Value[]): Value {
  const found = allowed.find((value) => value === given)
  if (found === undefined) throw new ArgumentError(`--${name} takes ${allowed.join(', ')}, not ${JSON.stringify(given)}`)
  return found
}

/**
 * A list with commas between its entries, each once; null where the option is not given.
 *
 * @throws ArgumentError naming the entries that the option takes.
 */
export function severalOf<Value extends string>(
  name: string,
  given: Given,
  allowed: readonly Value[],
): readonly Value[] | null {
  if (given === undefined) return null
  const entries = String(given).split(',').map((entry) => entry.trim())
  return [...new Set(entries.map((entry) => oneOf(name, entry, allowed)))]
}

/**
 * A value that must not be empty; null where the option is not given.
 *
 * @throws ArgumentError when it is.
 */
export function textOf(name: string, given: Given): string | null {
  if (given === '') throw new ArgumentError(`--${name} takes a value that is not empty`)
  return typeof given === 'string' ? given : null
}
