import type { AroundShape, FunctionShape, ProgramShape } from './program-shape.ts'
import { writeText } from './write-expressions.ts'
import { writeLoop } from './write-loop.ts'
import { indented, writeStatements } from './write-statements.ts'
import type { Scope } from './writing-scope.ts'
import { DECLARATIONS, MODULE_DECLARATIONS, Names, innerScope } from './writing-scope.ts'

const WORLD = new Set([
  ...['read', 'fetchPage', 'scan', 'write', 'bump', 'ensure', 'append', 'note', 'shorten', 'openSession'],
  ...['readIn', 'forKey'],
])
const LIBRARY = new Set(['lookup', 'convert', 'derive', 'visit'])

/** The text of a module that exports `main(keys, items)`. */
export function writeProgram(shape: ProgramShape): string {
  const names = new Names(shape.helpers, shape.closures)
  const scope: Scope = {
    names,
    owner: 'main',
    isAsync: true,
    isQuiet: false,
    firstHelper: 0,
    firstClosure: 0,
    key: "'z'",
    item: null,
    texts: [],
    lets: [],
    list: null,
    loop: null,
  }
  const helpers = shape.helpers.map((helper, index) => writeHelper(helper, index, scope))
  const closures = shape.closures.map((closure, index) => writeClosure(closure, index, scope))
  const work = writeWork(shape, scope)
  const declarations = [...Object.keys(DECLARATIONS)].filter((name) => names.used.has(name))
  const results = declarations.filter((name) => !['alias', 'session'].includes(name))
  const returned = shape.returns === 'all' || results.length === 0 ? `{ ${results.join(', ')} }` : results[0]!
  return [
    ...writeImports(names.used),
    ...Object.keys(MODULE_DECLARATIONS)
      .filter((name) => names.used.has(name))
      .map((name) => MODULE_DECLARATIONS[name]!),
    ...helpers.flatMap((lines, index) => (names.used.has(`helper${index}`) ? lines : [])),
    'export async function main(keys, items) {',
    ...indented([
      ...declarations.map((name) => DECLARATIONS[name]!),
      ...closures.flatMap((lines, index) => (names.used.has(`closure${index}`) ? lines : [])),
      ...work,
      `return ${returned}`,
    ]),
    '}',
    '',
  ].join('\n')
}

function writeImports(used: ReadonlySet<string>): string[] {
  const imports = (from: ReadonlySet<string>, module: string): string[] => {
    const names = [...from].filter((name) => used.has(name))
    return names.length > 0 ? [`import { ${names.join(', ')} } from '${module}'`] : []
  }
  return [...imports(WORLD, './world.js'), ...imports(LIBRARY, 'some-library')]
}

function writeWork(shape: ProgramShape, scope: Scope): string[] {
  const before = writeStatements(shape.before, scope)
  const goesOn = shape.around?.caught && shape.around.leaves === 'goes-on'
  const loop = shape.around ? writeAround(shape.around, shape, scope) : writeLoop(shape.loop, innerScope(scope))
  const second = shape.second && !goesOn ? writeLoop(shape.second, innerScope(scope)) : []
  const after = writeStatements(shape.after, innerScope(scope, { isQuiet: Boolean(goesOn) }))
  return [...before, ...loop, ...second, ...after]
}

function writeAround({ caught, leaves, lastly }: AroundShape, shape: ProgramShape, scope: Scope): string[] {
  const quiet = innerScope(scope, { isQuiet: true })
  const lines = ['try {', ...indented(writeLoop(shape.loop, innerScope(scope)))]
  if (caught || !lastly) {
    const inCatch = innerScope(quiet, { texts: [...quiet.texts, 'error.message'] })
    const body = writeStatements(caught ?? [], inCatch)
    const end = leaves === 'rethrows' ? ['throw error'] : leaves === 'returns' ? ["return 'failed'"] : []
    lines.push('} catch (error) {', ...indented([...body, ...end]))
  }
  if (lastly) lines.push('} finally {', ...indented(writeStatements(lastly, innerScope(quiet))))
  return [...lines, '}']
}

function writeHelper(shape: FunctionShape, index: number, scope: Scope): string[] {
  const name = `helper${index}`
  return writeFunction(name, shape, { ...scope, owner: 'helper', firstHelper: index + 1 }, true)
}

function writeClosure(shape: FunctionShape, index: number, scope: Scope): string[] {
  return writeFunction(`closure${index}`, shape, { ...scope, owner: 'closure', firstClosure: index + 1 }, false)
}

function writeFunction(name: string, shape: FunctionShape, outer: Scope, isOfModule: boolean): string[] {
  const { isAsync, takesList, isRecursive, isArrow } = shape
  const scope: Scope = { ...outer, isAsync, key: 'key', list: takesList ? 'list' : null, texts: [], lets: [] }
  const last = takesList ? `key + ${name === 'helper0' ? "'!'" : "'?'"}, list` : "key + '?'"
  const again = isRecursive ? [`if (key.length < 4) ${isAsync ? 'await ' : ''}${name}(${last})`] : []
  const body = [...writeStatements(shape.body, scope), ...again, `return ${writeText(shape.result, scope)}`]
  const parameters = takesList ? '(key, list)' : '(key)'
  const before = isAsync ? 'async ' : ''
  const head =
    isArrow || !isOfModule ? `const ${name} = ${before}${parameters} => {` : `${before}function ${name}${parameters} {`
  return [head, ...indented(body), '}']
}
