import { nameOfFunction } from '../facts/callees/name-of-function.ts'
import { isPromiseCombinator, isFannedOut } from '../facts/loops/fan-out.ts'
import { authorCommentOf } from '../facts/loops/author-comment.ts'
import { awaitedExitOf } from '../facts/loops/awaited-exit.ts'
import { ANY_KEY } from '../facts/effects/place.ts'
import { refsOf } from '../facts/effects/refs.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import { rollbackOf } from '../facts/loops/rollback.ts'
import { isMigrationFile, isTestFile } from '../facts/signs/path-signs.ts'
import { namesBatch, namesSeries } from '../facts/signs/name-signs.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { isWithin, walk } from '../parse/walk.ts'
import { isKnownCollection } from '../facts/loops/iteration-source.ts'
import { handlesFailure } from '../facts/loops/handles-failure.ts'
import { takesElement } from '../facts/loops/takes-element.ts'
import { interactive, loadsForEffect, pacing } from './asks-and-waits.ts'
import { authorReason } from './author-reason.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import { sourceChanges } from './source-changes.ts'
import type { Reason } from './verdict.ts'

/** Why a loop stays as it is, whatever its operations are; asked in this order, the first that answers counts. */
export const SILENCES: readonly ((question: Question) => Reason | null)[] = [
  authorSays,
  inSeries,
  testCode,
  migration,
  unknownStream,
  alreadyStarted,
  oddStep,
  indexMoves,
  retry,
  sameCall,
  batching,
  fannedOut,
  interactive,
  loadsForEffect,
  pacing,
  exitsProcess,
  sourceChanges,
  earlyExit,
  rollback,
]

function authorSays({ loop, parsed }: Question): Reason | null {
  const comment = authorCommentOf(loop, parsed)
  return comment && authorReason(comment, loop.node)
}

/** async function mapSeries(xs, f) { for (const x of xs) out.push(await f(x)) } */
function inSeries({ loop }: Question): Reason | null {
  const name = isFunction(loop.owner) ? nameOfFunction(loop.owner) : null
  return name !== null && namesSeries(name) ? reason('ordered-effect', loop.node, { name }) : null
}

function migration({ loop, parsed }: Question): Reason | null {
  return isMigrationFile(parsed.filename) ? reason('ordered-effect', loop.node, { name: 'a migration' }) : null
}

function testCode({ loop, parsed }: Question): Reason | null {
  return isTestFile(parsed.filename) ? reason('test-code', loop.node) : null
}

/** for await (const chunk of stream) */
function unknownStream({ loop, region }: Question): Reason | null {
  return loop.kind === 'for-await' && !isKnownCollection(loop, region)
    ? reason('stream', loop.node, { name: 'for await' })
    : null
}

/** for (const p of promises) use(await p); await started[i] */
function alreadyStarted({ loop, region, parsed }: Question): Reason | null {
  const started =
    loop.awaits.length > 0 &&
    loop.awaits.every(({ argument }) => {
      const node = plainExpression(argument)
      if (loop.kind === 'queue' && isTakenFrom(node, loop, parsed)) return true
      if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false
      return refsOf(node, region).every(({ root }) => root.kind !== 'fresh' && root.kind !== 'opaque')
    })
  return started || awaitsElement(loop, parsed) ? reason('already-started', loop.awaits[0]!) : null
}

/** while (promises.length > 0) await promises.shift() */
function isTakenFrom(node: Node, { source }: AwaitLoop, { text }: Parsed): boolean {
  const from = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee.object : null
  return from !== null && source !== null && text.slice(...from.range) === text.slice(...source.range)
}

/** for (const p of promises) { const data = await p; await save(data) }: `no-staggered-await` tells of these. */
function awaitsElement({ kind, element, awaits }: AwaitLoop, parsed: Parsed): boolean {
  if (kind !== 'for-of' || element.pattern?.type !== 'Identifier') return false
  const [variable] = element.variables
  const names = awaits.map(({ argument }) => variableOf(plainExpression(argument), parsed))
  return variable !== undefined && names.includes(variable)
}

