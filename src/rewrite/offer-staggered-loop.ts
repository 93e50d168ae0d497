import type { TSESTree } from '@typescript-eslint/utils'
import type { PromiseSign } from '../facts/promises/promise-sign.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import { waitsOf } from '../model/waits.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { isWithin, walk } from '../parse/walk.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { StaggeredLoop } from '../verdict/staggered.ts'
import type { Draft } from './drafts.ts'
import { offersOf } from './drafts.ts'
import { EditList } from './edit-list.ts'
import { freshName, isDeclaredAround } from './fresh-name.ts'
import { insertAfter, insertBefore, isInList } from './insert-line.ts'
import type { Offers } from './rewrite.ts'
import { rangeInParentheses, tokenAfter } from './source-text.ts'
import { AWAIT_TOGETHER, MARK_HANDLED } from './staggered-titles.ts'

/** Marked as handled first where the body works between the awaits, so that first results still come first. */
export function offerForStaggeredLoop(form: StaggeredLoop, parsed: Parsed): Offers {
  const drafts = [markHandled(form, parsed), awaitTogether(form, parsed)]
  return offersOf(worksBetween(form, parsed) ? drafts : drafts.toReversed(), parsed)
}

/**
 * for (const p of ps) p.catch(() => {})                    after the list was made, or before the loop
 * for (const p of ps) Promise.resolve(p).catch(() => {})   where those may be no promises
 */
function markHandled({ loop, list }: StaggeredLoop, parsed: Parsed): Draft | RefusalCode {
  const start = loop.node.parent.type === 'LabeledStatement' ? loop.node.parent : loop.node
  const made = list.variable?.defs[0]?.parent as Node | undefined
  const isPushed = list.pushes.length > 0
  const place = made && !isPushed ? made : start
  if (!isInList(place) || (isPushed && waitsWhileFilled({ loop, list }, parsed))) return 'unsupported-form'
  const edits = new EditList()
  const name = list.variable?.name ?? freshName(['promises', 'tasks'], place, parsed)
  if (!list.variable) nameList(edits, name, place, loop.source!, parsed)
  const arePromises = list.signs.every((sign) => SURELY_PROMISES.has(sign))
  if (!arePromises && isDeclaredAround('Promise', place, parsed)) return 'unsupported-form'
  const statement = marking(name, loop, arePromises, place, parsed)
  if (place === start) insertBefore(edits, place, statement, parsed)
  else insertAfter(edits, place, statement, parsed)
  return { form: 'mark-handled', title: MARK_HANDLED, list: edits }
}

/** The loop's own name for the element, where it has one. */
function marking(
  list: string,
  { element: { pattern }, kind }: AwaitLoop,
  arePromises: boolean,
  place: Node,
  parsed: Parsed,
): string {
  const isOwn = pattern?.type === 'Identifier' && kind === 'for-of'
  const name = isOwn ? pattern.name : freshName(['promise', 'task'], place, parsed)
  return `for (const ${name} of ${list}) ${arePromises ? name : `Promise.resolve(${name})`}.catch(() => {})`
}

const SURELY_PROMISES: ReadonlySet<PromiseSign> = new Set<PromiseSign>(['promise', 'unsure', 'entrusted', 'handled'])

/** for (const p of xs.map(f))   ->   const promises = xs.map(f)   for (const p of promises) */
function nameList(edits: EditList, name: string, place: Node, source: Node, parsed: Parsed): void {
  insertBefore(edits, place, `const ${name} = ${parsed.text.slice(...source.range)}`, parsed)
  edits.replace(source.range[0], source.range[1], name)
}

/** Whether the function waits after the first promise was added, and before the loop. */
function waitsWhileFilled({ loop, list }: Pick<StaggeredLoop, 'loop' | 'list'>, parsed: Parsed): boolean {
  const first = Math.min(...list.pushes.map(({ range }) => range[0]))
  const isElsewhere = list.pushes.some((push) => !isInSameFunction(push, loop.owner))
  const filling = outermostLoop(list.pushes[0]!, loop.node)
  return (
    isElsewhere ||
    waitsOf(loop.owner, parsed).some(
      (wait) => wait.range[0] < loop.node.range[0] && (wait.range[1] > first || (filling && isWithin(wait, filling))),
    )
  )
}

