import { awaitedExitOf } from '../facts/loops/awaited-exit.ts'
import { authorCommentOf } from '../facts/loops/author-comment.ts'
import { namesWait, signOfName } from '../facts/signs/name-signs.ts'
import { walk } from '../parse/walk.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Reason } from './verdict.ts'

/** Which kind of serial loop a `while` is whose next turn depends on what this one found. */
export function judgeConditionLoop(question: Question): Reason {
  const { loop, parsed, turn, awaited } = question
  if (authorCommentOf(loop, parsed)) return reason('author-says', loop.node)
  const asks = turn.marks.find(({ what }) => what === 'interactive')
    ?? turn.opaque.find(({ name }) => name !== null && signOfName(name) === 'interactive')
  if (asks) return reason('interactive', asks.anchor, { name: asks.name ?? '' })
  const reads = turn.marks.find(({ what, row }) => what === 'one-at-a-time' && row.oneAtATime === 'stream')
  if (reads) return reason('stream', reads.anchor, { name: reads.name })
  const exit = awaitedExitOf(loop, awaited, parsed)
  if (exit && hasTry(question)) return reason('retry', exit)
  const waits = turn.marks.find(({ what }) => what === 'pacing')
    ?? turn.opaque.find(({ name, used }) => name !== null && namesWait(name) && used === 'discarded')
  if (waits) return reason('poll', waits.anchor, { name: waits.name ?? '' })
  if (isWorker(question)) return reason('worker-loop', loop.node)
  return exit ? reason('early-exit', exit) : reason('carried-value', loop.node, { name: 'the condition' })
}

function hasTry({ loop, parsed }: Question): boolean {
  let found = false
  walk(loop.body, parsed, (node) => {
    if (node.type === 'TryStatement' && node.handler) found = true
    if (found || node.type.includes('Function')) return 'skip'
  })
  return found
}

/** while (true) { const i = cursor++; ... } */
function isWorker({ loop, parsed }: Question): boolean {
  if (loop.node.type !== 'WhileStatement' || loop.node.test.type !== 'Literal') return false
  let found = false
  walk(loop.body, parsed, (node) => {
    if (node.type === 'VariableDeclarator' && node.init?.type === 'UpdateExpression') found = true
    if (found || node.type.includes('Function')) return 'skip'
  })
  return found
}
