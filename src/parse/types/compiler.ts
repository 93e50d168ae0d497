import { createRequire } from 'node:module'
import type ts from 'typescript'

let loaded: typeof ts | null = null

/** The TypeScript compiler, which is loaded when types are first asked for. */
export function compiler(): typeof ts {
  return (loaded ??= createRequire(import.meta.url)('typescript') as typeof ts)
}
