import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { originOf } from '../known-calls/origin.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'

const DEEPEST = 8

/**
 * Whether an expression is data of a file that is written beside the code, as long as its author made it:
 *
 *     import data from './data.json'        require('./data.json').names
 *     JSON.parse(await readFile(join(__dirname, 'data.json'), 'utf8')).names
 *     await readdir(join(__dirname, 'templates'))
 */
export function isShippedData(expression: Node, parsed: Parsed, depth = 0): boolean {
  if (depth > DEEPEST) return false
  const node = plainExpression(expression)
  const deeper = (one: Node | undefined): boolean => one !== undefined && isShippedData(one, parsed, depth + 1)
  switch (node.type) {
    case 'AwaitExpression':
      return deeper(node.argument)
    case 'MemberExpression':
      return deeper(node.object)
    case 'Identifier': {
      const variable = variableOf(node, parsed)
      const [def] = variable?.defs ?? []
      if (def?.type === 'ImportBinding') return def.parent?.type === 'ImportDeclaration' && isJson(def.parent.source.value)
      const init = variable && singleInit(variable)
      return init ? deeper(init) : false
    }
    case 'CallExpression':
      return isShippedByCall(node, parsed, deeper)
    default:
      return false
  }
}

function isShippedByCall(
  { callee, arguments: given }: TSESTree.CallExpression,
  parsed: Parsed,
  deeper: (one: Node | undefined) => boolean,
): boolean {
  const [first] = given
  if (callee.type === 'Identifier' && callee.name === 'require' && isGlobal(callee, parsed)) {
    return first?.type === 'Literal' && isJson(first.value)
  }
  const origin = originOf(callee, parsed)
  if (origin?.module === 'global' && origin.path.join('.') === 'JSON.parse') return deeper(first)
  const isRead = origin !== null && FILES.has(origin.module) && READS.has(origin.path.at(-1) ?? '')
  return isRead && first !== undefined && isBesideCode(first, parsed)
}

const FILES = new Set(['fs', 'fs/promises', 'fs-extra'])
const READS = new Set(['readFile', 'readFileSync', 'readJson', 'readJsonSync', 'readJSON', 'readJSONSync', 'readdir', 'readdirSync'])

function isJson(specifier: unknown): boolean {
  return typeof specifier === 'string' && /^\.{1,2}\/.*\.json$/.test(specifier)
}

/** `join(__dirname, 'data.json')`, `new URL('./data.json', import.meta.url)`, `${__dirname}/data.json` */
function isBesideCode(path: Node, parsed: Parsed, depth = 0): boolean {
  if (depth > DEEPEST) return false
  const node = plainExpression(path)
  const deeper = (one: Node): boolean => isBesideCode(one, parsed, depth + 1)
  const together = (parts: readonly Node[]): boolean =>
    parts.some(deeper) && parts.every((part) => part.type === 'Literal' || deeper(part))
  switch (node.type) {
    case 'Identifier': {
      if (node.name === '__dirname' && isGlobal(node, parsed)) return true
      const init = initOfName(node, parsed)
      return init ? deeper(init) : false
    }
    case 'AwaitExpression':
      return deeper(node.argument)
    // import.meta.url, import.meta.dirname
    case 'MemberExpression':
      return node.object.type === 'MetaProperty'
    case 'TemplateLiteral':
      return together(node.expressions)
    case 'NewExpression':
    case 'CallExpression':
      return together(node.arguments)
    default:
      return false
  }
}
