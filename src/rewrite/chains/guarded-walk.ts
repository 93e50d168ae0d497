import type { TSESTree } from '@typescript-eslint/utils'
import { variableOf } from '../../facts/scopes/variable-of.ts'
import { isNeverReassigned } from '../../facts/scopes/binding.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { ChainForm } from '../../verdict/chains.ts'
import type { RefusalCode } from '../../verdict/reason-codes.ts'
import type { Draft } from '../drafts.ts'
import { EditList } from '../edit-list.ts'
import { fileStyle } from '../file-style.ts'
import { indentAt, rangeInParentheses } from '../source-text.ts'
import type { Step } from './chain-steps.ts'
import { stepsOf } from './chain-steps.ts'
import { isOptional } from './fused-loop.ts'
import { moveSource } from './moved-stages.ts'
import { linesOf } from './predicate-text.ts'
import { seesIndex } from './sees-index.ts'

/**
 *     for (const y of xs.filter(f).map(g)) { ...; break }
 *
 *     for (const x of xs) { if (!f(x)) continue; const y = g(x); ...; break }
 */
export function guardedWalk({ chain, isArray }: ChainForm, parsed: Parsed): Draft | RefusalCode {
  const { consumer, stages, held } = chain
  if ((consumer.kind !== 'loop' && consumer.kind !== 'walk') || isOptional(chain)) return 'unsupported-form'
  const { left, body, right } = consumer.node
  const pattern = left.type === 'VariableDeclaration' && left.kind === 'const' ? left.declarations[0]?.id : null
  const first = body.type === 'BlockStatement' ? body.body[0] : null
  if (!pattern || !first || body.type !== 'BlockStatement' || first.loc.start.line === body.loc.start.line) return 'unsupported-form'
  if (!isArray) return 'no-array'
  if (seesIndex(chain, parsed)) return 'sees-index'
  const wanted = pattern.type === 'Identifier' && isConstant(pattern, parsed) ? pattern.name : null
  const namedAtEnd = wanted === null ? 1 : 2
  const around = { place: consumer.node, wanted, namedAtEnd, body: [pattern, body], walked: chain.source }
  const steps = stepsOf(stages, null, around, parsed)
  if (!steps) return 'unsupported-form'
  const written = parsed.text.slice(...pattern.range)
  const isSame = steps.value.text === wanted
  const all: readonly Step[] = isSame ? steps.steps : [...steps.steps, { kind: 'name', name: written, piece: steps.value }]
  const list = new EditList()
  list.replace(pattern.range[0], pattern.range[1], steps.element)
  if (held && !moveSource(list, chain, parsed)) return 'unsupported-form'
  if (!held) list.replace(rangeInParentheses(stages[0]!.callee.object, parsed)[1], right.range[1], '')
  const { newline } = fileStyle(parsed)
  const indent = indentAt(first.range[0], parsed)
  list.insert(body.range[0] + 1, linesOf(all, 'continue', parsed, first).map((line) => `${newline}${indent}${line}`).join(''))
  return { form: 'fused-loop', title: TITLES[consumer.kind], list }
}

const TITLES = {
  loop: 'Do the work of the stages in the loop (elements after its end are not examined; a stage that fails does so after earlier turns).',
  walk: 'Do the work of the stages in the loop (a stage that fails does so after earlier turns).',
}

function isConstant(name: TSESTree.Identifier, parsed: Parsed): boolean {
  const variable = variableOf(name, parsed)
  return variable !== null && isNeverReassigned(variable)
}
