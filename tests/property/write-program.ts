import type { AroundShape, FunctionShape, ProgramShape } from './program-shape.ts'
import { writeText } from './write-expressions.ts'
import { writeLoop } from './write-loop.ts'
import { indented, writeStatements } from './write-statements.ts'
import type { Scope } from './writing-scope.ts'
import { DECLARATIONS, MODULE_DECLARATIONS, Names, innerScope } from './writing-scope.ts'

const WORLD = [
  ...['read', 'fetchPage', 'scan', 'write', 'bump', 'ensure', 'append', 'note', 'shorten', 'openSession', 'openPool'],
  ...['readIn', 'forKey'],
]
const FILES = ['readFile', 'writeFile', 'appendFile', 'mkdir', 'rm', 'copyFile', 'readdir']
const LIBRARY = ['lookup', 'convert', 'derive', 'visit']

/** The text of a module that exports `main(keys, items)`. */
export function writeProgram(shape: ProgramShape): string {
  const scope: Scope = {
    names: new Names(shape.helpers, shape.closures),
    owner: 'main',
    isAsync: true,
    isGenerator: shape.as === 'generator',
    isQuiet: false,
    firstHelper: 0,
    firstClosure: 0,
    key: "'z'",
    item: null,
    texts: [],
    lets: [],
    arrays: [],
    list: null,
    loop: null,
  }
  const closures = shape.closures.map((closure, index) => writeClosure(closure, index, scope))
  const work = writeWork(shape, scope)
  const inMain = [...Object.entries(DECLARATIONS), ...closures]
  const results = neededFor(work, inMain).filter(([name]) => name in DECLARATIONS && !/alias|session|pool/.test(name))
  const names = results.map(([name]) => name)
  const returned = shape.returns === 'all' || names.length === 0 ? `{ ${names.join(', ')} }` : names[0]!
  const main = [...linesOf(neededFor(work, inMain)), ...work, `return ${returned}`]
  const body = AS[shape.as](main)
  const helpers = shape.helpers.map((helper, index) => writeHelper(helper, index, scope))
  const module = [...linesOf(neededFor(body, [...Object.entries(MODULE_DECLARATIONS), ...helpers])), ...body]
  const imports = [
    ...writeImport(FILES, 'node:fs/promises', module),
    ...writeImport(['join'], 'node:path', module),
    ...writeImport(WORLD, './world.js', module),
    ...writeImport(LIBRARY, 'some-library', module),
  ]
  return [...imports, ...module, ''].join('\n')
}

