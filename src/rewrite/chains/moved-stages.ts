import { evaluatedBetween } from '../../facts/arrays/evaluated-before.ts'
import { isInert } from '../../facts/rewrite-legality/inert.ts'
import type { Chain, HeldArray } from '../../model/chain.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { meansTheSameAt } from '../copied-source.ts'
import type { EditList } from '../edit-list.ts'
import { removeStatement } from '../remove-statement.ts'
import { textInParentheses } from '../source-text.ts'
import { commentsAround } from '../statement-comments.ts'

/**
 * Puts the source where its stages were mentioned by the name of their array, which goes:
 *
 *     const wanted = xs.filter(f); if (wanted.some(h)) ...   ->   if (xs.some(h)) ...
 *
 * False where that would be seen: something happens in between, a name means something else there, or a `try` begins.
 */
export function moveSource(list: EditList, chain: Chain, parsed: Parsed): boolean {
  const { held, stages } = chain
  if (!held || !canMove(chain, held, parsed)) return false
  list.replace(...held.use.range, textInParentheses(stages[0]!.callee.object, parsed))
  const declaration = held.declarator.parent
  // A comment above it is then one of the statement below.
  const blank = /^([ \t]*\r?\n)((?:[ \t]*\r?\n)+)/.exec(parsed.text.slice(declaration.range[1]))
  if (blank && commentsAround(declaration, parsed).above.length > 0) {
    const below = declaration.range[1] + blank[1]!.length
    list.replace(below, below + blank[2]!.length, '')
  }
  return removeStatement(list, declaration, parsed)
}

function canMove({ source, stages }: Chain, { declarator, use }: HeldArray, parsed: Parsed): boolean {
  const declaration = declarator.parent
  const isPlain = declaration.declarations.length === 1 && !declarator.id.typeAnnotation
  if (!isPlain || declarator.init !== stages.at(-1)!.node || isInTry(use, declaration.parent)) return false
  const moved = [source, ...stages.flatMap(({ callback }) => callback ?? [])]
  const isSame = moved.every((part) => meansTheSameAt(use, part, parsed))
  return isSame && evaluatedBetween(declaration, use, parsed).every(doesNothing)
}

/** What only names what is there already. */
function doesNothing(node: Node): boolean {
  if (node.type === 'FunctionDeclaration') return true
  if (node.type !== 'VariableDeclaration') return isInert(node)
  return node.declarations.every(({ id, init }) => id.type === 'Identifier' && (init === null || isInert(init)))
}

/** A failure of a stage would be handled that was not. */
function isInTry(use: Node, block: Node): boolean {
  for (let node: Node | undefined = use; node && node !== block; node = node.parent) {
    if (node.type === 'TryStatement') return true
  }
  return false
}
