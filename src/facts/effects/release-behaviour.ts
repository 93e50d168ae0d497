import type { TSESTree } from '@typescript-eslint/utils'
import type { Recorder } from './recorder.ts'
import { refsOf } from './refs.ts'

/**
 * Records what letting go of a resource does at the end of its block: it changes the resource, and what its method does
 * besides is not read, but assumed to be of no concern to others.
 *
 *     using file = open(path)    for (await using connection of connections)
 */
export function recordRelease({ kind, declarations }: TSESTree.VariableDeclaration, recorder: Recorder): void {
  if (kind !== 'using' && kind !== 'await using') return
  for (const { id, init } of declarations) {
    for (const ref of refsOf(init ?? id, recorder.region)) {
      // What a call gives to be let go of here is held by nobody else.
      if (ref.root.kind !== 'opaque') recorder.access('write', ref, id)
    }
    recorder.assumed.push({ anchor: id, origin: id })
  }
}
