import { changingParts, keepsValue } from '../facts/rewrite-legality/changing-parts.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import type { AwaitRun, AwaitStep } from '../model/await-run.ts'
import { childrenOf } from '../parse/children-of.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import { freshName } from './fresh-name.ts'
import { indentAt } from './source-text.ts'

/**
 * What a statement reads before its first await, and what may be something else after it, keeps its place in time by a
 * name of its own:
 *
 *     return { n: this.n, a: await f(), b: await g() }   ->   const n = this.n
 *                                                             const [a, b] = await Promise.all([f(), g()])
 *                                                             return { n: n, a, b }
 *
 * Gives the lines for that, which stand before the awaits; null where a way to what is called or set may change, too.
 *
 * @param taken names that the awaited values get
 */
export function readAhead(
  list: EditList,
  first: AwaitStep,
  statement: Node,
  owner: AwaitRun['owner'],
  taken: readonly string[],
  parsed: Parsed,
): string | null {
  const before = evaluatedBefore(first.value, statement, parsed)
  const places = before.filter(isPlace)
  if (!places.every((place) => isKeptPlace(place, owner, parsed))) return null
  const parts = before.filter((part) => !isPlace(part)).flatMap((part) => changingParts(part, owner, parsed))
  // o.n += f(await g())
  if (parts.some(({ parent }) => parent?.type === 'AssignmentExpression')) return null
  const names = [...taken]
  const { newline, semicolons } = fileStyle(parsed)
  const lines = parts.map((part) => {
    const name = nameFor(part, names, statement, parsed)
    names.push(name)
    const value = part.type === 'SpreadElement' ? `{ ${parsed.text.slice(...part.range)} }` : parsed.text.slice(...part.range)
    replacePart(list, part, name)
    return `const ${name} = ${value}${semicolons ? ';' : ''}${newline}${indentAt(statement.range[0], parsed)}`
  })
  return lines.join('')
}

/** In the order of its evaluation; what is declared is given its value later. */
function evaluatedBefore(first: Node, statement: Node, { visitorKeys }: Parsed): readonly Node[] {
  const found: Node[] = []
  for (let child = first; child !== statement; child = child.parent!) {
    const parent = child.parent!
    const isNamed = parent.type === 'VariableDeclarator' || (parent.type === 'Property' && !parent.computed)
    const siblings = isNamed ? [] : childrenOf(parent, visitorKeys)
    found.unshift(...siblings.filter(({ range }) => range[1] <= child.range[0]))
  }
  return found
}

/** What is called, or given a value: its name is a way to it. */
function isPlace(node: Node): boolean {
  const { parent } = node
  if (parent?.type === 'AssignmentExpression') return parent.left === node && parent.operator === '='
  return (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee === node
}

/** A way that begins at the same object: `view` of `view.pages.show()`. */
function isKeptPlace(place: Node, owner: Node, parsed: Parsed): boolean {
  let node = place
  while (node.type === 'MemberExpression') {
    if (node.computed && changingParts(node.property, owner, parsed).length > 0) return false
    node = node.object
  }
  const isGiven = node === place && place.parent?.type === 'AssignmentExpression'
  if (node.type !== 'Identifier' || isGiven) return true
  const variable = variableOf(node, parsed)
  return variable === null || variable.defs[0]?.type === 'ImportBinding' || keepsValue(variable, owner, parsed)
}

function nameFor(part: Node, taken: readonly string[], statement: Node, parsed: Parsed): string {
  const wished = [keyAround(part), propertyOf(part)].flatMap((name) => (name === null ? [] : [name, `${name}Before`]))
  return freshName([...wished, 'before'].filter((name) => !taken.includes(name)), statement, parsed)
}

/** `n` of `{ n: this.count }`. */
function keyAround({ parent }: Node): string | null {
  return parent?.type === 'Property' && !parent.computed && parent.key.type === 'Identifier' ? parent.key.name : null
}

function propertyOf(part: Node): string | null {
  if (part.type === 'SpreadElement') return part.argument.type === 'Identifier' ? `${part.argument.name}Before` : null
  const node = part.type === 'ChainExpression' ? part.expression : part
  if (node.type === 'Identifier') return `${node.name}Before`
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' && !node.computed ? node.property.name : null
}

function replacePart(list: EditList, part: Node, name: string): void {
  const { parent } = part
  if (parent?.type === 'Property' && parent.shorthand) list.insert(part.range[1], `: ${name}`)
  else if (keyAround(part) === name) list.replace(...parent!.range, name)
  else list.replace(...(part.type === 'SpreadElement' ? part.argument : part).range, name)
}
