import type { Condition, Operation, Text } from './program-shape.ts'
import type { Scope } from './writing-scope.ts'

type Make<T extends readonly unknown[]> = (...parts: T) => string

/** The expression of a text. */
export function writeText({ from, pick }: Text, scope: Scope): string {
  const { key } = scope
  const own = [key, ...scope.texts.slice(-1), key, ...scope.texts, ...(scope.item ? [`${scope.item}.name`] : [])]
  const first = choose(own, pick)
  switch (from) {
    case 'own':
      return first
    case 'joined':
      return `\`\${${first}}-\${${choose(own, pick + 1)}}\``
    case 'literal':
      return choose(["'shared'", "'a'", "'b'"], pick)
    case 'pure':
      return `shorten(${first})`
    case 'opaque':
      return scope.isQuiet ? first : `derive(${first})`
    default:
      return writeKept(pick, first, scope)
  }
}

/** Something that earlier turns may have left. */
function writeKept(pick: number, first: string, scope: Scope): string {
  const { owner, list } = scope
  const ofModule: Make<[]>[] = [
    () => 'moduleLast',
    () => `String(moduleCount)`,
    () => `moduleList.join()`,
    () => `moduleState.last`,
    () => `store.last`,
    () => `String(store.items.length)`,
  ]
  const ofMain: Make<[]>[] = [
    () => 'last',
    () => `String(out.length)`,
    () => `String(count)`,
    () => `String(total)`,
    () => 'joined',
    () => `state.last`,
    () => `String(state.items.length)`,
    () => `[...seen].join()`,
    () => `(byName.get(${first}) ?? '')`,
    () => `(byKey[${first}] ?? '')`,
    () => `String(list.length)`,
    () => `String(alias.length)`,
    () => `(held?.name ?? '')`,
    () => `JSON.stringify(state)`,
  ]
  const ofList: Make<[]>[] = list ? [() => `String(${list}.length)`] : []
  return choose([...(owner === 'helper' ? [] : ofMain), ...ofModule, ...ofList], pick)()
}

/** The awaited value of an operation; a plain value where nothing can be awaited. */
export function writeOperation({ pick, key, value }: Operation, scope: Scope): string {
  if (!scope.isAsync || scope.isQuiet) return writeText(value, scope)
  const k = writeText(key, scope)
  const v = (): string => writeText(value, scope)
  const simple: Make<[]>[] = [() => `read(${k})`, () => `fetchPage(${k})`]
  const operations: Make<[]>[] = [
    ...simple,
    ...simple,
    ...simple,
    ...simple,
    () => `lookup(${k})`,
    () => `lookup(${k})`,
    () => `convert(${k})`,
    () => `write(${k}, ${v()})`,
    () => `write(${k}, ${v()})`,
    () => `bump(${k})`,
    () => `ensure(${k})`,
    () => `scan()`,
    () => `append(${k})`,
    () => `store.peek(${k})`,
    () => `store.get(${k})`,
    () => (scope.owner === 'helper' ? simple[0]!() : `session.get(${k})`),
    () => (scope.owner === 'helper' ? simple[0]!() : `readIn(${k}, { session: session })`),
    () => (scope.owner === 'helper' ? simple[0]!() : `pool.get(${k})`),
    () => (scope.owner === 'helper' ? simple[0]!() : `pool.get(${k})`),
    () => `(await openSession()).get(${k})`,
    () => `new Store().get(${k})`,
    () => `readFile(${writePath(pick, k)}, 'utf8')`,
    () => `readFile(${writePath(pick + 1, k)}, 'utf8')`,
    () => `forKey(${k}, async (value) => { ${writeCallback(pick, v(), scope)} })`,
    () => `visit(${k}, (value) => { ${writeCallback(pick, v(), scope)} })`,
    () => `lookup(${k}, ${writeArray(pick, scope)})`,
    () => writeCall(pick, k, scope) ?? simple[1]!(),
    () => writeCall(pick + 1, k, scope) ?? simple[1]!(),
    () => writeCall(pick + 2, k, scope) ?? simple[0]!(),
    () => writeCall(pick + 3, k, scope) ?? simple[0]!(),
  ]
  const operation = `await ${choose(operations, pick)()}`
  if (pick % 13 === 5) return `(${k} === 'b' ? ${v()} : ${operation})`
  return pick % 17 === 3 ? `(${k} && ${operation})` : operation
}

export function writePath(pick: number, key: string): string {
  return choose([`\`dir/\${${key}}\``, `join('dir', ${key})`, `\`dir/\${${key}}/text\``, `\`\${${key}}/text\``], pick)
}

function writeCallback(pick: number, value: string, scope: Scope): string {
  const { owner } = scope
  const kept = [
    () => `moduleCount += 1`,
    () => `moduleList.push(value)`,
    ...(owner === 'helper'
      ? []
      : [() => `out.push(value)`, () => `last = value + ${value}`]),
    ...(scope.lets.length > 0 ? [() => `${scope.lets.at(-1)!} += value`] : []),
  ]
  return choose(kept, pick)()
}

/** An array that is handed to a function. */
export function writeArray(pick: number, { owner, list, item, arrays: own }: Scope): string {
  const arrays: Make<[]>[] = [() => 'moduleList']
  if (owner !== 'helper') {
    arrays.push(() => 'out', () => 'alias', () => `state.items`)
  }
  for (const name of own) arrays.push(() => name)
  if (list) arrays.push(() => list)
  if (item) arrays.push(() => `${item}.tags`)
  arrays.push(() => '[]')
  return choose(arrays, pick)()
}

/** A call of a function of the same file, or null where there is none. */
export function writeCall(pick: number, key: string, scope: Scope): string | null {
  const { names } = scope
  const helpers = names.helpers.flatMap((shape, index) =>
    index < scope.firstHelper || (shape.isAsync && !scope.isAsync) ? [] : [{ shape, name: `helper${index}` }],
  )
  const closures = names.closures.flatMap((shape, index) =>
    scope.owner === 'helper' || index < scope.firstClosure || (shape.isAsync && !scope.isAsync)
      ? []
      : [{ shape, name: `closure${index}` }],
  )
  const callees = [...helpers, ...closures]
  if (callees.length === 0) return null
  const { shape, name } = choose(callees, pick)
  return `${name}(${[key, ...(shape.takesList ? [writeArray(pick, scope)] : [])].join(', ')})`
}

export function writeCondition({ kind, pick, text, operation }: Condition, scope: Scope): string {
  const { key } = scope
  const isMain = scope.owner !== 'helper'
  switch (kind) {
    case 'is-key':
      return `${key} ${pick % 3 === 0 ? '!==' : '==='} '${'abcde'[pick % 5]}'`
    case 'awaited':
      return `(${writeOperation(operation, scope)}).length > ${3 + (pick % 5)}`
    case 'seen':
      return isMain ? `${pick % 2 ? '!' : ''}seen.has(${key})` : `moduleLast === ${key}`
    case 'kept': {
      const ofMain = [
        () => `count > 2`,
        () => `last === ${key}`,
        () => `out.length > 2`,
        () => `state.n > 1`,
      ]
      return choose([...(isMain ? ofMain : []), () => `moduleCount > 2`], pick)()
    }
    default:
      return `${writeText(text, scope)}.length > ${2 + (pick % 7)}`
  }
}

export function choose<T>(from: readonly T[], pick: number): T {
  return from[pick % from.length]!
}
