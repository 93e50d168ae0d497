import { splitName } from '../facts/signs/name-signs.ts'
import type { AwaitStep } from '../model/await-run.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { freshName } from './fresh-name.ts'

/**
 * Names for awaited values that have none, each after the property that it becomes, or after what is called: `user` for
 * `getUser()`.
 *
 * @param place what the names are to be visible in
 */
export function groupedNames(
  members: readonly AwaitStep[],
  place: Node,
  parsed: Parsed,
): ReadonlyMap<AwaitStep, string> {
  const names = new Map<AwaitStep, string>()
  for (const member of members) names.set(member, nameFor(member, [...names.values()], place, parsed))
  return names
}

function nameFor(member: AwaitStep, taken: readonly string[], place: Node, parsed: Parsed): string {
  const wished = [keyOf(member.value), thingOf(member), 'value'].filter((name) => name && !taken.includes(name))
  const name = freshName([...(wished as string[]), `value${taken.length + 1}`], place, parsed)
  return taken.includes(name) ? `${name}${taken.length + 1}` : name
}

/** `user` of `getUser()`, `readdirResult` of `readdir()`, `nodeFetch` of `import('node-fetch')`. */
function thingOf({ operation }: AwaitStep): string | null {
  if (operation.type === 'ImportExpression') {
    const { source } = operation
    const path = source.type === 'Literal' && typeof source.value === 'string' ? source.value : ''
    return inCamelCase(path.replace(/\.\w+$/, '').split('/').at(-1)!.split(/[^\w$]+/))
  }
  const callee = operation.type === 'CallExpression' ? operation.callee : operation.tag
  const called = callee.type === 'MemberExpression' ? callee.property : callee
  if (called.type !== 'Identifier') return null
  const [first = '', ...words] = splitName(called.name)
  return words.length > 0 ? inCamelCase(words) : `${first}Result`
}

function inCamelCase(words: readonly string[]): string | null {
  const name = words
    .filter(Boolean)
    .map((word, index) => (index === 0 ? word : word[0]!.toUpperCase() + word.slice(1)))
    .join('')
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : null
}

/** `a` of `{ a: await f() }`. */
export function keyOf({ parent }: Node): string | null {
  if (parent?.type !== 'Property' || parent.computed) return null
  return parent.key.type === 'Identifier' ? parent.key.name : null
}
