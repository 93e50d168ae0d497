import type { Condition, Operation, Text } from './program-shape.ts'
import type { Scope } from './writing-scope.ts'

type Make<T extends readonly unknown[]> = (...parts: T) => string

/** The expression of a text. */
export function writeText({ from, pick }: Text, scope: Scope): string {
  const { names, key } = scope
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
      return `${names.use('shorten')}(${first})`
    case 'opaque':
      return scope.isQuiet ? first : `${names.use('derive')}(${first})`
    default:
      return writeKept(pick, first, scope)
  }
}

/** Something that earlier turns may have left. */
function writeKept(pick: number, first: string, scope: Scope): string {
  const { owner, names, list } = scope
  const use = (name: string): string => names.use(name)
  const ofModule: Make<[]>[] = [
    () => use('moduleLast'),
    () => `String(${use('moduleCount')})`,
    () => `${use('moduleList')}.join()`,
    () => `${use('moduleState')}.last`,
    () => `${use('store')}.last`,
    () => `String(${use('store')}.items.length)`,
  ]
  const ofMain: Make<[]>[] = [
    () => use('last'),
    () => `String(${use('out')}.length)`,
    () => `String(${use('count')})`,
    () => `String(${use('total')})`,
    () => use('joined'),
    () => `${use('state')}.last`,
    () => `String(${use('state')}.items.length)`,
    () => `[...${use('seen')}].join()`,
    () => `(${use('byName')}.get(${first}) ?? '')`,
    () => `(${use('byKey')}[${first}] ?? '')`,
    () => `String(${use('list')}.length)`,
    () => `String(${use('alias')}.length)`,
    () => `JSON.stringify(${use('state')})`,
  ]
  const ofList: Make<[]>[] = list ? [() => `String(${list}.length)`] : []
  return choose([...(owner === 'helper' ? [] : ofMain), ...ofModule, ...ofList], pick)()
}

/** The awaited value of an operation; a plain value where nothing can be awaited. */
export function writeOperation({ pick, key, value }: Operation, scope: Scope): string {
  if (!scope.isAsync || scope.isQuiet) return writeText(value, scope)
  const { names } = scope
  const use = (name: string): string => names.use(name)
  const k = writeText(key, scope)
  const v = (): string => writeText(value, scope)
  const simple: Make<[]>[] = [() => `${use('read')}(${k})`, () => `${use('fetchPage')}(${k})`]
  const operations: Make<[]>[] = [
    ...simple,
    ...simple,
    ...simple,
    ...simple,
    () => `${use('lookup')}(${k})`,
    () => `${use('lookup')}(${k})`,
    () => `${use('convert')}(${k})`,
    () => `${use('write')}(${k}, ${v()})`,
    () => `${use('write')}(${k}, ${v()})`,
    () => `${use('bump')}(${k})`,
    () => `${use('ensure')}(${k})`,
    () => `${use('scan')}()`,
    () => `${use('append')}(${k})`,
    () => `${use('store')}.peek(${k})`,
    () => `${use('store')}.get(${k})`,
    () => (scope.owner === 'helper' ? simple[0]!() : `${use('session')}.get(${k})`),
    () => (scope.owner === 'helper' ? simple[0]!() : `${use('readIn')}(${k}, { session: ${use('session')} })`),
    () => `(await ${use('openSession')}()).get(${k})`,
    () => `${use('forKey')}(${k}, async (value) => { ${writeCallback(pick, v(), scope)} })`,
    () => `${use('visit')}(${k}, (value) => { ${writeCallback(pick, v(), scope)} })`,
    () => `${use('lookup')}(${k}, ${writeArray(pick, scope)})`,
    () => writeCall(pick, k, scope) ?? simple[1]!(),
    () => writeCall(pick + 1, k, scope) ?? simple[1]!(),
    () => writeCall(pick + 2, k, scope) ?? simple[0]!(),
    () => writeCall(pick + 3, k, scope) ?? simple[0]!(),
  ]
  return `await ${choose(operations, pick)()}`
}

function writeCallback(pick: number, value: string, scope: Scope): string {
  const { names, owner } = scope
  const kept = [
    () => `${names.use('moduleCount')} += 1`,
    () => `${names.use('moduleList')}.push(value)`,
    ...(owner === 'helper'
      ? []
      : [() => `${names.use('out')}.push(value)`, () => `${names.use('last')} = value + ${value}`]),
    ...(scope.lets.length > 0 ? [() => `${scope.lets.at(-1)!} += value`] : []),
  ]
  return choose(kept, pick)()
}

/** An array that is handed to a function. */
export function writeArray(pick: number, { owner, names, list, item }: Scope): string {
  const arrays: Make<[]>[] = [() => names.use('moduleList')]
  if (owner !== 'helper') {
    arrays.push(() => names.use('out'), () => names.use('alias'), () => `${names.use('state')}.items`)
  }
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
  return `${names.use(name)}(${[key, ...(shape.takesList ? [writeArray(pick, scope)] : [])].join(', ')})`
}

export function writeCondition({ kind, pick, text, operation }: Condition, scope: Scope): string {
  const { names, key } = scope
  const isMain = scope.owner !== 'helper'
  switch (kind) {
    case 'is-key':
      return `${key} ${pick % 3 === 0 ? '!==' : '==='} '${'abcde'[pick % 5]}'`
    case 'awaited':
      return `(${writeOperation(operation, scope)}).length > ${3 + (pick % 5)}`
    case 'seen':
      return isMain ? `${pick % 2 ? '!' : ''}${names.use('seen')}.has(${key})` : `${names.use('moduleLast')} === ${key}`
    case 'kept': {
      const ofMain = [
        () => `${names.use('count')} > 2`,
        () => `${names.use('last')} === ${key}`,
        () => `${names.use('out')}.length > 2`,
        () => `${names.use('state')}.n > 1`,
      ]
      return choose([...(isMain ? ofMain : []), () => `${names.use('moduleCount')} > 2`], pick)()
    }
    default:
      return `${writeText(text, scope)}.length > ${2 + (pick % 7)}`
  }
}

export function choose<T>(from: readonly T[], pick: number): T {
  return from[pick % from.length]!
}
