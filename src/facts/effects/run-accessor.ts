import type { TSESTree } from '@typescript-eslint/utils'
import { accessorsNamed } from '../callees/accessors-named.ts'
import { keyOfMember } from '../callees/class-node.ts'
import { findAccessor } from '../callees/find-function.ts'
import { hasHiddenAccessors } from '../callees/hidden-accessors.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import type { Recorder } from './recorder.ts'
import { refsOf } from './refs.ts'
import { replayBody } from './replay-body.ts'

/**
 * Records what the getters on the way to a property do:
 *
 *     file.path.length    client.query('...')
 */
export function runGetters(node: TSESTree.MemberExpression, recorder: Recorder): void {
  for (let at: TSESTree.Node = node; at.type === 'MemberExpression'; at = plainExpression(at.object)) {
    runAccessor(at, 'get', recorder)
  }
}

/** What a property does that is read, or written; of an object that is not found, what the file has by its name. */
export function runAccessor(node: TSESTree.MemberExpression, kind: 'get' | 'set', recorder: Recorder): void {
  const { region, assumed } = recorder
  const found = findAccessor(node, kind, region.parsed)
  const key = keyOfMember({ key: node.property, computed: node.computed })
  const accessors = found ? [found] : key === null ? [] : accessorsNamed(key, kind, region.parsed)
  for (const accessor of accessors) replayBody(accessor, node, refsOf(node.object, region), [], recorder)
  if (!found && hasHiddenAccessors(node.object, region.parsed)) assumed.push({ anchor: node, origin: node })
}
