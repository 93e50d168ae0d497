import type { Access } from '../facts/effects/behaviour.ts'
import { beginsTurn } from '../facts/loops/begins-turn.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'

/**
 * Whether a statement does it that is over before the turn first awaits, and that leaves nothing in a variable:
 *
 *     counter += 1        bar.text = `${counter} of ${all}`        registry.addName(name)
 */
export function isDoneAtStart(access: Access, loop: AwaitLoop, parsed: Parsed): boolean {
  const statement = statementAround(access.anchor)
  if (statement?.type !== 'ExpressionStatement') return false
  const { expression } = statement
  if (expression.type === 'AssignmentExpression' && expression.operator === '=' && expression.left.type !== 'MemberExpression')
    return false
  return beginsTurn({ ...access, anchor: statement }, loop, parsed)
}

function statementAround(inner: Node): Node | null {
  let node: Node | undefined = inner
  while (node && !node.type.endsWith('Statement') && !isFunction(node) && node.type !== 'VariableDeclaration') node = node.parent
  return node ?? null
}
