import type { Statement } from './program-shape.ts'
import { choose, writeCall, writeCondition, writeOperation, writeText } from './write-expressions.ts'
import { writeLoop } from './write-loop.ts'
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
    case 'loop':
      return scope.isQuiet ? [] : writeLoop(statement.loop, scope)
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
      if (scope.owner === 'helper') return [`${scope.names.use('moduleLast')} = ${value}`]
      return [`${scope.names.use('last')} = ${value}`]
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

function writeBoth({ first, second }: Extract<Statement, { kind: 'both' }>, scope: Scope): string[] {
  const [a, b] = [writeOperation(first, scope), writeOperation(second, scope)]
  if (!a.startsWith('await') || !b.startsWith('await') || [a, b].some((one) => one.includes('(await '))) return []
  const names = [scope.names.fresh('left'), scope.names.fresh('right')]
  scope.texts.push(...names)
  return [`const [${names.join(', ')}] = [${a}, ${b}]`]
}

function writeEffect({ pick, key, value }: Extract<Statement, { kind: 'effect' }>, scope: Scope): string {
  const { names, isAsync, isQuiet, owner } = scope
  const [k, v] = [writeText(key, scope), writeText(value, scope)]
  const sync = (): string => `${names.use('note')}(${v})`
  if (!isAsync || isQuiet) return sync()
  const effects = [
    sync,
    sync,
    () => `await ${names.use('append')}(${v})`,
    () => `await ${names.use('append')}(${v})`,
    () => `await ${names.use('write')}(${k}, ${v})`,
    () => `await ${names.use('write')}(${k}, ${v})`,
    () => `await ${names.use('write')}('shared', ${v})`,
    () => `await ${names.use('bump')}(${k})`,
    () => `await ${names.use('ensure')}(${k})`,
    () => (owner === 'helper' ? sync() : `await ${names.use('session')}.put(${k}, ${v})`),
    () => `await ${names.use('convert')}(${k})`,
    () => `${names.use('derive')}(${v})`,
  ]
  return choose(effects, pick)()
}

function writeGather(statement: Extract<Statement, { kind: 'gather' }>, scope: Scope): string {
  const { names, owner } = scope
  const use = (name: string): string => names.use(name)
  const k = writeText(statement.key, scope)
  const v = statement.awaited ? writeOperation(statement.awaited, scope) : writeText(statement.value, scope)
  const ofModule = [
    () => `${use('moduleList')}.push(${v})`,
    () => `${use('moduleState')}.items.push(${v})`,
    () => `${use('store')}.add(${v})`,
  ]
  const ofMain = [
    () => `${use('out')}.push(${v})`,
    () => `${use('out')}.push(${v})`,
    () => `${use('out')}.push({ key: ${k}, value: ${v} })`,
    () => `${use('byKey')}[${k}] = ${v}`,
    () => `${use('byName')}.set(${k}, ${v})`,
    () => `${use('seen')}.add(${v})`,
    () => `${use('total')} += (${v}).length`,
    () => `${use('joined')} += ${v}`,
    () => `${use('list')} = ${use('list')}.concat(${v})`,
    () => `${use('list')} = [...${use('list')}, ${v}]`,
    () => `${use('state')}.items.push(${v})`,
    () => `${use('alias')}.push(${v})`,
  ]
  const ofList = scope.list ? [() => `${scope.list!}.push(${v})`, () => `${scope.list!}.push(${v})`] : []
  return choose([...(owner === 'helper' ? [] : ofMain), ...ofList, ...ofModule], statement.pick)()
}

function writeKeep(pick: number, value: string, scope: Scope): string {
  const use = (name: string): string => scope.names.use(name)
  const ofModule = [
    () => `${use('moduleCount')} += 1`,
    () => `${use('moduleLast')} = ${value}`,
    () => `${use('moduleState')}.last = ${value}`,
    () => `${use('store')}.last = ${value}`,
  ]
  const ofMain = [
    () => `${use('last')} = ${value}`,
    () => `${use('count')}++`,
    () => `${use('state')}.last = ${value}`,
    () => `${use('state')}.n += 1`,
  ]
  return choose([...(scope.owner === 'helper' ? [] : ofMain), ...ofModule], pick)()
}

function writeChange(pick: number, value: string, scope: Scope): string {
  const { lets, item, owner, names } = scope
  const changes = [
    ...lets.flatMap((name) => [() => `${name} = ${name} + ${value}`, () => `${name} = ${value}`]),
    ...(item ? [() => `${item}.name = ${value}`, () => `${item}.tags.push(${value})`] : []),
    ...(owner === 'helper'
      ? []
      : [() => `delete ${names.use('byKey')}[${scope.key}]`, () => `${names.use('seen')}.delete(${value})`]),
    () => `${names.use('moduleState')}.n += ${value}.length`,
  ]
  return choose(changes, pick)()
}

function writeGuard({ condition, exit }: Extract<Statement, { kind: 'guard' }>, scope: Scope): string[] {
  const { loop } = scope
  const test = writeCondition(condition, scope)
  if (!loop) return scope.owner === 'main' ? [] : [`if (${test}) return ${scope.key}`]
  const target = exit === 'outer' ? loop.outer : loop
  switch (exit) {
    case 'throw':
      return [`if (${test}) throw new Error(${writeText(condition.text, scope)})`]
    case 'return':
      return [`if (${test}) return ${scope.key}`]
    case 'break':
      return writeBreak(test, scope)
    default: {
      if (!target) return [`if (${test}) continue`]
      if (exit === 'outer') loop.jumps.add(target.label)
      const jump = exit === 'outer' ? `continue ${target.label}` : 'continue'
      return [target.step ? `if (${test}) { ${target.step}; ${jump} }` : `if (${test}) ${jump}`]
    }
  }
}

/** By its label, as it may stand in a `switch`. */
function writeBreak(test: string, { loop }: Scope): string[] {
  loop!.jumps.add(loop!.label)
  return [`if (${test}) break ${loop!.label}`]
}
