import type { TSESTree } from '@typescript-eslint/utils'
import { extname } from 'node:path'
import { referencesOf } from '../facts/scopes/binding.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import { ownerOf } from '../model/find-await-loops.ts'
import { waitsOf } from '../model/waits.ts'
import type { FunctionNode, Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { EditList } from './edit-list.ts'
import { isInList } from './insert-line.ts'

/**
 * Makes sure that `await` may stand in the function, or in the program: a function that is not async becomes so only
 * where all of its callers are seen, and each of them waits for it or can:
 *
 *     function run() { ... }        async function run() { ... }
 *     async () => { run() }         async () => { await run() }
 *
 * False where that is not so; then no edit is added.
 */
export function becomeAsync(edits: EditList, owner: FunctionNode | TSESTree.Program, parsed: Parsed): boolean {
  if (mayAwait(owner, parsed)) return true
  if (owner.type === 'Program' || owner.generator || !hasOrdinaryType(owner)) return false
  const calls = callsOf(owner, parsed)
  if (!calls || !calls.every((call) => isWaitable(call, owner, parsed))) return false
  edits.insert(owner.range[0], 'async ')
  const type = owner.returnType?.typeAnnotation
  if (type) edits.insert(type.range[0], 'Promise<').insert(type.range[1], '>')
  for (const call of calls) if (call.parent.type === 'ExpressionStatement') edits.insert(call.range[0], 'await ')
  return true
}

function mayAwait(owner: Node, parsed: Parsed): boolean {
  if (isFunction(owner)) return owner.async
  const extension = extname(parsed.filename)
  return extension === '.mjs' || extension === '.mts' || waitsOf(owner as TSESTree.Program, parsed).length > 0
}

/** `x is string` has no promise of its own. */
function hasOrdinaryType({ returnType }: FunctionNode): boolean {
  const type = returnType?.typeAnnotation.type
  return type !== 'TSTypePredicate' && type !== 'TSThisType'
}

/** Every call of a function that is only called; null where other code may hold it. */
function callsOf(owner: FunctionNode, parsed: Parsed): readonly TSESTree.CallExpression[] | null {
  const name = nameOf(owner)
  const variable = name && variableOf(name, parsed)
  if (!variable || variable.defs.length !== 1 || variable.scope.type === 'global') return null
  const calls: TSESTree.CallExpression[] = []
  for (const { identifier, init } of referencesOf(variable)) {
    if (init) continue
    const { parent } = identifier as Node
    if (parent?.type !== 'CallExpression' || parent.callee !== identifier) return null
    calls.push(parent)
  }
  return calls.length > 0 ? calls : null
}

function nameOf(owner: FunctionNode): TSESTree.Identifier | null {
  const { parent } = owner
  if (owner.type === 'FunctionDeclaration') return isInList(owner) ? owner.id : null
  const isConst =
    parent.type === 'VariableDeclarator' &&
    parent.init === owner &&
    parent.id.type === 'Identifier' &&
    !parent.id.typeAnnotation &&
    parent.parent.kind === 'const' &&
    isInList(parent.parent)
  return isConst ? (parent.id as TSESTree.Identifier) : null
}

/** run()   await run()   return run()   in what may await */
function isWaitable(call: TSESTree.CallExpression, owner: FunctionNode, parsed: Parsed): boolean {
  const around = ownerOf(call)
  if (around !== owner && !mayAwait(around, parsed)) return false
  const { parent } = call
  if (parent.type === 'ExpressionStatement') return isInList(parent)
  return parent.type === 'AwaitExpression' || parent.type === 'ReturnStatement'
}