function isInSameFunction(node: Node, owner: Node): boolean {
  let around = node.parent
  while (around && !isFunction(around) && around.type !== 'Program') around = around.parent
  return around === owner
}

/** The outermost loop around the node that does not hold `outside` too. */
function outermostLoop(node: Node, outside: Node): Node | null {
  let found: Node | null = null
  for (let around = node.parent; around && !isFunction(around) && !isWithin(outside, around); around = around.parent) {
    if (/^(?:For|While|DoWhile)/.test(around.type)) found = around
  }
  return found
}

/**
 * for (const p of ps) {            for (const x of await Promise.all(ps)) {
 *   const x = await p         ->
 *   use(x)                           use(x)
 */
function awaitTogether({ loop, awaits }: StaggeredLoop, parsed: Parsed): Draft | RefusalCode {
  const { node, source, exits, kind } = loop
  const isStatement = node.type === 'ForOfStatement' && source !== null
  if (!isStatement || isDeclaredAround('Promise', node, parsed)) return 'unsupported-form'
  if (exits.length > 0) return 'keeps-exit'
  if (awaits.some((wait) => !isAlwaysReached(wait, node))) return 'unsupported-form'
  const edits = new EditList()
  const [start, end] = rangeInParentheses(source, parsed)
  edits.insert(start, 'await Promise.all(').insert(end, ')')
  if (kind === 'for-await') {
    const keyword = tokenAfter(node.range[0] + 'for'.length, parsed)!
    const gap = /^[ \t]*/.exec(parsed.text.slice(keyword.range[1]))![0].length
    edits.replace(keyword.range[0], keyword.range[1] + gap, '')
  } else if (!namesInHead({ loop, awaits }, edits, parsed)) {
    for (const wait of awaits) edits.replace(wait.range[0], plainStart(wait, parsed), '')
  }
  return { form: 'await-together', title: AWAIT_TOGETHER, list: edits }
}

/** Takes `const x = await p` at the start of the body into the head; false where the body does not start so. */
function namesInHead({ loop, awaits }: Pick<StaggeredLoop, 'loop' | 'awaits'>, edits: EditList, parsed: Parsed): boolean {
  const { body, element } = loop
  const first = body.type === 'BlockStatement' ? body.body[0] : undefined
  if (first?.type !== 'VariableDeclaration' || first.declarations.length !== 1 || awaits.length !== 1) return false
  const { id, init } = first.declarations[0]!
  const head = element.pattern
  if (init !== awaits[0] || !head || id.type !== 'Identifier' || id.typeAnnotation || first.kind !== 'const') return false
  const line = /^[ \t]*(?:\r?\n)?/.exec(parsed.text.slice(first.range[1]))![0].length
  const from = parsed.text.lastIndexOf('\n', first.range[0]) + 1
  const isOwnLine = parsed.text.slice(from, first.range[0]).trim() === ''
  edits.replace(head.range[0], head.range[1], id.name)
  edits.replace(isOwnLine ? from : first.range[0], first.range[1] + line, '')
  return true
}

/** Start of what is awaited, with its parentheses. */
function plainStart(wait: TSESTree.AwaitExpression, parsed: Parsed): number {
  return rangeInParentheses(wait.argument, parsed)[0]
}

/** No handler of its own around it, and no condition. */
function isAlwaysReached(wait: Node, loop: Node): boolean {
  for (let child = wait, node = wait.parent; node && node !== loop; child = node, node = node.parent) {
    if (/^(?:Try|Switch|For|While|DoWhile)/.test(node.type)) return false
    if ((node.type === 'IfStatement' || node.type === 'ConditionalExpression') && node.test !== child) return false
    if (node.type === 'LogicalExpression' && node.right === child) return false
  }
  return true
}

/** Whether a turn does more than gather what it awaits. */
function worksBetween({ loop, awaits }: StaggeredLoop, parsed: Parsed): boolean {
  let works = false
  walk(loop.body, parsed, (node) => {
    if (works || isFunction(node)) return 'skip'
    if (node.type === 'AwaitExpression') works ||= !awaits.includes(node)
    if (node.type === 'NewExpression') works = true
    if (node.type === 'CallExpression') works ||= !isPush(node)
  })
  return works
}

function isPush({ callee }: TSESTree.CallExpression): boolean {
  const node = plainExpression(callee)
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' && node.property.name === 'push'
}
