import { listLengthOf } from '../facts/loops/list-length.ts'
import type { ArrayUse } from '../facts/producers/use-of-array.ts'
import { singleInit } from '../facts/scopes/binding.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import type { Append, ArrayFiller } from '../model/find-array-fillers.ts'
import { waitsOf } from '../model/waits.ts'
import type { Node } from '../parse/node-types.ts'
import { isLoopStatement } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { isWithin } from '../parse/walk.ts'
import type { Gain } from './filler-form.ts'

/**
 * What callers gain from a generator; null where it is too little to be worth a change: a few values, or all of them
 * walked at once.
 */
export function gainOf(filler: ArrayFiller, uses: readonly ArrayUse[], parsed: Parsed): Gain | null {
  const outside = uses.filter(({ call }) => !isWithin(call, filler.node))
  const walked = outside.filter((use) => use.how === 'walked')
  const isLong = filler.appends.some((append) => loopAround(append, filler, parsed) !== null)
  if (isLong && (walked.some(({ stopsEarly }) => stopsEarly) || outside.some(({ how }) => how === 'part'))) {
    return 'caller-may-stop'
  }
  if (walked.length === 0) return null
  if (filler.node.async) return waitsBetween(filler, parsed) ? 'values-arrive' : null
  if (uses.length > outside.length) return 'walks-tree'
  return filler.appends.some((append) => isMadeInLoop(append, filler, parsed)) ? 'any-length' : null
}

/** The innermost loop around the append that may have many turns. */
function loopAround({ call }: Append, { node: owner }: ArrayFiller, parsed: Parsed): Node | null {
  for (let node = call.parent as Node; node !== owner && node.parent; node = node.parent) {
    if (!isLoopStatement(node)) continue
    const length = node.type === 'ForOfStatement' ? listLengthOf(node.right, parsed) : 'any'
    if (length !== 'few' && length !== 'constant') return node
  }
  return null
}

/** A value that is made for the array: many of those are what a generator does not hold. */
function isMadeInLoop(append: Append, filler: ArrayFiller, parsed: Parsed): boolean {
  const loop = loopAround(append, filler, parsed)
  if (loop === null || loop.type === 'ForStatement') return false
  return append.call.arguments.some((value) => {
    const variable = value.type === 'Identifier' ? variableOf(value, parsed) : null
    const made = plainExpression((variable && singleInit(variable)) ?? value)
    return MAKES.has(made.type) && isWithin(made, loop)
  })
}

const MAKES: ReadonlySet<string> = new Set([
  'ObjectExpression',
  'ArrayExpression',
  'NewExpression',
  'CallExpression',
  'AwaitExpression',
])

/** Whether a value may be there before the function has waited for the last time. */
function waitsBetween({ node, appends }: ArrayFiller, parsed: Parsed): boolean {
  return waitsOf(node, parsed).some((wait) =>
    appends.some(({ call }) => (wait.range[0] > call.range[1] ? true : sharesLoop(wait, call, node))),
  )
}

function sharesLoop(wait: Node, call: Node, owner: Node): boolean {
  for (let node = call; node !== owner && node.parent; node = node.parent) {
    if (isLoopStatement(node) && isWithin(wait, node)) return true
  }
  return false
}
