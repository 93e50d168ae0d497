import type { ArrayScope } from './array-scope.ts'
import { writeCallback, writeEffect, writeNumber, writeTest } from './write-callbacks.ts'

/** Statements that make arrays and walk them; the last numbers they come to are appended to `out`. */
export function writeWalk(scope: ArrayScope): string[] {
  const { choices } = scope
  return choices.of(
    () => writeValue(scope),
    () => writeValue(scope),
    () => writeValue(scope),
    () => writeLoop(scope),
    () => writeLoop(scope),
    () => writeNamed(scope),
    () => writeNamed(scope),
    () => writePattern(scope),
    () => writeGrowing(scope),
    () => [`${writeEffect('limit', scope)}`],
  )()
}

/** An array, made in one expression: `[...users]`, `xs.filter(f)`, `Array.from(set).map(g)`. */
export function writeArray(scope: ArrayScope): string {
  const { choices } = scope
  const begin = choices.of(() => writeCopy(scope), () => writeCopy(scope), () => plainArray(scope))()
  const stages = Array.from({ length: choices.below(3) }, () => writeStage(scope))
  return begin + stages.join('')
}

function writeStage(scope: ArrayScope): string {
  const { choices } = scope
  return choices.of(
    () => `.filter(${writeCallback('test', scope)})`,
    () => `.filter(${writeCallback('test', scope)})`,
    () => `.map(${writeCallback('number', scope)})`,
    () => `.map(${writeCallback('number', scope)})`,
    () => `.flatMap((one) => [one, ${writeNumber('one', scope)}])`,
    () => `.slice(${choices.of('0', '1', '0, 3', '')})`,
    () => `.concat(xs)`,
  )()
}

function plainArray({ choices, collections }: ArrayScope): string {
  const arrays = collections.filter(({ kind }) => kind === 'array').map(({ name }) => name)
  return choices.of(...arrays)
}

function writeCopy(scope: ArrayScope): string {
  const { choices } = scope
  const source = writeIterable(scope)
  if (/\.values\(\)$|\(\)$/.test(source) && choices.rarely(4)) return `${source.replace(/^(\w+)$/, '$1.values()')}.toArray()`
  return choices.of(`[...${source}]`, `[...${source}]`, `Array.from(${source})`)
}

function writeIterable({ choices, collections, generators }: ArrayScope): string {
  if (generators.length > 0 && choices.rarely(4)) return choices.of(...generators)
  const { name, kind } = choices.of(...collections)
  if (kind === 'map') return choices.of(`${name}.values()`, `${name}.keys()`)
  return kind === 'set' && choices.rarely(4) ? `${name}.values()` : name
}

/** What is taken of an array, as an expression. */
function writeTaken(array: string, scope: ArrayScope): string {
  const { choices } = scope
  return choices.of(
    () => `${array}.some(${writeCallback('test', scope)})`,
    () => `${array}.every(${writeCallback('test', scope)})`,
    () => `${array}.find(${writeCallback('test', scope)})`,
    () => `${array}.includes(limit)`,
    () => `${array}.reduce((sum, one) => ${choices.of('sum + one', `{ ${writeEffect('one', scope)}; return sum + one }`)}, 0)`,
    () => `${array}.reduce((a, b) => a + b)`,
    () => `${array}.forEach(${writeCallback('effect', scope)})`,
    () => `${array}.length`,
    () => `${array}.length > 0`,
    () => `(${array}.length ? 1 : 2)`,
    () => `${array}[0]`,
    () => `${array}.at(0)`,
    () => `${array}.shift()`,
    () => `${array}.slice(0, 2)`,
    () => `${array}.join()`,
    () => `${array}.indexOf(limit)`,
    () => `${array}.findIndex(${writeCallback('test', scope)})`,
    () => `new Set(${array}).size`,
    () => `Math.max(0, ...${array})`,
    () => `${array}.reduce((all, one) => [...all, ${writeNumber('one', scope)}], [] as number[])`,
    () => array,
  )()
}

function writeValue(scope: ArrayScope): string[] {
  return [`out.push(${writeTaken(writeArray(scope), scope)})`]
}

/** The array has a name, and something happens before it is used. */
function writeNamed(scope: ArrayScope): string[] {
  const { choices, fresh } = scope
  const name = fresh('held')
  const between = choices.rarely(3) ? [writeEffect('limit', scope)] : []
  const again = choices.rarely(8) ? [`out.push(${name}.length)`] : []
  const use = choices.rarely(3) ? writeLoopOver(name, scope) : [`out.push(${writeTaken(name, scope)})`]
  return [`const ${name} = ${writeArray(scope)}`, ...between, ...use, ...again]
}

function writeLoop(scope: ArrayScope): string[] {
  return writeLoopOver(scope.choices.rarely(5) ? rangeOf(scope) : writeArray(scope), scope)
}

function rangeOf({ choices }: ArrayScope): string {
  const end = choices.of('limit', '4', 'xs.length')
  return choices.of(`Array.from({ length: ${end} }, (_, i) => i)`, `[...Array(${end}).keys()]`)
}

function writeLoopOver(array: string, scope: ArrayScope): string[] {
  const { choices, fresh } = scope
  const x = fresh('one')
  const exits = [`if (${writeTest(x, scope)}) break`, `if (${writeTest(x, scope)}) continue`, `if (${writeTest(x, scope)}) return out`]
  const body = [
    ...(choices.rarely(3) ? [writeEffect(x, scope)] : []),
    ...(choices.rarely(2) ? [choices.of(...exits)] : []),
    choices.of(`out.push(${writeNumber(x, scope)})`, `total += ${x}`, writeEffect(x, scope)),
  ]
  return [`for (const ${x} of ${array}) {`, ...body.map((line) => `  ${line}`), '}']
}

function writePattern(scope: ArrayScope): string[] {
  const name = scope.fresh('first')
  return [`const [${name}${scope.choices.of('', ' = 5', `, ${name}b`)}] = ${writeArray(scope)}`, `out.push(${name})`]
}

/** An array that is copied each time that something is added. */
function writeGrowing(scope: ArrayScope): string[] {
  const { choices, fresh } = scope
  const [name, x] = [fresh('grown'), fresh('one')]
  const held = choices.rarely(4) ? [`  kept = ${name}`] : []
  const begin = choices.of('[]', '[]', '[limit]', 'xs')
  return [
    `let ${name}: number[] = ${begin}`,
    `for (const ${x} of xs) {`,
    ...held,
    `  ${name} = [...${name}, ${writeNumber(x, scope)}]`,
    ...(choices.rarely(4) ? [`  if (${name}.length > 3) break`] : []),
    '}',
    `out.push(${name})`,
  ]
}