/** for (let i = 0; i < xs.length; i += 10) */
function oddStep({ loop }: Question): Reason | null {
  const counted = loop.kind === 'index' || loop.kind === 'counter'
  if (!counted || loop.step === 1) return null
  return loop.step === -1
    ? reason('carried-value', loop.node, { name: 'the falling index' })
    : reason('batching', loop.node)
}

/** while (i < xs.length) { ...; if (c) i += 2; i++ } */
function indexMoves({ loop, region, parsed }: Question): Reason | null {
  const index = loop.bound && loop.element.pattern && variableOf(loop.element.pattern, parsed)
  if (!index) return null
  const moves = index.references.filter(
    (reference) => reference.isWrite() && !reference.init && isWithin(reference.identifier as Node, region.node),
  )
  return moves.length > 1 ? reason('carried-value', moves[0]!.identifier as Node, { name: index.name }) : null
}

/** for (let attempt = 0; attempt < 3; attempt++) try { return await f() } catch { ... } */
function retry(question: Question): Reason | null {
  const { loop, region, awaited, parsed } = question
  const exit = awaitedExitOf(loop, awaited, parsed)
  // The turn is told last, as that takes longest.
  if (!exit || !handlesFailure(loop, parsed)) return null
  const waits = question.turn.marks.filter(({ what }) => what === 'pacing').map(({ anchor }) => anchor)
  const work = loop.awaits.filter((node) => !waits.some((wait) => isWithin(wait, node)))
  const repeats = work.every((node) => !takesElement(node, region, loop))
  return repeats ? reason('retry', exit) : null
}

/** The turn does not use the element: it repeats one call. */
function sameCall({ loop, parsed, region }: Question): Reason | null {
  if (loop.kind === 'queue') return null
  const names = region.elements
  let used = false
  walk(loop.body, parsed, (node) => {
    const variable = node.type === 'Identifier' ? variableOf(node, parsed) : null
    if (variable && names.has(variable)) used = true
    if (used) return 'skip'
  })
  return used ? null : reason('same-call', loop.node)
}

/**
 * An element that is many already, by what is done with it or by its name:
 *
 *     for (const level of levels) await Promise.all(start(level))        for (const chunk of chunks) await send(chunk)
 */
function batching(question: Question): Reason | null {
  const { loop, parsed, region } = question
  const isBatch = (argument: Node): boolean => {
    const node = plainExpression(argument)
    if (node.type !== 'CallExpression' || !isPromiseCombinator(node.callee, parsed)) return false
    return node.arguments.some((list) => list.type !== 'ArrayExpression' && takesElement(list, region, loop))
  }
  const all = loop.awaits.length > 0 && loop.awaits.every(({ argument }) => isBatch(argument))
  const { pattern } = loop.element
  const named = pattern?.type === 'Identifier' && namesBatch(pattern.name) && !isThingOfItsOwn(question)
  return all || named ? reason('batching', loop.awaits[0] ?? loop.node) : null
}

/** `chunk.fileName`: what a turn looks at is no list, whatever its name. */
function isThingOfItsOwn({ turn }: Question): boolean {
  return turn.accesses.some(
    ({ place, slot }) =>
      slot === true &&
      'ref' in place &&
      place.ref.root.kind === 'element' &&
      !LIST_KEYS.has(place.ref.path[0] ?? ANY_KEY),
  )
}

const LIST_KEYS = new Set([ANY_KEY, 'length', 'size', '0'])

function fannedOut({ loop, parsed }: Question): Reason | null {
  return isFannedOut(loop, parsed) ? reason('worker-loop', loop.node) : null
}

function exitsProcess({ turn, loop, awaited }: Question): Reason | null {
  const mark = turn.marks.find(({ what }) => what === 'exits')
  return mark && awaited.has(loop.body) ? reason('early-exit', mark.anchor, { name: mark.name }) : null
}

function earlyExit({ loop, awaited, parsed }: Question): Reason | null {
  const exit = awaitedExitOf(loop, awaited, parsed)
  return exit && reason('early-exit', exit)
}

function rollback({ loop, parsed }: Question): Reason | null {
  const call = rollbackOf(loop, parsed)
  return call && reason('rollback', call)
}
