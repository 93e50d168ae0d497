import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { ConcurrentCall } from './concurrent-call.ts'
import { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import type { Walk } from './loop-walk.ts'
import { rangeInParentheses } from './source-text.ts'
import { frameOf, terminatorAt } from './statement-frame.ts'

/**
 * Whole turns overlap; the body stays in place and becomes the callback's:
 *
 *     for (const x of xs) {        await pMap(xs, async (x) => {
 *       await save(x)        ->      await save(x)
 *     }                            }, { concurrency: 8 })
 */
export function mapForm(loop: AwaitLoop, walk: Walk, call: ConcurrentCall, parsed: Parsed): EditList {
  const edits = new EditList()
  const { start, end, indent } = frameOf(loop, [], parsed)
  const body = loop.body as TSESTree.Statement
  const open = `${call.open}async (${walk.parameter}) => `
  const close = `${call.close}${terminatorAt(end, parsed)}`
  for (const jump of loop.continues) edits.replace(jump.range[0], keywordEnd(jump), 'return')
  if (body.type === 'BlockStatement') {
    return edits.replace(start, body.range[0] + 1, `${open}{`).insert(body.range[1], close)
  }
  if (body.type === 'ExpressionStatement') {
    const [first, last] = valueRange(body.expression, parsed)
    return edits.replace(start, first, open).replace(last, end, close)
  }
  const upToBody = parsed.text.slice(loop.node.range[0], body.range[0])
  const head = upToBody.trimEnd().length + loop.node.range[0]
  const isOnOwnLine = parsed.text.slice(head, body.range[0]).includes('\n')
  const [before, after] = isOnOwnLine ? ['', `${fileStyle(parsed).newline}${indent}`] : [' ', ' ']
  return edits.replace(start, head, `${open}{${before}`.trimEnd()).insert(end, `${after}}${close}`)
}

/** End of `continue` or `continue label`, its semicolon left out. */
export function keywordEnd(jump: TSESTree.ContinueStatement): number {
  return jump.label ? jump.label.range[1] : jump.range[0] + 'continue'.length
}

/** `f(x)` of `await f(x)`: an async arrow waits for what it returns all the same. */
export function valueRange(expression: TSESTree.Expression, parsed: Parsed): [number, number] {
  if (expression.type !== 'AwaitExpression') return rangeInParentheses(expression, parsed)
  const [start] = rangeInParentheses(expression.argument, parsed)
  return [start, expression.range[1]]
}
