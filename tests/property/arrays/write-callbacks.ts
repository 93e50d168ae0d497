import type { ArrayScope } from './array-scope.ts'

/**
 * A number that follows from `x`. Numbers from 10 on never fall below 10 again, so that what a program adds to a
 * collection that it walks comes to an end.
 */
export function writeNumber(x: string, { choices, mappers }: ArrayScope): string {
  return choices.of(
    () => x,
    () => `${x} + 1`,
    () => `${x} * 2`,
    () => `Number(/\\d+/.exec(String(${x}))![0]) + 2`,
    () => (mappers.length > 0 ? `${choices.of(...mappers)}(${x})` : `${x} + 3`),
    () => `weigh(${x})`,
    () => `count + ${x}`,
  )()
}

export function writeTest(x: string, { choices, tests }: ArrayScope): string {
  return choices.of(
    () => `${x} > limit`,
    () => `/[02468]$/.test(String(${x}))`,
    () => `${x} % 3 !== 1`,
    () => `String(${x}).includes(String(limit))`,
    () => (tests.length > 0 ? `${choices.of(...tests)}(${x})` : `${x} < limit`),
    () => `fits(${x})`,
    () => `count < ${x}`,
  )()
}

/** A statement that something can see. */
export function writeEffect(x: string, scope: ArrayScope): string {
  const { choices } = scope
  return choices.of(
    () => `log(${x})`,
    () => `count += 1`,
    () => `count += ${x}`,
    () => `log(count)`,
    () => writeChange(x, scope),
    () => writeChange(x, scope),
    () => `if (seen.length < 30) seen.push(${x})`,
    () => `if (${x} === 7) throw new Error('seven')`,
    () => `fits(${x})`,
  )()
}

/** A change of something that may be walked just then. */
function writeChange(x: string, { choices, collections }: ArrayScope): string {
  const { name, kind } = choices.of(...collections)
  const once = `if (${x} < 10) `
  const changes = {
    array: [`${once}${name}.push(${x} + 10)`, `${name}.pop()`, `${name}[0] = 8`, `if (${name}.length > 1) ${name}.length = 1`],
    set: [`${once}${name}.add(${x} + 10)`, `${name}.delete(${x} + 1)`, `${name}.clear()`, `${name}.delete(limit)`],
    map: [`${once}${name}.set(${x} + 10, ${x} + 10)`, `${name}.delete(${x} + 1)`, `${name}.clear()`],
    iterable: [`log(${x})`],
  }
  return choices.of(...changes[kind])
}

/** A function of one element, now and then of its index or of the array, too, or one that does something. */
export function writeCallback(kind: 'number' | 'test' | 'effect', scope: ArrayScope): string {
  const { choices, tests, mappers } = scope
  // Now and then a name that something else has, too.
  const x = choices.rarely(5) ? choices.of('results', 'item', 'held3', 'held4', 'box2', 'one5') : scope.fresh('x')
  const names = { number: [...mappers, 'weigh'], test: [...tests, 'fits', 'Boolean'], effect: ['log'] }
  if (choices.rarely(6)) return choices.of(...names[kind])
  const parameters = choices.rarely(7) ? `${x}, at` : choices.rarely(12) ? `${x}, at, all` : x
  const used = parameters === x ? x : parameters.endsWith('all') ? `(${x} + all.length)` : `(${x} + at)`
  if (kind === 'effect') return `(${parameters}) => { ${writeEffect(used, scope)} }`
  const value = kind === 'number' ? writeNumber(used, scope) : writeTest(used, scope)
  if (choices.rarely(5)) return `(${parameters}) => { ${writeEffect(used, scope)}; return ${value} }`
  return `(${parameters}) => ${value}`
}
