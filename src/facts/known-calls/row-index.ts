import type { KnownCallRow } from './row.ts'
import { isFile, withoutExtension } from './module-path.ts'

/** Rows by module and name, in the order of the table. */
export interface RowIndex {
  readonly byModule: ReadonlyMap<string, readonly KnownCallRow[]>
  /** Rows of the user for files: by name, with the path that the file's path must end with. */
  readonly byPath: ReadonlyMap<string, readonly PathRow[]>
  /** Rows for any receiver, by `*#method`. */
  readonly ofAny: ReadonlyMap<string, readonly KnownCallRow[]>
  readonly hasPaths: boolean
}

interface PathRow {
  readonly row: KnownCallRow
  /** `/src/api`; empty for `.`, the file that makes the call. */
  readonly ending: string
}

const indexes = new WeakMap<readonly KnownCallRow[], RowIndex>()

export function indexOf(rows: readonly KnownCallRow[]): RowIndex {
  let index = indexes.get(rows)
  if (!index) indexes.set(rows, (index = buildIndex(rows)))
  return index
}

/** Rows for a module's name, by the most exact name that has any: `a.b`, then `a.*`, then `*`. */
export function rowsFor(index: RowIndex, module: string, name: string, ownModule: string): readonly KnownCallRow[] {
  for (const candidate of candidatesFor(name)) {
    const rows = rowsNamed(index, module, candidate, ownModule)
    if (rows.length > 0) return rows
  }
  return NO_ROWS
}

const NO_ROWS: readonly KnownCallRow[] = []

function rowsNamed(index: RowIndex, module: string, name: string, ownModule: string): readonly KnownCallRow[] {
  const rows = index.byModule.get(`${module}:${name}`) ?? NO_ROWS
  if (!index.hasPaths || !isFile(module)) return rows
  const found = (index.byPath.get(name) ?? []).filter(({ ending }) =>
    ending === '' ? module === ownModule : `/${module}`.endsWith(ending),
  )
  return found.length === 0 ? rows : [...rows, ...found.map(({ row }) => row)]
}

/** `Pool#query`: itself, `Pool#*`. `a.b`: itself, `a.*`, `*`. `new A`: itself, `new *`. `A()`: itself alone. */
function candidatesFor(name: string): readonly string[] {
  if (name.endsWith(')')) return [name]
  const hash = name.indexOf('#')
  if (hash >= 0) return [name, `${name.slice(0, hash)}#*`]
  if (name.startsWith('new ')) return [name, 'new *']
  const names = [name]
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1))
    names.push(`${name.slice(0, dot)}.*`)
  return [...names, '*']
}

function buildIndex(rows: readonly KnownCallRow[]): RowIndex {
  const byModule = new Map<string, KnownCallRow[]>()
  const byPath = new Map<string, PathRow[]>()
  const ofAny = new Map<string, KnownCallRow[]>()
  for (const row of rows) {
    for (const module of [row.module].flat()) {
      for (const name of [row.name].flat().map(canonicalName)) {
        if (name.startsWith('*#')) push(ofAny, name, row)
        else if (isPath(module)) push(byPath, name, { row, ending: endingOf(module) })
        else push(byModule, `${module.replace(/^node:/, '')}:${name}`, row)
      }
    }
  }
  return { byModule, byPath, ofAny, hasPaths: byPath.size > 0 }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/** `default.get` and `get` are one name, as in canonical origins. */
function canonicalName(name: string): string {
  return name.replace(/\bdefault\.(?=\w)/g, '')
}

function isPath(module: string): boolean {
  return /^[./]/.test(module)
}

function endingOf(module: string): string {
  const path = withoutExtension(module.replace(/^(?:\.{0,2}\/)+|^\.$/, ''))
  return path === '' ? '' : `/${path}`
}
