import type { TSESTree } from '@typescript-eslint/utils'
import type { PromiseList } from '../facts/promises/promise-list.ts'
import { promiseListOf } from '../facts/promises/promise-list.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import { findAwaitLoops } from '../model/find-await-loops.ts'
import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { isWithin } from '../parse/walk.ts'
import type { FormVerdict } from './form-verdict.ts'
import { keep, unknown } from './form-verdict.ts'
import { reason } from './question.ts'
import { quietReason } from './quiet.ts'
import type { StaggeredLoop } from './staggered.ts'

/** Loops that await elements which have been started before: whether a later one is without a handler meanwhile. */
export function judgeStaggeredLoops(parsed: Parsed, { knownCalls }: Pick<Options, 'knownCalls'>): StaggeredLoop[] {
  return findAwaitLoops(parsed).flatMap((loop): StaggeredLoop[] => {
    const waited = waitedElements(loop, parsed)
    if (!waited || !loop.source) return []
    const list = promiseListOf(loop.source, waited.walked, parsed, knownCalls)
    if (!list) return []
    return [{ kind: 'loop', loop, list, awaits: waited.awaits, verdict: judge(loop, list, waited, parsed) }]
  })
}

interface Waited {
  readonly awaits: readonly TSESTree.AwaitExpression[]
  /** Uses of the list by the loop itself. */
  readonly walked: readonly Node[]
  /** A use of the element that is no await: `log(p)`. */
  readonly otherUse: Node | null
}

/** The awaits of the loop's own element; null where it awaits no element. */
function waitedElements(loop: AwaitLoop, parsed: Parsed): Waited | null {
  const source = loop.source && plainExpression(loop.source)
  if (!source) return null
  if (loop.kind === 'for-await') return { awaits: [], walked: [source], otherUse: null }
  if (loop.kind === 'index') return waitedByIndex(loop, source, parsed)
  const { pattern, variables, declared } = loop.element
  if (loop.kind !== 'for-of' || pattern?.type !== 'Identifier' || declared === 'assigned') return null
  const names = variables.flatMap((variable) => variable.references).filter(({ init }) => !init)
  const uses = names.map(({ identifier }) => identifier as Node)
  const awaits = loop.awaits.filter(({ argument }) => uses.includes(plainExpression(argument)))
  const awaited = awaits.map(({ argument }) => plainExpression(argument))
  const other = uses.find((name) => isWithin(name, loop.body) && !awaited.includes(name))
  return awaits.length === 0 ? null : { awaits, walked: [source], otherUse: other ?? null }
}

/** for (let i = 0; i < ps.length; i++) use(await ps[i]) */
function waitedByIndex({ awaits, source, element }: AwaitLoop, list: Node, parsed: Parsed): Waited | null {
  const variable = list.type === 'Identifier' ? variableOf(list, parsed) : null
  const index = element.variables[0]
  if (!variable || !index || !source) return null
  const found = awaits.filter(({ argument }) => {
    const node = plainExpression(argument)
    if (node.type !== 'MemberExpression' || !node.computed) return false
    const [object, property] = [plainExpression(node.object), plainExpression(node.property)]
    return variableOf(object, parsed) === variable && variableOf(property, parsed) === index
  })
  const uses = found.map(({ argument }) => (plainExpression(argument) as TSESTree.MemberExpression).object)
  return found.length === 0 ? null : { awaits: found, walked: [list, ...uses.map(plainExpression)], otherUse: null }
}

function judge(loop: AwaitLoop, list: PromiseList, { otherUse, awaits }: Waited, parsed: Parsed): FormVerdict {
  const place = awaits[0] ?? loop.node
  const quiet = quietReason(loop.node, parsed)
  if (quiet) return keep(quiet)
  const other = otherUse ?? list.otherUse
  if (other) return keep(reason('passed-on', other, { name: parsed.text.slice(...other.range) }))
  const atRisk = list.signs.filter((sign) => sign !== 'handled' && sign !== 'harmless')
  if (atRisk.includes('other') || atRisk.includes('lazy')) return unknown(reason('maybe-not-started', loop.source!))
  if (atRisk.length === 0 || list.isSingle) return keep(reason('handled', loop.source!))
  const named = awaits[0]?.argument ?? loop.element.pattern ?? loop.source!
  const element = parsed.text.slice(...named.range)
  const isSure = atRisk.every((sign) => sign === 'promise')
  return {
    verdict: 'repair',
    confidence: isSure ? 'certain' : atRisk.every((sign) => sign === 'entrusted') ? 'possible' : 'likely',
    reasons: [
      reason('no-handler', place, { name: element }),
      reason(isSure ? 'surely-promise' : 'likely-promise', loop.source!, { name: element }),
    ],
  }
}
