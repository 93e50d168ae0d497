import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import type { Key, Ref } from './place.ts'
import type { Region } from './region.ts'

/** How those ask for objects that the answer itself rests upon. */
export interface RefAsking {
  readonly refsOf: (node: Node, region: Region) => readonly Ref[]
  readonly refsAt: (refs: readonly Ref[], path: readonly Key[], region: Region) => readonly Ref[]
  readonly refsOfVariable: (variable: Variable, region: Region) => readonly Ref[]
}
