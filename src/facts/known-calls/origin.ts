import type { TSESTree } from '@typescript-eslint/utils'
import type { Definition, Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { moduleOf, moduleOfFile } from './module-path.ts'
import { declaratorOf } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'

/**
 * Where a value comes from: a module and the path of exports and properties that leads to it.
 *
 *     fs.promises.readFile   fs, [promises, readFile]      Math.max   global, [Math, max]
 *     require('axios')       axios, []                     send       /repo/src/mail, [send]   (top level of that file)
 */
export interface Origin {
  /** Module name as written, without `node:`; `global`; for files their path without extension and last `/index`. */
  readonly module: string
  readonly path: readonly string[]
  /** `promisify(...)` of it. */
  readonly promisified: boolean
}

/** Longest chain of constants that is followed. */
const MAX_DEPTH = 200

interface Cache {
  readonly origins: Map<Node, Origin | null>
  depth: number
}

const caches = new WeakMap<Parsed, Cache>()

/**
 * Origin of an expression or of a type's name, through imports, `require`, constants and destructuring; null where none
 * is certain.
 */
export function originOf(node: Node, parsed: Parsed): Origin | null {
  let cache = caches.get(parsed)
  if (!cache) caches.set(parsed, (cache = { origins: new Map(), depth: 0 }))
  const known = cache.origins.get(node)
  if (known !== undefined) return known
  if (cache.depth > MAX_DEPTH) return null
  cache.origins.set(node, null) // a constant that stands for itself has no origin
  cache.depth += 1
  const origin = findOrigin(plainExpression(node), parsed)
  cache.depth -= 1
  cache.origins.set(node, origin)
  return origin
}

/** Whether the call is `require(...)` of CommonJS, or of `createRequire`. */
function isRequire(node: TSESTree.CallExpression, parsed: Parsed): boolean {
  if (node.callee.type !== 'Identifier') return false
  const origin = originOf(node.callee, parsed)
  return origin !== null && origin.module === 'global' && origin.path.join('.') === 'require'
}

function findOrigin(node: Node, parsed: Parsed): Origin | null {
  switch (node.type) {
    case 'Identifier':
    case 'JSXIdentifier':
      return originOfName(node, parsed)
    case 'MemberExpression':
      return originOfMember(node, parsed)
    case 'TSQualifiedName':
      return extend(originOf(node.left, parsed), node.right.name)
    case 'AwaitExpression': {
      const loaded = plainExpression(node.argument)
      return loaded.type === 'ImportExpression' ? originOfModule(loaded.source, parsed) : null
    }
    case 'CallExpression':
      return originOfResult(node, parsed)
    default:
      return null
  }
}

function originOfName(node: TSESTree.Identifier | TSESTree.JSXIdentifier, parsed: Parsed): Origin | null {
  const variable = variableOf(node, parsed)
  if (!variable || variable.defs.length === 0) return { module: 'global', path: [node.name], promisified: false }
  const definition = variable.defs.length === 1 ? variable.defs[0]! : null
  if (!definition) return null
  if (definition.node.type === 'VariableDeclarator') return originOfConstant(variable, parsed)
  return originOfImport(definition, parsed) ?? originOfDeclaration(variable, definition, parsed)
}

function originOfImport({ node, parent }: Definition, parsed: Parsed): Origin | null {
  if (node.type === 'TSImportEqualsDeclaration') {
    const target = node.moduleReference
    return target.type === 'TSExternalModuleReference'
      ? originOfModule(target.expression, parsed)
      : originOf(target, parsed)
  }
  if (parent?.type !== 'ImportDeclaration') return null
  const module = originOfModule(parent.source, parsed)
  if (node.type === 'ImportDefaultSpecifier') return extend(module, 'default')
  if (node.type !== 'ImportSpecifier') return module
  return extend(module, node.imported.type === 'Identifier' ? node.imported.name : node.imported.value)
}

/** A function or class at the top level of the file itself. */
function originOfDeclaration(variable: Variable, { node }: Definition, parsed: Parsed): Origin | null {
  const declares = node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration'
  if (!declares || !isTopLevel(variable)) return null
  return { module: moduleOfFile(parsed.filename), path: [variable.name], promisified: false }
}

function originOfConstant(variable: Variable, parsed: Parsed): Origin | null {
  const declarator = declaratorOf(variable)
  if (!declarator?.init) return null
  const origin = originOf(declarator.init, parsed)
  if (origin) {
    const keys = keysTo(variable, declarator.id)
    return keys && keys.reduce<Origin | null>(extend, origin)
  }
  if (declarator.id.type !== 'Identifier' || !isTopLevel(variable)) return null
  return { module: moduleOfFile(parsed.filename), path: [variable.name], promisified: false }
}

/** Keys from a pattern's root to the variable: `[promises, readFile]` for `{ promises: { readFile } }`. */
function keysTo(variable: Variable, pattern: Node): string[] | null {
  if (pattern.type === 'Identifier') return variable.identifiers.includes(pattern) ? [] : null
  if (pattern.type !== 'ObjectPattern') return null
  for (const property of pattern.properties) {
    if (property.type !== 'Property') continue
    const key = property.computed ? null : keyName(property.key)
    const below = keysTo(variable, property.value)
    if (key !== null && below) return [key, ...below]
  }
  return null
}

function originOfMember(node: TSESTree.MemberExpression, parsed: Parsed): Origin | null {
  const name = memberName(node)
  if (name === null) return null
  return extend(originOf(inheritedFrom(node.object, name, parsed) ?? node.object, parsed), name)
}

/** For a static member that a class of this file does not declare: the class it extends. */
function inheritedFrom(object: Node, name: string, parsed: Parsed): TSESTree.Expression | null {
  if (object.type !== 'Identifier') return null
  const node = variableOf(object, parsed)?.defs[0]?.node
  if (node?.type !== 'ClassDeclaration' || !node.superClass) return null
  const declares = node.body.body.some(
    (member) => 'static' in member && member.static && 'key' in member && keyName(member.key) === name,
  )
  return declares ? null : node.superClass
}

/** `require('x')`, `promisify(f)`, and `createRequire(...)`, which gives a `require`. */
function originOfResult(node: TSESTree.CallExpression, parsed: Parsed): Origin | null {
  const [argument] = node.arguments
  if (!argument || argument.type === 'SpreadElement') return null
  if (isRequire(node, parsed)) return originOfModule(argument, parsed)
  const callee = originOf(node.callee, parsed)
  switch (callee && `${callee.module}.${callee.path.filter((name) => name !== 'default').join('.')}`) {
    case 'module.createRequire':
      return { module: 'global', path: ['require'], promisified: false }
    case 'util.promisify': {
      const origin = originOf(argument, parsed)
      return origin && { ...origin, promisified: true }
    }
    default:
      return null
  }
}

function originOfModule(source: Node, parsed: Parsed): Origin | null {
  const name =
    source.type === 'TemplateLiteral' ? source.quasis[0]!.value.cooked : 'value' in source ? source.value : null
  if (typeof name !== 'string' || (source.type === 'TemplateLiteral' && source.expressions.length > 0)) return null
  return { module: moduleOf(name, parsed.filename), path: [], promisified: false }
}

function extend(origin: Origin | null, name: string): Origin | null {
  return origin && !origin.promisified ? { ...origin, path: [...origin.path, name] } : null
}

/** Name of the property that a member expression reads: `a.b`, `a['b']`; null where it is computed. */
export function memberName({ computed, property }: TSESTree.MemberExpression): string | null {
  if (!computed) return property.type === 'Identifier' ? property.name : null
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : null
}

function keyName(key: Node): string | null {
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : null
}

function isTopLevel({ scope }: Variable): boolean {
  return scope.type === 'module' || scope.type === 'global' || scope.block.type === 'Program'
}
