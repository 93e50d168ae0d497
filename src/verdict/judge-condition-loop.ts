import { awaitedExitOf } from '../facts/loops/awaited-exit.ts'
import { handlesFailure } from '../facts/loops/handles-failure.ts'
import { isFannedOut } from '../facts/loops/fan-out.ts'
import { authorCommentOf } from '../facts/loops/author-comment.ts'
import { namesWait, signOfName } from '../facts/signs/name-signs.ts'
import { walk } from '../parse/walk.ts'
import { authorReason } from './author-reason.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Reason } from './verdict.ts'

/** Which kind of serial loop a `while` is whose next turn depends on what this one found. */
export function judgeConditionLoop(question: Question): Reason {
  const { loop, parsed, turn, awaited } = question
  const comment = authorCommentOf(loop, parsed)
  if (comment) return authorReason(comment, loop.node)
  const asks =
    turn.marks.find(({ what }) => what === 'interactive') ??
    turn.opaque.find(({ name }) => name !== null && signOfName(name) === 'interactive')
  if (asks) return reason('interactive', asks.anchor, { name: asks.name ?? '' })
  const reads = turn.marks.find(({ what, row }) => what === 'one-at-a-time' && row.oneAtATime === 'stream')
  if (reads) return reason('stream', reads.anchor, { name: reads.name })
  const exit = awaitedExitOf(loop, awaited, parsed)
  if (exit && handlesFailure(loop, parsed)) return reason('retry', exit)
  if (isFannedOut(loop, parsed) || isWorker(question)) return reason('worker-loop', loop.node)
  const waits =
    turn.marks.find(({ what }) => what === 'pacing' || what === 'waits') ??
    turn.opaque.find(({ name, used }) => name !== null && namesWait(name) && used === 'discarded')
  if (waits) return reason('poll', waits.anchor, { name: waits.name ?? '' })
  return exit ? reason('early-exit', exit) : reason('carried-value', loop.node, { name: 'the condition' })
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
