import type { OperationNode } from '../model/await-run.ts'
import type { Options } from '../options.ts'
import { mayAwaitTwice } from '../parse/may-await-twice.ts'
import type { Parsed } from '../parse/parsed.ts'
import { offerGroupedAwaits } from '../rewrite/offer-grouped-awaits.ts'
import type { GroupedForm } from '../verdict/grouped.ts'
import { judgeAwaitRuns } from '../verdict/judge-await-runs.ts'
import type { Answer } from './answer.ts'
import { answerOf } from './finding-of.ts'
import { describeReason } from './reason-words.ts'
import type { ReportRule } from './report-rule.ts'

/** Operations that are awaited one after the other, though none of them needs another. */
export const noSerialAwaits: ReportRule = {
  name: 'no-serial-awaits',
  preset: 'recommended',
  tellsOfTests: false,
  mayApply: mayAwaitTwice,
  answers: answerSerialAwaits,
}

function answerSerialAwaits(parsed: Parsed, options: Options): Answer[] {
  return judgeAwaitRuns(parsed, options).map((grouped) => {
    const { run, members, verdict } = grouped
    const [first] = members
    const node = run.container ?? first!.node
    const form = { node, mark: first!.wait, owner: run.owner, kind: run.container ? 'parts' : 'statements' }
    return answerOf(noSerialAwaits, form, verdict, messageOf(grouped, parsed), () =>
      offerGroupedAwaits(grouped, parsed, options),
    )
  })
}

function messageOf({ members, verdict }: GroupedForm, { text }: Parsed): string {
  const [main] = verdict.reasons
  if (verdict.confidence === null) return `The awaits follow one another. ${describeReason(main!)}`
  const names = members.map(({ operation }) => nameOf(operation, text))
  const none = names.length === 2 ? 'neither needs the other' : 'none needs another'
  return `${listOf(names)} are awaited one after the other, and ${none}. ${CHANGE}`
}

function listOf(names: readonly string[]): string {
  if (new Set(names).size === 1) return `${names.length === 2 ? 'Two' : 'Several'} calls of ${names[0]}`
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

const CHANGE =
  'Together all start at once. When one fails the others have started, and of several failures the first in time is thrown.'

/** `api.users`, or the last name of what is longer. */
function nameOf(operation: OperationNode, text: string): string {
  if (operation.type === 'ImportExpression') return '`import()`'
  const { range } = operation.type === 'TaggedTemplateExpression' ? operation.tag : operation.callee
  const name = text.slice(...range)
  return `\`${/^[\w$.?!#]{1,40}$/.test(name) ? name : (name.split(/[^\w$]/).at(-1) || 'call')}\``
}
