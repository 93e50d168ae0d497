import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { isUsing } from './declared-in-function.ts'
import { referencesIn } from './references-in.ts'
import { writtenOutside } from './turn-writes.ts'

/**
 * Whether a `finally` or `using` around the loop may let go of something that overlapped work still uses: after a
 * failure it runs while later turns are under way.
 *
 *     try { for (const x of xs) await db.get(x) } finally { await db.close() }
 *
 * What an unknown function lets go cannot be told, so only a `finally` of assignments and known calls is harmless.
 */
export function mayReleaseWhileRunning(
  loop: { readonly node: Node; readonly owner: Node },
  overlapped: readonly Node[],
  parsed: Parsed,
): boolean {
  for (let child = loop.node; child !== loop.owner && child.parent; child = child.parent) {
    const parent: Node = child.parent
    const finalizer = parent.type === 'TryStatement' && parent.finalizer !== child ? parent.finalizer : null
    if (finalizer && !isHarmless(finalizer, overlapped, parsed)) return true
    if (parent.type === 'ForOfStatement' && isUsingDeclaration(parent.left)) return true
    if ((parent.type === 'BlockStatement' || parent.type === 'Program') && hasUsingBefore(child, parent.body))
      return true
  }
  return false
}

function hasUsingBefore(child: Node, statements: readonly TSESTree.ProgramStatement[]): boolean {
  return statements.some((statement) => statement.range[0] < child.range[0] && isUsingDeclaration(statement))
}

function isUsingDeclaration(node: Node): boolean {
  return node.type === 'VariableDeclaration' && isUsing(node.kind)
}

function isHarmless(finalizer: TSESTree.BlockStatement, overlapped: readonly Node[], parsed: Parsed): boolean {
  const used = new Set(referencesIn(overlapped, parsed).map(({ variable }) => variable))
  const touches = referencesIn([finalizer], parsed).some(({ variable }) => variable !== null && used.has(variable))
  return (
    !touches &&
    !mayCall(finalizer, parsed) &&
    writtenOutside([finalizer], parsed).every((target) => isOwnVariable(target, parsed))
  )
}

/** A variable that no function holds, so that none of what is called can see it change. */
function isOwnVariable(target: Node, parsed: Parsed): boolean {
  const variable = target.type === 'Identifier' ? variableOf(target, parsed) : null
  return (
    variable !== null && variable.references.every(({ from }) => from.variableScope === variable.scope.variableScope)
  )
}

function mayCall(root: Node, parsed: Parsed): boolean {
  let found = false
  walk(root, parsed, (node) => {
    if (found || isFunction(node)) return 'skip'
    if (node.type === 'CallExpression') found = !isHarmlessCall(node, parsed)
    else found = MAY_RUN_CODE.has(node.type)
    return undefined
  })
  return found
}

const MAY_RUN_CODE = new Set([
  'NewExpression',
  'AwaitExpression',
  'YieldExpression',
  'TaggedTemplateExpression',
  'ImportExpression',
])

/** console.log(x)   clearTimeout(timer)   performance.now() */
function isHarmlessCall(call: TSESTree.CallExpression, parsed: Parsed): boolean {
  const known = lookUpCall(call, parsed, [])
  if (!known || known.row.exits || known.row.calls) return false
  return known.row.effects.every(({ does, on }) => {
    if (typeof on === 'object') return call.arguments[on.argument]?.type === 'Identifier'
    return does === 'read' || on === 'console' || on === 'clock'
  })
}
