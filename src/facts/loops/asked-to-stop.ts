import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'

type Named = TSESTree.MemberExpressionNonComputedName & { readonly property: TSESTree.Identifier }

const WISHES: ReadonlySet<string> = new Set(['aborted', 'throwIfAborted', 'isCancellationRequested'])

/** `signal.throwIfAborted()`, `if (signal.aborted) break`: turns that have begun were never to run. */
export function askedToStop(loop: AwaitLoop, parsed: Parsed): Named | null {
  let wish = known.get(loop)
  if (wish === undefined) known.set(loop, (wish = findWish(loop, parsed)))
  return wish
}

/** It is asked for each cut of a turn. */
const known = new WeakMap<AwaitLoop, Named | null>()

function findWish(loop: AwaitLoop, parsed: Parsed): Named | null {
  let found: Named | null = null
  walk(loop.body, parsed, (node) => {
    if (found) return 'skip'
    if (node.type === 'MemberExpression' && node.property.type === 'Identifier' && WISHES.has(node.property.name))
      found = node as Named
    return undefined
  })
  return found
}
