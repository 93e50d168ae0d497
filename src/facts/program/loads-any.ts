import { dirname, resolve } from 'node:path'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { isGlobal } from '../scopes/variable-of.ts'

/** Where a file loads a module whose name it works out, which may be the one at the path. */
export function loadOfAny(file: Parsed, path: string): Node | null {
  let found: Node | null = null
  walk(file.ast, file, (node) => {
    const name = nameLoaded(node, file)
    if (name && mayBe(name, file, path)) found ??= node
  })
  return found
}

/** The expression that gives the name: of `import(name)`, `require(name)`, `require.context(folder)`. */
function nameLoaded(node: Node, file: Parsed): Node | null {
  if (node.type === 'ImportExpression') return node.source
  if (node.type !== 'CallExpression' || !node.arguments[0]) return null
  const { callee } = node
  if (callee.type === 'Identifier') return callee.name === 'require' && isGlobal(callee, file) ? node.arguments[0] : null
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return null
  const isMeta = callee.object.type === 'MetaProperty' && /^glob/.test(callee.property.name)
  const isContext = callee.object.type === 'Identifier' && callee.object.name === 'require' && callee.property.name === 'context'
  return isMeta || isContext ? node : null
}

/** A name that is written out is looked up; of `./locales/${name}.js` the folder is known. */
function mayBe(name: Node, file: Parsed, path: string): boolean {
  if (name.type === 'Literal') return false
  if (name.type === 'TemplateLiteral' && name.expressions.length === 0) return false
  const start = beginOf(name)
  if (start === null || !/^\.{1,2}\//.test(start)) return true
  return path.startsWith(resolve(dirname(file.filename), start.slice(0, start.lastIndexOf('/') + 1)))
}

function beginOf(name: Node): string | null {
  if (name.type === 'TemplateLiteral') return name.quasis[0]?.value.cooked ?? null
  if (name.type === 'BinaryExpression' && name.operator === '+') return beginOf(name.left)
  return name.type === 'Literal' && typeof name.value === 'string' ? name.value : null
}
