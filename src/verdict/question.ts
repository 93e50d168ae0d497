import type { Behaviour } from '../facts/effects/behaviour.ts'
import { collectBehaviour } from '../facts/effects/collect-behaviour.ts'
import type { Region } from '../facts/effects/region.ts'
import type { Variable } from '@typescript-eslint/scope-manager'
import { keyedSourceOf } from '../facts/loops/keyed-source.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import type { AwaitedValues } from '../facts/loops/awaited-values.ts'
import { awaitedValuesOf } from '../facts/loops/awaited-values.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { ReasonCode } from './reason-codes.ts'
import type { Reason } from './verdict.ts'

/** One loop and the facts about it, each found when first asked for. */
export interface Question {
  readonly loop: AwaitLoop
  readonly parsed: Parsed
  readonly options: Pick<Options, 'knownCalls'>
  readonly region: Region
  readonly awaited: AwaitedValues
  readonly turn: Behaviour
}

export function askAbout(loop: AwaitLoop, parsed: Parsed, options: Pick<Options, 'knownCalls'>): Question {
  const keyed = keyedSourceOf(loop, parsed, options.knownCalls)
  const region: Region = {
    parsed,
    knownCalls: options.knownCalls,
    node: loop.kind === 'reduce' || loop.kind === 'from-async' || loop.kind === 'then-chain' ? loop.owner : loop.node,
    elements: new Set(elementsOf(loop, parsed)),
    bound: new Map(),
    ...(keyed && { keyed }),
  }
  let awaited: AwaitedValues | undefined
  let turn: Behaviour | undefined
  return {
    loop,
    parsed,
    options,
    region,
    get awaited() {
      return (awaited ??= awaitedValuesOf(loop, parsed))
    },
    get turn() {
      return (turn ??= collectBehaviour(turnParts(loop), region))
    },
  }
}

export function reason(code: ReasonCode, node: Node, data: Readonly<Record<string, string>> = {}): Reason {
  return { code, node, data }
}

/** Names that are other ones in each turn; the index of a counter, too, though it is declared outside. */
function elementsOf(loop: AwaitLoop, parsed: Parsed): readonly Variable[] {
  const { pattern, variables } = loop.element
  const index = loop.bound && pattern && variables.length === 0 ? variableOf(pattern, parsed) : null
  return index ? [index] : variables
}

function turnParts(loop: AwaitLoop): readonly Node[] {
  const { node } = loop
  if (node.type === 'ForStatement' && loop.kind === 'condition') {
    return [node.test, node.body, node.update].filter((part) => part !== null)
  }
  if (node.type === 'WhileStatement' || node.type === 'DoWhileStatement') return [node.test, node.body]
  // for (using file of files): it is let go when the turn ends.
  if (loop.element.declared === 'using' && node.type === 'ForOfStatement') return [node.left, loop.body]
  return [loop.body]
}
