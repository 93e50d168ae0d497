import type { TSESTree } from '@typescript-eslint/utils'
import { findAwaitLoops } from '../../src/model/find-await-loops.ts'
import type { AwaitLoop } from '../../src/model/await-loop.ts'
import type { Node } from '../../src/parse/node-types.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import type { Parsed } from '../../src/parse/parsed.ts'
import { walk } from '../../src/parse/walk.ts'
import type { Collection, Cut, OverlapVerdict } from '../../src/verdict/verdict.ts'

export interface Marked {
  readonly parsed: Parsed
  readonly verdict: OverlapVerdict
}

/**
 * A verdict on the outermost loop of a source in which the cut is drawn: `✂` after the last statement of the
 * overlapped part, or `«await f(x)»` around the expression that it ends with. A source without either overlaps whole.
 * A `«...»` in a statement that gathers is `collect`, everything else that is cut is `fission`.
 */
export function verdictOf(marked: string, filename: string): Marked {
  const scissors = marked.indexOf('✂')
  const open = marked.indexOf('«')
  const close = marked.indexOf('»') - 1
  const parsed = parseText(marked.replace(/[✂«»]/g, ''), filename)
  const loop = findAwaitLoops(parsed)[0]
  if (!loop) throw new Error('The source has no loop that awaits.')
  const cut = cutOf(parsed, loop, scissors, open, close)
  const collection = cut && gatheringOf(loop, cut)
  const verdict = cut === null ? 'concurrent' : collection ? 'collect' : 'fission'
  return { parsed, verdict: { loop, verdict, confidence: 'certain', reasons: [], cut, collection } }
}

function cutOf(parsed: Parsed, loop: AwaitLoop, scissors: number, open: number, close: number): Cut | null {
  if (scissors >= 0) {
    const statement = findNode(parsed, (node) => node.range[1] === scissors && isStatement(node))
    return { kind: 'after', statement: statement as TSESTree.Statement }
  }
  if (open < 0) return null
  const expression = findNode(parsed, ({ range }) => range[0] === open && range[1] === close) as TSESTree.Expression
  let statement: Node = expression
  const parent = loop.body.type === 'BlockStatement' ? loop.body : loop.node
  while (statement.parent !== parent) statement = statement.parent!
  return { kind: 'at', statement: statement as TSESTree.Statement, expression }
}

function isStatement({ type }: Node): boolean {
  return type.endsWith('Statement') || type === 'VariableDeclaration' || type.endsWith('Declaration')
}

function findNode(parsed: Parsed, matches: (node: Node) => boolean): Node {
  let found: Node | undefined
  walk(parsed.ast, parsed, (node) => {
    found ??= matches(node) ? node : undefined
  })
  if (!found) throw new Error('The marks of the cut fit no node.')
  return found
}

/** How the one statement that is left after the cut gathers. */
function gatheringOf({ body }: AwaitLoop, { kind, statement }: Cut): Collection | null {
  const list: readonly Node[] = body.type === 'BlockStatement' ? body.body : [body]
  const rest = list.slice(list.indexOf(statement) + (kind === 'after' ? 1 : 0))
  return rest.length === 1 ? collectionOf(rest[0]!) : null
}

function collectionOf(statement: Node): Collection | null {
  if (statement.type !== 'ExpressionStatement') return null
  const { expression } = statement
  if (expression.type === 'AssignmentExpression') {
    const { left, right, operator } = expression
    if (left.type === 'MemberExpression') return { kind: 'keyed', target: left.object }
    if (operator !== '=') return { kind: 'fold', target: left as TSESTree.Expression }
    return right.type === 'CallExpression' ? { kind: 'concat', target: left as TSESTree.Expression } : null
  }
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'MemberExpression') return null
  const { object, property } = expression.callee
  const kind = { push: 'push', set: 'map-set', add: 'set-add' }[(property as TSESTree.Identifier).name]
  return kind ? ({ kind, target: object } as Collection) : null
}
