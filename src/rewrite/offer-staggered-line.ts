import type { TSESTree } from '@typescript-eslint/utils'
import { NextThat } from '../facts/next-that.ts'
import { firstThat } from '../facts/promises/waits-between.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { StaggeredLine } from '../verdict/staggered.ts'
import type { Draft } from './drafts.ts'
import { offersOf } from './drafts.ts'
import { EditList } from './edit-list.ts'
import { isDeclaredAround } from './fresh-name.ts'
import { insertAfter, isInList } from './insert-line.ts'
import type { Offers } from './rewrite.ts'
import { textInParentheses } from './source-text.ts'
import { AWAIT_TOGETHER, MARK_HANDLED } from './staggered-titles.ts'

/** Awaited together first where nothing stands between the awaits. */
export function offerForStaggeredLine(line: StaggeredLine, parsed: Parsed): Offers {
  const together = awaitTogether(line, parsed)
  const marked = markHandled(line, parsed)
  return offersOf(typeof together === 'string' ? [marked, together] : [together, marked], parsed)
}

/**
 * pb.catch(() => {})                    after   const pb = g()
 * Promise.resolve(pb).catch(() => {})   where that may be no promise
 */
function markHandled({ promises }: StaggeredLine, parsed: Parsed): Draft | RefusalCode {
  const edits = new EditList()
  const byStatement = new Map<Node, string[]>()
  for (const { started: { statement, variable: { name } }, isPromise } of promises) {
    if (!isPromise && isDeclaredAround('Promise', statement, parsed)) return 'unsupported-form'
    const handled = isPromise ? name : `Promise.resolve(${name})`
    const names = byStatement.get(statement)
    if (names) names.push(handled)
    else byStatement.set(statement, [handled])
  }
  for (const [statement, names] of byStatement) {
    if (!isInList(statement)) return 'unsupported-form'
    for (const name of names) insertAfter(edits, statement, `${name}.catch(() => {})`, parsed)
  }
  return { form: 'mark-handled', title: MARK_HANDLED, list: edits }
}

/** A statement that only awaits a promise by name: `const a = await pa`, `await pa`. */
interface PlainWait {
  readonly statement: TSESTree.Statement
  readonly wait: TSESTree.AwaitExpression
  /** `a` of `const a = await pa`. */
  readonly target: string | null
  readonly kind: string | null
}

/**
 * const a = await pa      ->   const [a, b] = await Promise.all([pa, pb])
 * const b = await pb
 */
function awaitTogether({ promises }: StaggeredLine, parsed: Parsed): Draft | RefusalCode {
  const [first] = promises
  const run = runAround(first!.wait, parsed)
  const waits = new Set<Node>(run.map(({ wait }) => wait))
  const other = new NextThat(first!.between.waits, (each) => !waits.has(each) && first!.takesTime(each))
  const isWhole = promises.every(({ wait, between }) => waits.has(wait) && !firstThat(between, other))
  const kinds = new Set(run.flatMap(({ kind }) => kind ?? []))
  if (run.length < 2 || !isWhole || kinds.size > 1) return 'unsupported-form'
  if (isDeclaredAround('Promise', first!.wait, parsed)) return 'unsupported-form'
  const values = run.map(({ wait }) => textInParentheses(wait.argument, parsed)).join(', ')
  const call = `await Promise.all([${values}])`
  const targets = run.slice(0, run.findLastIndex(({ target }) => target !== null) + 1).map(({ target }) => target ?? '')
  const [kind] = kinds
  const [start, end] = [run[0]!.statement.range[0], run.at(-1)!.statement.range[1]]
  const head = kind ? `${kind} [${targets.join(', ')}] = ` : ''
  const edits = new EditList().replace(start, end, `${head}${call}${parsed.text[end - 1] === ';' ? ';' : ''}`)
  return { form: 'await-together', title: AWAIT_TOGETHER, list: edits }
}

/** The longest run of statements around an await that do nothing but await names. */
function runAround(wait: Node, parsed: Parsed): readonly PlainWait[] {
  let statement = wait
  while (statement.parent && !('body' in statement.parent && Array.isArray(statement.parent.body))) statement = statement.parent
  const list = (statement.parent as TSESTree.BlockStatement | undefined)?.body ?? []
  const plain = list.map((each) => plainWaitOf(each, parsed))
  const at = list.indexOf(statement as TSESTree.Statement)
  if (!plain[at]) return []
  let [from, to] = [at, at]
  while (plain[from - 1]) from -= 1
  while (plain[to + 1]) to += 1
  return plain.slice(from, to + 1).filter((each) => each !== null)
}

function plainWaitOf(statement: TSESTree.Statement, parsed: Parsed): PlainWait | null {
  const isName = (node: Node | null): node is TSESTree.AwaitExpression =>
    node?.type === 'AwaitExpression' && node.argument.type === 'Identifier'
  if (statement.type === 'ExpressionStatement' && isName(statement.expression)) {
    return { statement, wait: statement.expression, target: null, kind: null }
  }
  if (statement.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return null
  const { id, init } = statement.declarations[0]!
  if (!isName(init) || id.typeAnnotation || statement.kind === 'var') return null
  return { statement, wait: init, target: parsed.text.slice(...id.range), kind: statement.kind }
}
