import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { isGlobal } from '../scopes/variable-of.ts'
import { isUsing } from './declared-in-function.ts'
import { referencesIn } from './references-in.ts'

/**
 * Whether a `finally` or `using` around the loop may let go of something that overlapped work still uses: after a failure
 * it runs while later turns are under way.
 *
 *     try { for (const x of xs) await db.get(x) } finally { await db.close() }
 *
 * What a called function lets go is not known, so only a `finally` of plain assignments and of the console is harmless.
 */
export function mayReleaseWhileRunning(loop: AwaitLoop, overlapped: readonly Node[], parsed: Parsed): boolean {
  for (let child: Node = loop.node; child !== loop.owner && child.parent; child = child.parent) {
    const { parent } = child
    if (parent.type === 'TryStatement' && parent.block === child && parent.finalizer) {
      if (!isHarmless(parent.finalizer, overlapped, parsed)) return true
    }
    if ((parent.type === 'BlockStatement' || parent.type === 'Program') && hasUsingBefore(child, parent.body)) return true
  }
  return false
}

function hasUsingBefore(child: Node, statements: readonly TSESTree.ProgramStatement[]): boolean {
  return statements.some(
    (statement) =>
      statement.range[0] < child.range[0] && statement.type === 'VariableDeclaration' && isUsing(statement.kind),
  )
}

function isHarmless(finalizer: TSESTree.BlockStatement, overlapped: readonly Node[], parsed: Parsed): boolean {
  const used = new Set(referencesIn(overlapped, parsed).map(({ variable }) => variable))
  const touches = referencesIn([finalizer], parsed).some(({ variable }) => variable !== null && used.has(variable))
  return !touches && !mayCall(finalizer, parsed)
}

function mayCall(root: Node, parsed: Parsed): boolean {
  let found = false
  walk(root, parsed, (node) => {
    if (found || isFunction(node)) return 'skip'
    if (node.type === 'CallExpression') found = !isOfConsole(node, parsed)
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
function isOfConsole({ callee }: TSESTree.CallExpression, parsed: Parsed): boolean {
  const root = callee.type === 'MemberExpression' ? callee.object : callee
  return root.type === 'Identifier' && isGlobal(root, parsed) && HARMLESS.has(root.name)
}

/** Names of the platform that end nothing a turn could use. */
const HARMLESS = new Set(['console', 'clearTimeout', 'clearInterval', 'performance', 'Date', 'Math', 'JSON', 'String'])
