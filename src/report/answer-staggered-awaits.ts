import type { Options } from '../options.ts'
import { mayAwaitName } from '../parse/may-await-name.ts'
import type { Parsed } from '../parse/parsed.ts'
import { offerForStaggeredLine } from '../rewrite/offer-staggered-line.ts'
import { offerForStaggeredLoop } from '../rewrite/offer-staggered-loop.ts'
import type { Offers } from '../rewrite/rewrite.ts'
import { judgeStaggeredLines } from '../verdict/judge-staggered-lines.ts'
import { judgeStaggeredLoops } from '../verdict/judge-staggered-loops.ts'
import type { StaggeredLine, StaggeredLoop } from '../verdict/staggered.ts'
import type { Answer, Form } from './answer.ts'
import { answerOf } from './finding-of.ts'
import { describeReason } from './reason-words.ts'
import type { ReportRule } from './report-rule.ts'

/** Promises that were started, and are awaited one by one without a handler. */
export const noStaggeredAwait: ReportRule = {
  name: 'no-staggered-await',
  preset: 'recommended',
  tellsOfTests: false,
  mayApply: mayAwaitName,
  answers: answerStaggeredAwaits,
}

function answerStaggeredAwaits(parsed: Parsed, options: Options): Answer[] {
  const forms = [...judgeStaggeredLoops(parsed, options), ...judgeStaggeredLines(parsed, options)]
  return forms
    .map((staggered) => answerTo(staggered, parsed))
    .sort((a, b) => a.form.node.range[0] - b.form.node.range[0])
}

function answerTo(staggered: StaggeredLoop | StaggeredLine, parsed: Parsed): Answer {
  const { verdict } = staggered
  const form = staggered.kind === 'loop' ? formOfLoop(staggered) : formOfLine(staggered)
  return answerOf(noStaggeredAwait, form, verdict, messageOf(staggered), () => offersFor(staggered, parsed))
}

function offersFor(staggered: StaggeredLoop | StaggeredLine, parsed: Parsed): Offers {
  return staggered.kind === 'loop' ? offerForStaggeredLoop(staggered, parsed) : offerForStaggeredLine(staggered, parsed)
}

function formOfLoop({ loop, awaits }: StaggeredLoop): Form {
  return { node: loop.node, mark: awaits[0] ?? loop.node, owner: loop.owner, kind: loop.kind }
}

/** The first statement of the line that awaits one of the promises. */
function formOfLine({ promises }: StaggeredLine): Form {
  const [first] = promises.map(({ wait }) => wait).sort((a, b) => a.range[0] - b.range[0])
  let node = first!.parent
  while (node.parent && !/(?:Statement|Declaration)$/.test(node.type)) node = node.parent
  return { node, mark: first!, owner: promises[0]!.started.owner, kind: 'line' }
}

function messageOf({ kind, verdict, ...staggered }: StaggeredLoop | StaggeredLine): string {
  const [main] = verdict.reasons
  if (verdict.confidence === null) return `The promise is no danger, or it could not be told. ${describeReason(main!)}`
  if (kind === 'loop') return `The loop awaits promises that have been started, one by one. ${DANGER}`
  const [first] = (staggered as StaggeredLine).promises
  return `\`${first!.started.variable.name}\` was started before, and something else is awaited first. ${DANGER}`
}

const DANGER = 'A failure meanwhile has no handler, which ends a process of Node.'
