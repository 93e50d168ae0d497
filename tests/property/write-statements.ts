import type { Statement } from './program-shape.ts'
import { choose, writeCall, writeCondition, writeOperation, writePath, writeText } from './write-expressions.ts'
import { writeCallbacks, writeLine, writeStarted } from './write-forms.ts'
import { writeLoop, writeReduce } from './write-loop.ts'
import type { Scope } from './writing-scope.ts'
import { innerScope } from './writing-scope.ts'

/** The lines of statements; what they declare is added to the scope. */
export function writeStatements(statements: readonly Statement[], scope: Scope): string[] {
  return statements.flatMap((statement) => writeStatement(statement, scope))
}

export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`)
}

function writeStatement(statement: Statement, scope: Scope): string[] {
  switch (statement.kind) {
    case 'fetch':
      return writeFetch(statement, scope)
    case 'effect':
      return [writeEffect(statement, scope)]
    case 'gather':
      return [writeGather(statement, scope)]
    case 'keep':
      return [writeKeep(statement.pick, writeText(statement.value, scope), scope)]
    case 'change':
      return [writeChange(statement.pick, writeText(statement.value, scope), scope)]
    case 'call': {
      const call = writeCall(statement.pick, writeText(statement.key, scope), scope)
      return call ? [scope.isAsync ? `await ${call}` : call] : []
    }
    case 'guard':
      return writeGuard(statement, scope)
    case 'both':
      return writeBoth(statement, scope)
    case 'parts': {
      const name = scope.names.fresh('parts')
      const first = writeText(statement.value, scope)
      scope.arrays.push(name)
      scope.texts.push(`${name}.join()`)
      return [`const ${name} = [${first}]`]
    }
    case 'capture': {
      const held = scope.lets.at(-1)
      if (!held) return []
      const name = scope.names.fresh('extend')
      const value = writeText(statement.value, scope)
      scope.texts.push(`${name}()`)
      return [`const ${name} = () => { ${held} += ${value}; return ${held} }`]
    }
    case 'source':
      return writeSourceChange(statement.pick, writeText(statement.value, scope), scope)
    case 'file':
      return [writeFile(statement, scope)]
    case 'yield':
      return scope.owner === 'main' && scope.isGenerator ? [`yield ${writeText(statement.value, scope)}`] : []
    case 'loop':
      return scope.isQuiet ? [] : writeLoop(statement.loop, scope)
    case 'line':
      return scope.isQuiet || !scope.isAsync ? [] : writeLine(statement, scope)
    case 'started':
      return scope.isQuiet || !scope.isAsync ? [] : writeStarted(statement, scope)
    case 'callbacks':
      return scope.isQuiet || !scope.isAsync ? [] : writeCallbacks(statement, scope)
    case 'reduce':
      return scope.isQuiet || !scope.isAsync ? [] : writeReduce(statement.loop, statement.value, scope)
    default:
      return writeBlock(statement, scope)
  }
}

function writeBlock(statement: Extract<Statement, { kind: 'if' | 'try' | 'switch' }>, scope: Scope): string[] {
  const block = (body: readonly Statement[], changes: Partial<Scope> = {}): string[] =>
    indented(writeStatements(body, innerScope(scope, changes)))
  if (statement.kind === 'if') {
    const other = block(statement.other)
    const head = `if (${writeCondition(statement.condition, scope)}) {`
    return [head, ...block(statement.body), ...(other.length > 0 ? ['} else {', ...other] : []), '}']
  }
  if (statement.kind === 'switch') {
    const head = `switch (${writeText(statement.text, scope)}.length) {`
    return [head, '  case 1: {', ...indented(block(statement.body)), '    break', '  }', '  default:', '}']
  }
  const lines = ['try {', ...block(statement.body)]
  if (statement.caught || !statement.lastly) {
    lines.push('} catch (error) {', ...block(statement.caught ?? [], { texts: [...scope.texts, 'error.message'] }))
  }
  if (statement.lastly) lines.push('} finally {', ...block(statement.lastly, { loop: null }))
  return [...lines, '}']
}

function writeFetch({ bind, operation }: Extract<Statement, { kind: 'fetch' }>, scope: Scope): string[] {
  const value = writeOperation(operation, scope)
  switch (bind) {
    case 'none':
      return value.startsWith('await') ? [value] : []
    case 'outer':
      if (scope.owner === 'helper') return [`moduleLast = ${value}`]
      return [`last = ${value}`]
    case 'length': {
      const name = scope.names.fresh('size')
      scope.texts.push(`String(${name})`)
      return [`const { length: ${name} } = ${value}`]
    }
    default: {
      const name = scope.names.fresh(bind === 'let' ? 'text' : 'value')
      scope.texts.push(name)
      if (bind === 'let') scope.lets.push(name)
      return [`${bind} ${name} = ${value}`]
    }
  }
}

function writeBoth({ pick, first, second }: Extract<Statement, { kind: 'both' }>, scope: Scope): string[] {
  const [a, b] = [writeOperation(first, scope), writeOperation(second, scope)]
  if (![a, b].every((one) => /^await (?!.*\bawait\b)/.test(one))) return []
  const names = [scope.names.fresh('left'), scope.names.fresh('right')]
  scope.texts.push(...names)
  const left = `const [${names.join(', ')}] = `
  return [pick % 2 ? `${left}[${a}, ${b}]` : `${left}await Promise.all([${a.slice(6)}, ${b.slice(6)}])`]
}

function writeEffect({ pick, key, value }: Extract<Statement, { kind: 'effect' }>, scope: Scope): string {
  const { isAsync, isQuiet, owner } = scope
  const [k, v] = [writeText(key, scope), writeText(value, scope)]
  const sync = (): string => `note(${v})`
  if (!isAsync || isQuiet) return sync()
  const effects = [
    sync,
    sync,
    () => `await append(${v})`,
    () => `await append(${v})`,
    () => `await write(${k}, ${v})`,
    () => `await write(${k}, ${v})`,
    () => `await write('shared', ${v})`,
    () => `await bump(${k})`,
    () => `await ensure(${k})`,
    () => (owner === 'helper' ? sync() : `await session.put(${k}, ${v})`),
    () => `await convert(${k})`,
    () => `derive(${v})`,
  ]
  return choose(effects, pick)()
}

/** What is added comes once, so that every loop ends. */
function writeSourceChange(pick: number, value: string, { loop, key }: Scope): string[] {
  const source = loop?.source
  if (!source) return []
  const once = `if (${key} === 'b' && ${source}.length < 7)`
  return choose(
    [
      [`${once} ${source}.push('more')`],
      [`${source}.pop()`],
      [`${source}[${source}.length - 1] = ${value}`],
      [`${once} ${source}.unshift('more')`],
    ],
    pick,
  )
}

/** Operations of Node, which the tool knows by its own table. */
function writeFile({ pick, key, value }: Extract<Statement, { kind: 'file' }>, scope: Scope): string {
  const [k, v] = [writeText(key, scope), writeText(value, scope)]
  if (!scope.isAsync || scope.isQuiet) return `note(${v})`
  const path = writePath(pick, k)
  const other = writePath(pick + 1, k)
  const effects = [
    `await writeFile(${path}, ${v})`,
    `await writeFile(${path}, ${v})`,
    `await writeFile(${path}, await readFile(${other}, 'utf8'))`,
    `await appendFile(${path}, ${v})`,
    `await mkdir(${path}, { recursive: true })`,
    `await rm(${path}, { recursive: true, force: true })`,
    `await copyFile(${path}, ${other})`,
  ]
  return choose(effects, Math.floor(pick / 4))
}

function writeGather(statement: Extract<Statement, { kind: 'gather' }>, scope: Scope): string {
  const { owner } = scope
  const k = writeText(statement.key, scope)
  const v = statement.awaited ? writeOperation(statement.awaited, scope) : writeText(statement.value, scope)
  const ofModule = [
    () => `moduleList.push(${v})`,
    () => `moduleState.items.push(${v})`,
    () => `store.add(${v})`,
  ]
  const ofMain = [
    () => `out.push(${v})`,
    () => `out.push(${v})`,
    () => `out.push({ key: ${k}, value: ${v} })`,
    () => `byKey[${k}] = ${v}`,
    () => `byName.set(${k}, ${v})`,
    () => `seen.add(${v})`,
    () => `total += (${v}).length`,
    () => `joined += ${v}`,
    () => `list = list.concat(${v})`,
    () => `list = [...list, ${v}]`,
    () => `state.items.push(${v})`,
    () => `alias.push(${v})`,
    () => `joined = joined + ${v}`,
    () => `joined += ${k} + (${v})`,
    () => `total = total + (${v}).length`,
    () => `out.push(${k}, ${v})`,
    () => `out.push(...[${v}])`,
    () => `byKey[${v}] = ${k}`,
    () => (scope.item ? `state.items.push(${scope.item})` : `out.unshift(${v})`),
  ]
  const ofTurn = scope.arrays.map((name) => () => `${name}.push(${v})`)
  const ofList = scope.list ? [() => `${scope.list!}.push(${v})`, () => `${scope.list!}.push(${v})`] : []
  return choose([...(owner === 'helper' ? [] : ofMain), ...ofTurn, ...ofList, ...ofModule], statement.pick)()
}

function writeKeep(pick: number, value: string, scope: Scope): string {
  const ofModule = [
    () => `moduleCount += 1`,
    () => `moduleLast = ${value}`,
    () => `moduleState.last = ${value}`,
    () => `store.last = ${value}`,
  ]
  const ofMain = [
    () => `last = ${value}`,
    () => `count++`,
    () => `state.last = ${value}`,
    () => `state.n += 1`,
    ...(scope.item ? [() => `held = ${scope.item!}`] : []),
  ]
  return choose([...(scope.owner === 'helper' ? [] : ofMain), ...ofModule], pick)()
}

function writeChange(pick: number, value: string, scope: Scope): string {
  const { lets, item, owner } = scope
  const changes = [
    ...lets.flatMap((name) => [() => `${name} = ${name} + ${value}`, () => `${name} = ${value}`]),
    ...(item && owner !== 'helper' ? [() => `if (held) held.name = ${value}`] : []),
    ...(item ? [() => `${item}.name = ${value}`, () => `${item}.tags.push(${value})`] : []),
    ...(owner === 'helper'
      ? []
      : [() => `delete byKey[${scope.key}]`, () => `seen.delete(${value})`]),
    () => `moduleState.n += ${value}.length`,
  ]
  return choose(changes, pick)()
}

function writeGuard({ condition, exit }: Extract<Statement, { kind: 'guard' }>, scope: Scope): string[] {
  const { loop } = scope
  const test = writeCondition(condition, scope)
  if (!loop) return scope.owner === 'main' ? [] : [`if (${test}) return ${scope.key}`]
  const target = exit === 'outer' && loop.outer ? loop.outer : loop
  switch (exit) {
    case 'throw':
      return [`if (${test}) throw new Error(${writeText(condition.text, scope)})`]
    case 'return':
      return [`if (${test}) return ${scope.key}`]
    case 'break':
      return writeBreak(test, scope)
    default: {
      if (target !== loop) loop.jumps.add(target.label)
      const jump = target !== loop ? `continue ${target.label}` : 'continue'
      return [target.step ? `if (${test}) { ${target.step}; ${jump} }` : `if (${test}) ${jump}`]
    }
  }
}

/** By its label, as it may stand in a `switch`. */
function writeBreak(test: string, { loop }: Scope): string[] {
  loop!.jumps.add(loop!.label)
  return [`if (${test}) break ${loop!.label}`]
}
