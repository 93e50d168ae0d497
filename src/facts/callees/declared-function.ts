import { fileOf } from '../../parse/file-of.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isAssignedMember } from './replaced-members.ts'

/** The function of this file, or one around it, that a type checker takes the callee for. */
export function declaredFunction(callee: Node, parsed: Parsed): FunctionNode | null {
  const node = plainExpression(callee)
  const from = fileOf(node, parsed)
  // Which method `this` has is told by the text.
  if (node.type === 'MemberExpression' && (node.object.type === 'ThisExpression' || node.object.type === 'Super')) return null
  const declared = from.types?.declarationOf(node, from)
  if (!declared) return null
  const isHere = declared.path === from.filename
  // Within a file the text tells what a name stands for, and why it may not.
  if (isHere && node.type === 'Identifier') return null
  const file = isHere ? from : from.files?.load(declared.path, from.filename)
  const name = file?.text === declared.text ? nameAt(declared.start, file) : null
  return file && name && !mayBeReplaced(name, [from, file]) ? functionNamed(name) : null
}

function nameAt(start: number, file: Parsed): Node | null {
  let found: Node | null = null
  walk(file.ast, file, (node) => {
    if (start < node.range[0] || node.range[1] <= start) return 'skip'
    const isName = node.type === 'Identifier' || node.type === 'PrivateIdentifier' || node.type === 'Literal'
    if (isName && node.range[0] === start) found = node
    return undefined
  })
  return found
}

/** api.save = ... */
function mayBeReplaced(name: Node, files: readonly Parsed[]): boolean {
  const { parent } = name
  if (name.type !== 'Identifier' || parent?.type === 'FunctionDeclaration' || parent?.type === 'VariableDeclarator') return false
  return files.some((file) => isAssignedMember(name.name, file))
}

/** function load() {}   const load = () => {}   load() {}   load = () => {}   { load: () => {} } */
function functionNamed({ parent }: Node): FunctionNode | null {
  switch (parent?.type) {
    case 'FunctionDeclaration':
      return parent
    case 'VariableDeclarator':
      return isFunction(parent.init) ? parent.init : null
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return isFunction(parent.value as Node | null) ? (parent.value as FunctionNode) : null
    default:
      return null
  }
}