/** The lines that export the work as `main`. */
const AS: Readonly<Record<ProgramShape['as'], (work: readonly string[]) => string[]>> = {
  function: (work) => ['export async function main(keys, items) {', ...indented(work), '}'],
  method: (work) => [
    'class Job {',
    '  kept = { n: 0, items: [] }',
    '  async run(keys, items) {',
    ...indented(indented(work.map(withStateOfThis))),
    '  }',
    '}',
    'export const main = (keys, items) => new Job().run(keys, items)',
  ],
  generator: (work) => [
    'async function* produce(keys, items) {',
    ...indented(work.map((line) => line.replace(/^return (?=\{)/, 'yield '))),
    '}',
    'export async function main(keys, items) {',
    '  const all = []',
    '  for await (const one of produce(keys, items)) {',
    '    all.push(one)',
    '    note(String(one))',
    '    if (all.length > 4) break',
    '  }',
    '  return all',
    '}',
  ],
}

function withStateOfThis(line: string): string {
  return line.replace(/(?<![.\w])state\.(n|items)\b/g, 'this.kept.$1').replace(/^return \{ /, 'return { kept: this.kept, ')
}

type Declaration = readonly [name: string, text: string]

/** The declarations whose names the lines use, and those that they need themselves, in their order. */
function neededFor(lines: readonly string[], declarations: readonly Declaration[]): readonly Declaration[] {
  const needed = new Set<Declaration>()
  const look = (text: string): void => {
    for (const declaration of declarations) {
      if (needed.has(declaration) || !uses(text, declaration[0])) continue
      needed.add(declaration)
      look(declaration[1])
    }
  }
  look(lines.join('\n'))
  return declarations.filter((declaration) => needed.has(declaration))
}

/** Whether a name stands there by itself: neither as a property nor as its key. */
function uses(text: string, name: string): boolean {
  return new RegExp(`(?:(?<![.\\w])|(?<=\\.\\.\\.))${name}\\b(?!:)`).test(text)
}

function linesOf(declarations: readonly Declaration[]): string[] {
  return declarations.flatMap(([, text]) => text.split('\n'))
}

function writeImport(exported: readonly string[], module: string, lines: readonly string[]): string[] {
  const names = exported.filter((name) => uses(lines.join('\n'), name))
  return names.length > 0 ? [`import { ${names.join(', ')} } from '${module}'`] : []
}

function writeWork(shape: ProgramShape, scope: Scope): string[] {
  const before = writeStatements(shape.before, scope)
  const goesOn = shape.around?.caught && shape.around.leaves === 'goes-on'
  const loop = shape.around ? writeAround(shape.around, shape, scope) : writeLoop(shape.loop, innerScope(scope))
  const second = shape.second && !goesOn ? writeLoop(shape.second, innerScope(scope)) : []
  const after = writeStatements(shape.after, innerScope(scope, { isQuiet: Boolean(goesOn) }))
  return [...before, ...loop, ...second, ...after]
}

function writeAround({ caught, leaves, lastly, closes }: AroundShape, shape: ProgramShape, scope: Scope): string[] {
  const quiet = innerScope(scope, { isQuiet: true })
  const held = closes === 'using' ? ['await using pool = await openPool()'] : []
  const lines = ['try {', ...indented([...held, ...writeLoop(shape.loop, innerScope(scope))])]
  if (caught || !(lastly || closes === 'finally')) {
    const inCatch = innerScope(quiet, { texts: [...quiet.texts, 'error.message'] })
    const body = writeStatements(caught ?? [], inCatch)
    const end = leaves === 'rethrows' ? ['throw error'] : leaves === 'returns' ? ["return 'failed'"] : []
    lines.push('} catch (error) {', ...indented([...body, ...end]))
  }
  if (lastly || closes === 'finally') {
    const body = writeStatements(lastly ?? [], innerScope(quiet))
    lines.push('} finally {', ...indented([...body, ...(closes === 'finally' ? ['await pool.close()'] : [])]))
  }
  return [...lines, '}']
}

function writeHelper(shape: FunctionShape, index: number, scope: Scope): Declaration {
  return writeFunction(`helper${index}`, shape, { ...scope, owner: 'helper', firstHelper: index + 1 })
}

function writeClosure(shape: FunctionShape, index: number, scope: Scope): Declaration {
  return writeFunction(`closure${index}`, shape, { ...scope, owner: 'closure', firstClosure: index + 1 })
}

function writeFunction(name: string, shape: FunctionShape, outer: Scope): Declaration {
  const { isAsync, takesList, isRecursive, isArrow } = shape
  const own = { key: 'key', list: takesList ? 'list' : null, texts: [], lets: [], arrays: [] }
  const scope: Scope = { ...outer, isAsync, isGenerator: false, ...own }
  const last = takesList ? `key + ${name === 'helper0' ? "'!'" : "'?'"}, list` : "key + '?'"
  const again = isRecursive ? [`if (key.length < 4) ${isAsync ? 'await ' : ''}${name}(${last})`] : []
  const body = [...writeStatements(shape.body, scope), ...again, `return ${writeText(shape.result, scope)}`]
  const parameters = takesList ? '(key, list)' : '(key)'
  const before = isAsync ? 'async ' : ''
  const head =
    isArrow || outer.owner === 'closure' ? `const ${name} = ${before}${parameters} => {` : `${before}function ${name}${parameters} {`
  return [name, [head, ...indented(body), '}'].join('\n')]
}
