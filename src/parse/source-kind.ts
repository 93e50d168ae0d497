import { extname } from 'node:path'

/** What a parser has to be told of a file, which its extension says. JSX is read in JavaScript too. */
export interface SourceKind {
  readonly isCommonJs: boolean
  readonly hasJsx: boolean
}

export function sourceKindOf(filename: string): SourceKind {
  const extension = extname(filename)
  return {
    isCommonJs: extension === '.cjs' || extension === '.cts',
    hasJsx: !['.ts', '.mts', '.cts'].includes(extension),
  }
}
