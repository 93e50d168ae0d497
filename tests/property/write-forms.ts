import type { LoopShape, Statement } from './program-shape.ts'
import { choose, writeOperation } from './write-expressions.ts'
import { LISTS } from './write-loop.ts'
import { indented, writeStatements } from './write-statements.ts'
import type { Scope } from './writing-scope.ts'
import { innerScope } from './writing-scope.ts'

type Form<K extends Statement['kind']> = Extract<Statement, { kind: K }>

/** Awaits that follow each other, as statements or as parts of one expression. */
export function writeLine({ pick, operations }: Form<'line'>, scope: Scope): string[] {
  if (pick % 5 > 0) return [writeParts(pick, operations.map((operation) => writeOperation(operation, scope)), scope)]
  return operations.map((operation) => {
    const value = writeOperation(operation, scope)
    const name = scope.names.fresh('one')
    scope.texts.push(name)
    return `const ${name} = ${value}`
  })
}

function writeParts(pick: number, values: readonly string[], scope: Scope): string {
  const name = scope.names.fresh('parts')
  if (pick % 5 === 1) {
    scope.texts.push(`${name}.part0`)
    return `const ${name} = { ${values.map((value, index) => `part${index}: ${value}`).join(', ')} }`
  }
  scope.texts.push(name)
  if (pick % 5 === 2) return `const ${name} = [${values.join(', ')}].join()`
  if (pick % 5 === 3) return `const ${name} = \`${values.map((value) => `\${${value}}`).join('-')}\``
  return `const ${name} = String(${values.map((value) => `(${value})`).join(' + ')})`
}

/** Promises that are started, and awaited one by one after something else. */
export function writeStarted({ pick, first, second }: Form<'started'>, scope: Scope): string[] {
  const values = [writeOperation(first, scope), writeOperation(second, scope)]
  if (!values.every((value) => /^await (?!.*\bawait\b)\w/.test(value))) return []
  const promises = values.map((value) => [scope.names.fresh('promise'), value.slice('await '.length)] as const)
  const between = choose([[], [`await read(${scope.key})`], [`note(${scope.key})`]], pick)
  const settled = promises.map(([promise]) => [scope.names.fresh('settled'), promise] as const)
  scope.texts.push(...settled.map(([name]) => name))
  return [
    ...promises.map(([name, value]) => `const ${name} = ${value} // started`),
    ...between,
    ...settled.map(([name, promise]) => `const ${name} = await ${promise}`),
  ]
}

/** Functions that are called for each element at once. */
export function writeCallbacks({ pick, loop }: Form<'callbacks'>, scope: Scope): string[] {
  const list = choose(LISTS, loop.values)
  const key = scope.names.fresh('key')
  const inner = innerScope(scope, { loop: null, key, isGenerator: false })
  const body = (): string[] => indented(writeStatements(loop.body, inner))
  if (pick % 4 === 3) return writeStartedList(list, key, loop, scope)
  if (pick % 4 === 0) return [`;${list}.forEach(async (${key}) => {`, ...body(), '})']
  if (pick % 4 === 1) return [`new Set(${list}).forEach(async (${key}) => {`, ...body(), '})']
  return [`await Promise.all(${list}.map(async (${key}) => {`, ...body(), '}))']
}

function writeStartedList(list: string, key: string, { head }: LoopShape, scope: Scope): string[] {
  const [promises, promise] = [scope.names.fresh('promises'), scope.names.fresh('promise')]
  const call = choose([`read(${key})`, `fetchPage(${key})`, `lookup(${key})`], head)
  const use = choose([`note(await ${promise})`, `moduleList.push(await ${promise})`], head)
  return [
    `const ${promises} = ${list}.map((${key}) => ${call}) // started`,
    `for (const ${promise} of ${promises}) ${use}`,
  ]
}

