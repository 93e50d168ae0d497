import type { FunctionShape } from './program-shape.ts'

/** Names that live longer than a turn, and how each is declared: of `main`, or of the module. */
export const DECLARATIONS: Readonly<Record<string, string>> = {
  out: 'const out = []',
  byKey: 'const byKey = {}',
  byName: 'const byName = new Map()',
  seen: 'const seen = new Set()',
  total: 'let total = 0',
  joined: "let joined = ''",
  list: 'let list = []',
  count: 'let count = 0',
  last: "let last = ''",
  state: "const state = { n: 0, last: '', items: [], keys: ['a', 'b', 'c', 'd'] }",
  alias: 'const alias = state.items',
  held: 'let held = null',
  pool: 'const pool = await openPool()',
  session: 'const session = await openSession()',
}

export const MODULE_DECLARATIONS: Readonly<Record<string, string>> = {
  moduleCount: 'let moduleCount = 0',
  moduleLast: "let moduleLast = ''",
  moduleList: 'const moduleList = []',
  moduleState: "const moduleState = { n: 0, last: '', items: [] }",
  MODULE_KEYS: "const MODULE_KEYS = ['a', 'b', 'c', 'd', 'e']",
  eachKey: `async function* eachKey() {
  for (const one of ['a', 'b', 'c', 'd']) yield one
}`,
  Store: `class Store {
  items = []
  last = ''
  async get(key) {
    const value = await read(key)
    this.last = value
    return value
  }
  async peek(key) {
    return await fetchPage(key)
  }
  add(value) {
    this.items.push(value)
  }
}`,
  store: 'const store = new Store()',
}

/** Names of a whole program. */
export class Names {
  private numbers = 0
  readonly helpers: readonly FunctionShape[]
  readonly closures: readonly FunctionShape[]

  constructor(helpers: readonly FunctionShape[], closures: readonly FunctionShape[]) {
    this.helpers = helpers
    this.closures = closures
  }

  fresh(stem: string): string {
    this.numbers += 1
    return `${stem}${this.numbers}`
  }
}

/** What is at hand where a statement is written. */
export interface Scope {
  readonly names: Names
  /** Whose body it is; functions of the module see no names of `main`. */
  readonly owner: 'main' | 'closure' | 'helper'
  readonly isAsync: boolean
  readonly isGenerator: boolean
  /** No operation of the world may be used: after a failure the places may differ. */
  readonly isQuiet: boolean
  /** Helpers from this index on may be called. */
  readonly firstHelper: number
  /** Closures from this index on may be called. */
  readonly firstClosure: number
  /** The key of the turn, as an expression. */
  readonly key: string
  /** The object of the turn, if it has one. */
  readonly item: string | null
  /** Texts made in the turn. */
  readonly texts: string[]
  /** Those of them that can be assigned. */
  readonly lets: string[]
  /** Arrays made in the turn. */
  readonly arrays: string[]
  /** Parameter that holds an array. */
  readonly list: string | null
  readonly loop: EnclosingLoop | null
}

export interface EnclosingLoop {
  /** What comes before a `continue`: a counter is moved there. */
  readonly step: string | null
  readonly label: string
  readonly outer: EnclosingLoop | null
  /** Array that is walked, if it has a name. */
  readonly source: string | null
  /** Labels that something jumps to. */
  readonly jumps: Set<string>
}

/** A block in the scope: what it declares is not seen after it. */
export function innerScope(scope: Scope, changes: Partial<Scope> = {}): Scope {
  return { ...scope, texts: [...scope.texts], lets: [...scope.lets], arrays: [...scope.arrays], ...changes }
}
