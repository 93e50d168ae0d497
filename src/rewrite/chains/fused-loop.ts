import type { TSESTree } from '@typescript-eslint/utils'
import { isNeverReassigned } from '../../facts/scopes/binding.ts'
import { isTypeScript } from '../../facts/rewrite-legality/is-typescript.ts'
import type { Chain } from '../../model/chain.ts'
import { outermostOf } from '../../model/wrappers.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { ChainForm } from '../../verdict/chains.ts'
import type { RefusalCode } from '../../verdict/reason-codes.ts'
import type { Draft } from '../drafts.ts'
import { EditList } from '../edit-list.ts'
import { fileStyle } from '../file-style.ts'
import { freshName } from '../fresh-name.ts'
import { indentAt, textInParentheses } from '../source-text.ts'
import type { Piece } from './applied-callback.ts'
import { appliedTo } from './applied-callback.ts'
import { seesIndex } from './sees-index.ts'
import type { Steps } from './chain-steps.ts'
import { stepsOf } from './chain-steps.ts'
import { linesOf } from './predicate-text.ts'

/** A target, and the name that what is found has in the loop. */
type NamedTarget = Target & { readonly results: string }

/** The statement that the chain is the value of. */
interface Target {
  readonly statement: TSESTree.ReturnStatement | TSESTree.VariableDeclaration
  /** Null for `return`. */
  readonly name: TSESTree.Identifier | null
}

/**
 *     const y = xs.filter(f).map(g)[0]
 *
 *     let y
 *     for (const x of xs) {
 *       if (!f(x)) continue
 *       y = g(x)
 *       break
 *     }
 */
export function fusedLoop({ chain, isArray }: ChainForm, parsed: Parsed): Draft | RefusalCode {
  const { consumer, stages } = chain
  if (consumer.kind !== 'first' && consumer.kind !== 'find' && consumer.kind !== 'prefix') return 'unsupported-form'
  const target = chain.held || isOptional(chain) ? null : targetOf(consumer.node, parsed)
  if (!target || !hasOwnLines(target.statement, parsed)) return 'unsupported-form'
  if (!isArray) return 'no-array'
  if (seesIndex(chain, parsed)) return 'sees-index'
  const last = consumer.kind === 'find' ? consumer.argument : null
  const results = target.name?.name ?? freshName(['results', 'found'], target.statement, parsed)
  const names = { walked: chain.source, written: [results] }
  const around = { place: target.statement, wanted: null, namedAtEnd: 1, body: [], ...names }
  const steps = stepsOf(stages, last, around, parsed)
  const found = steps && last ? appliedTo(last, steps.value, parsed) : null
  if (!steps || (last && (!found || found.statements.length > 0))) return 'unsupported-form'
  const list = new EditList()
  const [start, end] = target.statement.range
  list.replace(start, end, loopText(chain, steps, found?.value ?? null, { ...target, results }, parsed))
  return { form: 'fused-loop', title: titleOf(chain), list }
}

export function isOptional({ stages, consumer }: Chain): boolean {
  const isOptionalCall = 'node' in consumer && 'optional' in consumer.node && consumer.node.optional
  return isOptionalCall === true || stages.some(({ callee, node }) => callee.optional || node.optional)
}

/** `return <value>`, `const name = <value>` */
function targetOf(value: Node, parsed: Parsed): Target | null {
  const outer = outermostOf(value)
  const { parent } = outer
  if (parent?.type === 'ReturnStatement') return isInBlock(parent) ? { statement: parent, name: null } : null
  const declarator = value.type === 'ArrayPattern' ? parent : parent
  if (declarator?.type !== 'VariableDeclarator') return null
  const name = value.type === 'ArrayPattern' ? value.elements[0] : declarator.id
  const statement = declarator.parent
  if (name?.type !== 'Identifier' || statement.declarations.length !== 1 || !isInBlock(statement)) return null
  return outer === value && isPlainTarget(name, declarator, parsed) ? { statement, name } : null
}

function isInBlock({ parent }: Node): boolean {
  return parent?.type === 'BlockStatement' || parent?.type === 'Program'
}

/** Whether nothing else is on the lines of the statement. */
function hasOwnLines({ range: [start, end] }: Node, { text }: Parsed): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return before.trim() === '' && /^[^\S\n]*(?:\/\/.*)?(?:\r?\n|$)/.test(text.slice(end))
}

/** TypeScript finds out the type of `let name` from what it is given, but not within functions. */
function isPlainTarget(name: TSESTree.Identifier, declarator: TSESTree.VariableDeclarator, parsed: Parsed): boolean {
  const variable = parsed.scopes.getDeclaredVariables(declarator).find((one) => one.name === name.name)
  if (!variable || !isNeverReassigned(variable)) return false
  if (!isTypeScript(parsed) || name.typeAnnotation) return true
  return variable.references.every(({ identifier }) => functionAround(identifier as Node) === functionAround(name))
}

function functionAround(node: Node): Node | undefined {
  let around = node.parent
  while (around && !isFunction(around)) around = around.parent
  return around
}

function loopText(chain: Chain, steps: Steps, found: Piece | null, target: NamedTarget, parsed: Parsed): string {
  const { newline, indent, semicolons } = fileStyle(parsed)
  const { consumer, source } = chain
  const end = semicolons ? ';' : ''
  const outer = indentAt(target.statement.range[0], parsed)
  const { results } = target
  const name = target.name && parsed.text.slice(...target.name.range)
  const isPrefix = consumer.kind === 'prefix'
  const value = steps.value.text
  const tests = found ? linesOf([{ kind: 'test', piece: found }], 'continue', parsed) : []
  const taken = isPrefix
    ? [`${results}.push(${value})${end}`, `if (${results}.length === ${consumer.count}) break${end}`]
    : target.name ? [`${results} = ${value}${end}`, `break${end}`] : [`return ${value}${end}`]
  const inner = [...linesOf(steps.steps, 'continue', parsed), ...tests, ...taken]
  const before = isPrefix ? [`const ${name ?? results} = []${end}`] : name ? [`let ${name}${end}`] : []
  const after = target.name ? [] : [isPrefix ? `return ${results}${end}` : `return undefined${end}`]
  const lines = [
    ...before,
    `for (const ${steps.element} of ${textInParentheses(source, parsed)}) {`,
    ...inner.map((line) => indent + line),
    '}',
    ...after,
  ]
  return lines.join(newline + outer)
}

function titleOf({ consumer }: Chain): string {
  return consumer.kind === 'prefix'
    ? `Use one loop that stops after ${consumer.count} results (later elements are not examined).`
    : 'Use one loop that stops at the first match (later elements are not examined).'
}
