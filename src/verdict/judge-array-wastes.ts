import type { Reference } from '@typescript-eslint/scope-manager'
import { behaviourOfCode } from '../facts/arrays/code-effects.ts'
import { objectUseOf } from '../facts/arrays/object-use.ts'
import { parametersOf } from '../facts/chains/parameters-of.ts'
import { accessesMeet } from '../facts/effects/accesses-meet.ts'
import type { Region } from '../facts/effects/region.ts'
import { regionAt } from '../facts/effects/region.ts'
import { isArrayByType, literalLengthOf } from '../facts/rewrite-legality/arrayness.ts'
import { isInert } from '../facts/rewrite-legality/inert.ts'
import { isNeverReassigned, referencesOf } from '../facts/scopes/binding.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import { looksLikeArray } from '../facts/signs/array-signs.ts'
import type { ArrayWaste } from '../model/array-waste.ts'
import { findArrayWastes } from '../model/find-array-wastes.ts'
import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { isWithin } from '../parse/walk.ts'
import type { FormVerdict } from './form-verdict.ts'
import { keep, unknown } from './form-verdict.ts'
import { reason } from './question.ts'
import { quietReason } from './quiet.ts'
import type { Confidence } from './verdict.ts'

export interface WasteForm {
  readonly waste: ArrayWaste
  readonly verdict: FormVerdict
}

/** Arrays and objects that are made anew for each element, or to count with. */
export function judgeArrayWastes(parsed: Parsed, { knownCalls }: Pick<Options, 'knownCalls'>): WasteForm[] {
  const file: Region = { parsed, knownCalls, node: parsed.ast, elements: new Set(), bound: new Map() }
  return findArrayWastes(parsed).map((waste) => {
    const quiet = quietReason(waste.node, parsed)
    return { waste, verdict: quiet ? keep(quiet) : judge(waste, regionAt(waste.owner, file)) }
  })
}

function judge(waste: ArrayWaste, region: Region): FormVerdict {
  switch (waste.kind) {
    case 'spread-in-loop':
      return judgeLoop(waste, region)
    case 'range':
      return judgeRange(waste, region)
    default:
      return judgeReduce(waste, region)
  }
}

type Waste<Kind extends ArrayWaste['kind']> = Extract<ArrayWaste, { kind: Kind }>

/**
 * `all = [...all, x]`: nobody else may hold what `all` was in an earlier turn. Nor may another function let it grow:
 * what that adds while `x` is made is not in the copy, but would be in the array.
 */
function judgeLoop({ node, name, loop, declarator, added }: Waste<'spread-in-loop'>, region: Region): FormVerdict {
  const variable = variableOf(name, region.parsed)
  const held = reason('used-otherwise', node)
  if (!variable || declarator.init?.type !== 'ArrayExpression') return keep(held)
  if (added.some((element) => element.type === 'SpreadElement' && !isShort(element.argument, region.parsed))) return keep(held)
  const isFine = (reference: Reference): boolean => {
    const use = reference.identifier as Node
    if (reference.init) return true
    if (functionAround(use) !== functionAround(name)) return false
    if (isOwn(use, name.name)) return true
    if (!isWithin(use, loop) && use.range[0] > loop.range[1]) return true
    const kind = objectUseOf(use, region)
    return !reference.isWrite() && (kind === 'reads' || kind === 'returns') && !isWithin(node, expressionAround(use))
  }
  if (!referencesOf(variable).every(isFine)) return keep(held)
  return { verdict: 'lazy', confidence: 'certain', reasons: [reason('copied-each-turn', node, { name: name.name })] }
}

/** [...all, ...xs] with many `xs` would be too many arguments for `push`. */
function isShort(node: Node, parsed: Parsed): boolean {
  return literalLengthOf(node, parsed) !== null
}

/** Either name of `all = [...all, x]`. */
function isOwn(use: Node, name: string): boolean {
  const { parent } = use
  const spread = parent?.type === 'SpreadElement' ? parent.parent : null
  const list = spread?.type === 'ArrayExpression' && spread.elements[0] === parent ? spread.parent : parent
  return list?.type === 'AssignmentExpression' && list.left.type === 'Identifier' && list.left.name === name &&
    list.parent.type === 'ExpressionStatement' && list.right.type === 'ArrayExpression' && (list.left === use || spread !== null)
}

/** The statement or loop that is at work with what the name holds. */
function expressionAround(use: Node): Node {
  return use.parent?.type === 'ForOfStatement' && use.parent.right === use ? use.parent : use.parent!
}

function functionAround(node: Node): Node | undefined {
  let around = node.parent
  while (around && !isFunction(around)) around = around.parent
  return around
}

/** The accumulator is spread, and nothing else is done with it. */
function judgeReduce({ node, callback, source, literal }: Waste<'reduce-array' | 'reduce-object'>, { parsed }: Region): FormVerdict {
  if ((parametersOf(callback, parsed) ?? 4) > 3) return keep(reason('callback-sees-array', callback))
  const [all] = parsed.scopes.getDeclaredVariables(callback)
  if (!all || all.references.length !== 1) return keep(reason('used-otherwise', literal))
  const isSure = isArrayByType(source, parsed)
  const name = all.name
  if (!isSure && !looksLikeArray(source, parsed)) return unknown(reason('receiver-unknown', source, { name: parsed.text.slice(...source.range).split('\n')[0]!.slice(0, 40) }))
  const confidence: Confidence = isSure && literal.type === 'ArrayExpression' ? 'certain' : 'likely'
  return { verdict: 'lazy', confidence, reasons: [reason('copied-each-turn', node, { name })] }
}

/** `Array.from({ length: n }, (_, i) => i)` that is only counted with. */
function judgeRange({ node, loop, end }: Waste<'range'>, region: Region): FormVerdict {
  if (!isInert(end) || end.type === 'BinaryExpression') return keep(reason('used-otherwise', node))
  const [index] = region.parsed.scopes.getDeclaredVariables(loop.left)
  if (loop.left.type !== 'VariableDeclaration' || !index || !isNeverReassigned(index)) return keep(reason('used-otherwise', loop))
  const writes = behaviourOfCode(loop.body, region).accesses.filter(({ does }) => does === 'write')
  const reads = behaviourOfCode(end, region).accesses
  const change = writes.find((write) => reads.some((read) => accessesMeet(read, write)))
  if (change) return keep(reason('consumer-changes', change.anchor))
  const confidence: Confidence = isWhole(end, region.parsed) ? 'certain' : 'likely'
  return { verdict: 'lazy', confidence, reasons: [reason('counted-with', node)], preset: 'strict' }
}

/** A whole number for sure: `10`, `xs.length`. */
function isWhole(end: Node, parsed: Parsed): boolean {
  if (end.type === 'Literal') return Number.isInteger(end.value)
  if (end.type === 'MemberExpression') return !end.computed && end.property.type === 'Identifier' && ['length', 'size'].includes(end.property.name)
  if (end.type !== 'Identifier') return false
  const variable = variableOf(end, parsed)
  const node = variable?.defs[0]?.node
  return variable !== null && isNeverReassigned(variable) && node?.type === 'VariableDeclarator' && node.init !== null && node.id === variable.identifiers[0] && isWhole(node.init as Node, parsed)
}
