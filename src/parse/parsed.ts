import type { TSESTree } from '@typescript-eslint/utils'
import type { ScopeManager } from '@typescript-eslint/scope-manager'

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
