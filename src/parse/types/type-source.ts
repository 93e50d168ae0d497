import type { Node } from '../node-types.ts'

/** The file whose node is asked about; its text must be what the checker has read. */
export interface AskedFile {
  readonly filename: string
  readonly text: string
}

/** What a type checker knows of the code, where one is at hand. Null and empty lists stand for what it cannot tell. */
export interface TypeSource {
  typeOf(expression: Node, file: AskedFile): SeenType | null
  /** Names of what a callee is: a function of a package, or a method by the class that declares it. */
  namesOf(callee: Node, file: AskedFile): readonly DeclaredName[]
  /** Where the function is written that a callee is, when it is in a source file that was not installed. */
  declarationOf(callee: Node, file: AskedFile): Declaration | null
}

/**
 * A type in names, without the checker's own objects.
 *
 *     value     string, number, null, Function: its one name
 *     instance  of a class or an interface; the parts are its type arguments
 *     tuple     the parts are its elements
 *     union     without null and undefined; the parts are what it may be
 */
export interface SeenType {
  readonly shape: 'value' | 'instance' | 'tuple' | 'union' | 'unknown'
  readonly names: readonly DeclaredName[]
  /** Names of the alias of a package that the type was written by. */
  readonly aliases: readonly DeclaredName[]
  readonly parts: readonly SeenType[]
  /** It has a `then`, and is not the `Promise` of the language: it may start only when it is awaited. */
  readonly isLazy: boolean
}

/** One of the names under which a declaration may be known: packages are imported by several paths. */
export interface DeclaredName {
  /** Name of a package or one of its paths, without `node:`; `global`; the path of a source file. */
  readonly module: string
  /** Namespaces, and the name itself: `Knex`, `Transaction`. */
  readonly path: readonly string[]
  /** Name of the method, where `path` is its class. */
  readonly member: string | null
}

export interface Declaration {
  readonly path: string
  /** Text of the file as the checker has read it. */
  readonly text: string
  /** Where in it the name of the function begins. */
  readonly start: number
}
