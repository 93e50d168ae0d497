import type { TSESTree } from '@typescript-eslint/utils'
import type { OpaqueCall } from '../facts/effects/behaviour.ts'
import { lastName } from '../facts/effects/opaque-call.ts'
import { valueUseOf } from '../facts/effects/value-use.ts'
import { waitOf } from '../facts/effects/wait-of.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { asksPerson, namesPause, namesWait, namesWaitFor } from '../facts/signs/name-signs.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Parsed } from '../parse/parsed.ts'
import { isWithin } from '../parse/walk.ts'
import { isOnTheWay } from './kept-state.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Reason } from './verdict.ts'

/** A person is asked one thing at a time. */
export function interactive({ turn }: Question): Reason | null {
  const mark = turn.marks.find(({ what }) => what === 'interactive')
  if (mark) return reason('interactive', mark.anchor, { name: mark.name })
  const call = turn.opaque.find((one) => asksPerson(one.name, one.receiverNames) && !isReadAtOnce(one))
  return call ? reason('interactive', call.anchor, { name: call.name ?? '' }) : null
}

/** `select(box).attr('x', 1)`: a person's answer takes its time, so that nothing is read of it before it is awaited. */
export function isReadAtOnce({ call, awaited }: OpaqueCall): boolean {
  const member = call.parent
  if (awaited || member.type !== 'MemberExpression' || member.object !== call) return false
  return !(member.property.type === 'Identifier' && ['then', 'catch', 'finally'].includes(member.property.name))
}

/** `await import(path)`, of which nothing is used: a module that is loaded for what it does, after those before it. */
export function loadsForEffect({ turn, parsed }: Question): Reason | null {
  const load = turn.world.find(
    ({ world, used, anchor }) => world === 'modules' && used !== 'used' && valueUseOf(anchor, parsed) === 'discarded',
  )
  return load ? reason('ordered-effect', load.anchor, { name: load.name }) : null
}

/** The turn waits on purpose. */
export function pacing({ turn, parsed, loop }: Question): Reason | null {
  const mark = turn.marks.find(({ what }) => what === 'pacing')
  if (mark) return reason('pacing', mark.anchor, { name: mark.name })
  const call = turn.opaque.find(
    (one) => one.awaited && one.used === 'discarded' && one.name !== null && namesWait(one.name) && !isOnTheWay(one, parsed),
  )
  if (call) return reason('pacing', call.anchor, { name: call.name ?? '' })
  const beside = turn.opaque.find((one) => isPauseBeside(one, parsed))
  if (beside) return reason('pacing', beside.anchor, { name: beside.name ?? '' })
  const wait = loop.awaits.find((one) => pauses(one, parsed) || waitsBeforeWork(one, loop, parsed))
  return wait ? reason('pacing', wait, { name: waitedFor(wait) ?? '' }) : null
}

/** `await Promise.all([load(x), sleep(100)])` */
function isPauseBeside({ depth, name, call }: OpaqueCall, parsed: Parsed): boolean {
  return depth === undefined && name !== null && namesPause(name) && waitOf(call, parsed) === 'time'
}

/** `await clock.sleep(100)`, of which the body may be known and not the timer in it. */
function pauses(wait: TSESTree.AwaitExpression, parsed: Parsed): boolean {
  const name = waitedFor(wait)
  return name !== null && namesPause(name) && valueUseOf(wait.argument, parsed) === 'discarded'
}

/** `await waitForReady(x); await change(x)`: what follows relies on what it waited for, which turns before may undo. */
function waitsBeforeWork(wait: TSESTree.AwaitExpression, loop: AwaitLoop, parsed: Parsed): boolean {
  const name = waitedFor(wait)
  const isLast = loop.body.type !== 'BlockStatement' || isWithin(wait, loop.body.body.at(-1)!)
  return name !== null && namesWaitFor(name) && !isLast && valueUseOf(wait.argument, parsed) === 'discarded'
}

function waitedFor({ argument }: TSESTree.AwaitExpression): string | null {
  const call = plainExpression(argument)
  return call.type === 'CallExpression' ? lastName(plainExpression(call.callee)) : null
}
