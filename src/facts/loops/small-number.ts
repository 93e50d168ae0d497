import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { valueOfName } from '../callees/value-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'

/** So many calls at once are no trouble. */
const MOST = 100

/** `5`, or a name that stands for such a number: `MOST_RESULTS`. */
export function isSmallNumber(expression: Node, parsed: Parsed): boolean {
  const node = plainExpression(expression)
  const value = node.type === 'Identifier' ? valueOfName(node, parsed) : node
  return value?.type === 'Literal' && typeof value.value === 'number' && value.value <= MOST
}
