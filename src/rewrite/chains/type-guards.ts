import { plainExpression } from '../../facts/scopes/plain-expression.ts'
import { isTypeScript } from '../../facts/rewrite-legality/is-typescript.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'

/**
 * Whether one of the predicates may tell TypeScript what the elements are, which one callback for all would not:
 *
 *     xs.filter(isText).filter((x) => x.length > 1)[0]        string, not string | number
 */
export function losesGuard(predicates: readonly Node[], parsed: Parsed): boolean {
  return isTypeScript(parsed) && predicates.some((predicate) => mayGuard(plainExpression(predicate), parsed))
}

function mayGuard(node: Node, parsed: Parsed): boolean {
  if (!isFunction(node)) return true
  if (node.returnType?.typeAnnotation.type === 'TSTypePredicate') return true
  if (node.returnType || node.body?.type === 'BlockStatement' && node.body.body.length > 1) return false
  return isNarrowing(node.body as Node, parsed)
}

/** TypeScript 5.5 makes a type guard of `(x) => x !== null`, `(x) => typeof x === 'string'` and `(x) => isText(x)`. */
function isNarrowing(body: Node, parsed: Parsed): boolean {
  let found = false
  walk(body, parsed, (node) => {
    if (isFunction(node)) return 'skip'
    if (node.type === 'UnaryExpression' && (node.operator === 'typeof' || node.operator === '!')) found = true
    if (node.type === 'BinaryExpression' && /^(?:[!=]==?|instanceof|in)$/.test(node.operator)) found = true
    if (node.type === 'CallExpression') found = true
  })
  return found || body.type === 'Identifier'
}
