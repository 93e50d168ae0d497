import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import { isEvaluatedFirst } from '../facts/rewrite-legality/evaluated-first.ts'
import { contains, isDeclaredIn, referencesIn } from '../facts/rewrite-legality/references-in.ts'
import { isSettled } from '../facts/rewrite-legality/settled-value.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { Cut } from '../verdict/verdict.ts'
import type { CutPlace } from './cut-place.ts'
import { cutPlaceOf, isInsideTry } from './cut-place.ts'

/** A turn taken apart into what is overlapped and what follows in order. */
export interface Split {
  /** Whole statements of the overlapped part. */
  readonly prefix: readonly TSESTree.Statement[]
  /** The `if`s around the cut, the outermost first: a turn that fails one of them has no rest. */
  readonly guards: readonly TSESTree.IfStatement[]
  /** What the overlapped part evaluates last, in the suffix's first statement: `await f(x)` in `use(await f(x))`. */
  readonly through: TSESTree.Expression | null
  readonly suffix: readonly TSESTree.Statement[]
  /** Last statement of the prefix when it only names what was awaited: `const data = await f(x)`. */
  readonly ending: Ending | null
  /** Variables of the prefix and of the head that the suffix uses, in the order of their declaration. */
  readonly passed: readonly Variable[]
  readonly overlapped: readonly Node[]
}

export interface Ending {
  readonly statement: TSESTree.VariableDeclaration
  readonly pattern: TSESTree.BindingName
  readonly value: TSESTree.AwaitExpression
  readonly names: readonly Variable[]
}

/** Takes the turn apart at the cut; a code where the cut cannot be carried out without changing what the turn does. */
export function splitTurn(
  loop: AwaitLoop,
  cut: Cut,
  elements: readonly Variable[],
  parsed: Parsed,
): Split | RefusalCode {
  const place = cutPlaceOf(cut.statement, loop)
  if (typeof place === 'string') return place
  const { before, rest, guards } = place
  if (namesMeet([loop.body, ...guards.map(({ consequent }) => consequent)], parsed)) return 'unsupported-form'
  if (cut.kind === 'after' || initOf(cut.statement) === plainExpression(cut.expression)) {
    return assemble({ ...place, before: [...before, cut.statement], rest: rest.slice(1) }, null, elements, parsed)
  }
  const through = smallestPart(cut.expression)
  if (isEvaluatedFirst(through, cut.statement)) return assemble(place, through, elements, parsed)
  return isInsideTry(through, cut.statement) ? 'cut-inside-try' : 'unsupported-form'
}

/** Whether two of the blocks, which become one, declare the same name. */
function namesMeet(blocks: readonly Node[], { scopes }: Parsed): boolean {
  const names = blocks.flatMap((block) => scopes.acquire(block)?.variables.map(({ name }) => name) ?? [])
  return new Set(names).size < names.length
}

/** `f(x)` of `const data = f(x)`. */
function initOf(statement: TSESTree.Statement): Node | null {
  if (statement.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return null
  const init = statement.declarations[0]?.init
  return init ? plainExpression(init) : null
}

/** `await f(x)` of `(await f(x)).data`, which could itself be a promise and then would be waited for. */
function smallestPart(expression: TSESTree.Expression): TSESTree.Expression {
  let part = expression
  while (!isSettled(part)) {
    const plain = plainExpression(part)
    if (plain.type !== 'MemberExpression' || plain.optional || plain.computed) return expression
    part = plain.object
  }
  return part
}

function assemble(
  { before: prefix, rest: suffix, guards }: CutPlace,
  through: TSESTree.Expression | null,
  elements: readonly Variable[],
  parsed: Parsed,
): Split | RefusalCode {
  if (suffix.length === 0) return 'unsupported-form'
  const overlapped = [...prefix, ...guards.map(({ test }) => test), ...(through ? [through] : [])]
  const looksAhead = referencesIn(overlapped, parsed).some(
    ({ variable }) => variable && isDeclaredIn(variable, suffix) && !isDeclaredIn(variable, overlapped),
  )
  if (looksAhead) return 'unsafe-capture'
  const passed = new Set<Variable>()
  for (const { reference, variable } of referencesIn(suffix, parsed)) {
    if (!variable || (through && contains(through, reference.identifier as Node))) continue
    if (!elements.includes(variable) && !isDeclaredIn(variable, prefix)) continue
    if (reference.isTypeReference && !reference.isValueReference && isDeclaredType(variable)) return 'unsupported-form'
    passed.add(variable)
  }
  const inOrder = [...passed].sort((a, b) => positionOf(a) - positionOf(b))
  return {
    prefix,
    guards,
    through,
    suffix,
    ending: through ? null : endingOf(prefix.at(-1), parsed),
    passed: inOrder,
    overlapped,
  }
}

function positionOf(variable: Variable): number {
  return variable.identifiers[0]?.range[0] ?? 0
}

function isDeclaredType(variable: Variable): boolean {
  return variable.defs.some((def) => def.type === 'Type' || def.type === 'ClassName' || def.type === 'TSEnumName')
}

function endingOf(statement: TSESTree.Statement | undefined, parsed: Parsed): Ending | null {
  if (statement?.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return null
  const { id, init } = statement.declarations[0]!
  if (init?.type !== 'AwaitExpression' || id.typeAnnotation || !isPlainPattern(id)) return null
  if (statement.kind !== 'const' && statement.kind !== 'let') return null
  return { statement, pattern: id, value: init, names: parsed.scopes.getDeclaredVariables(statement) }
}

/** A pattern that evaluates nothing but properties by name, so that it may stand in the loop's head. */
function isPlainPattern(pattern: Node): boolean {
  switch (pattern.type) {
    case 'Identifier':
      return true
    case 'ArrayPattern':
      return pattern.elements.every((element) => element === null || isPlainPattern(element))
    case 'ObjectPattern':
      return pattern.properties.every(isPlainPattern)
    case 'Property':
      return !pattern.computed && isPlainPattern(pattern.value)
    case 'RestElement':
      return isPlainPattern(pattern.argument)
    default:
      return false
  }
}
