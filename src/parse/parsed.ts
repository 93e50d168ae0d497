import type { TSESTree } from '@typescript-eslint/utils'
import type { ScopeManager } from '@typescript-eslint/scope-manager'
import type { TypeSource } from './types/type-source.ts'

/**
 * One source file as every later stage sees it: the tree in the dialect of `@typescript-eslint/parser`
 * (espree, the Babel parser and `vue-eslint-parser` hand over subsets of it), with parents set.
 */
export interface Parsed {
  /** Path as given by the door; only its extension and its directory carry meaning. */
  readonly filename: string
  /** Source without a byte-order mark. Offsets of nodes and of edits count from its start. */
  readonly text: string
  readonly ast: TSESTree.Program
  readonly scopes: ScopeManager
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>
  /** The files around it, where callees in other files are to be read; else each file is judged by itself. */
  readonly files?: SourceFiles
  /** What a type checker knows of it, where one is at hand; asked only where the text itself does not tell. */
  readonly types?: TypeSource
}

/** The files that one file imports, directly or not, as they were when first asked for. */
export interface SourceFiles {
  /**
   * The source file that a specifier means; null where it is not found, does not parse, is a package that was
   * installed, or is too large to be written by hand.
   *
   * @param specifier as written in the importer, or an absolute path, perhaps without its extension
   * @param importer path of the file with the import
   */
  load(specifier: string, importer: string): Parsed | null
  /** What a file that `load` would give may export; null where it would give none. Costs no tree that is not kept. */
  outline(specifier: string, importer: string): ExportOutline | null
  /** The file whose tree this is; null for a tree of none of them. */
  ownerOf(program: TSESTree.Program): Parsed | null
}

/** What is to be known of the exports of a file to tell which file a name is to be looked for in. */
export interface ExportOutline {
  readonly filename: string
  /** All that it may export by itself, or from a file that it names with it; perhaps more. */
  readonly names: ReadonlySet<string>
  /** Files that it exports all of, as written: `./b` of `export * from './b'`. */
  readonly stars: readonly string[]
}

/** Thrown by `parseText` when the text is no program; `line` and `column` count from 1. */
export class ParseError extends Error {
  readonly line: number
  readonly column: number
  constructor(message: string, line: number, column: number) {
    super(message)
    this.name = 'ParseError'
    this.line = line
    this.column = column
  }
}
