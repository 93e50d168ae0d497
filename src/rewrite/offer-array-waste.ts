import type { TSESTree } from '@typescript-eslint/utils'
import { arraynessOf, isArrayByType } from '../facts/rewrite-legality/arrayness.ts'
import { isTypeScript } from '../facts/rewrite-legality/is-typescript.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import { referencesOf } from '../facts/scopes/binding.ts'
import type { ArrayWaste } from '../model/array-waste.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { Draft } from './drafts.ts'
import { offersOf } from './drafts.ts'
import { EditList } from './edit-list.ts'
import { freshName, isDeclaredAround } from './fresh-name.ts'
import type { Offers } from './rewrite.ts'
import { asArrowBody, rangeInParentheses, tokenAfter, tokenBefore } from './source-text.ts'

type Waste<Kind extends ArrayWaste['kind']> = Extract<ArrayWaste, { kind: Kind }>

/** What grows in place, or is not built. */
export function offerForArrayWaste(waste: ArrayWaste, parsed: Parsed): Offers {
  switch (waste.kind) {
    case 'spread-in-loop':
      return offersOf([pushInLoop(waste, parsed)], parsed)
    case 'range':
      return offersOf([countingLoop(waste, parsed)], parsed)
    case 'reduce-array':
      return offersOf([mapInstead(waste, parsed), growInReduce(waste, parsed)], parsed)
    case 'reduce-object':
      return offersOf([fromEntries(waste, parsed), growInReduce(waste, parsed)], parsed)
  }
}

/** all = [...all, x]   ->   all.push(x) */
function pushInLoop({ node, name, added, declarator }: Waste<'spread-in-loop'>, parsed: Parsed): Draft | RefusalCode {
  const type = declarator.id.type === 'Identifier' ? declarator.id.typeAnnotation : undefined
  if (type && /\breadonly\b|\bReadonlyArray\b/.test(parsed.text.slice(...type.range))) return 'unsupported-form'
  const list = new EditList()
  const last = added.at(-1)!
  list.replace(node.range[0], added[0]!.range[0], `${name.name}.push(`)
  list.replace(last.range[1], node.range[1], ')')
  const variable = variableOf(name, parsed)
  const writes = variable ? referencesOf(variable).filter((reference) => reference.isWrite() && !reference.init) : []
  const declaration = declarator.parent
  if (writes.length === 1 && declaration.kind === 'let' && declaration.declarations.length === 1) {
    list.replace(declaration.range[0], declaration.range[0] + 'let'.length, 'const')
  }
  return { form: 'grow-in-place', title: 'Use `push` (the array grows in place instead of being copied in each turn).', list }
}

/** xs.reduce((all, x) => [...all, f(x)], [])   ->   xs.map((x) => f(x)) */
function mapInstead({ node, callback, literal, source }: Waste<'reduce-array' | 'reduce-object'>, parsed: Parsed): Draft | RefusalCode {
  const added = literal.type === 'ArrayExpression' ? literal.elements[1] : null
  const [all, element] = callback.params
  if (!added || !all || !element || (literal as TSESTree.ArrayExpression).elements.length > 2) return 'unsupported-form'
  if (!isArrayByType(source, parsed) && arraynessOf(source, parsed) !== 'dense') return 'no-array'
  const isSpread = added.type === 'SpreadElement'
  if (isSpread && !isArrayByType(added.argument, parsed)) return 'no-array'
  if (element.type === 'AssignmentPattern') return 'unsupported-form'
  const property = (node.callee as TSESTree.MemberExpression).property
  const list = new EditList()
  list.replace(property.range[0], node.typeArguments ? node.typeArguments.range[1] : property.range[1], isSpread ? 'flatMap' : 'map')
  list.replace(all.range[0], element.range[0], '')
  const value = isSpread ? added.argument : added
  list.replace(...rangeInParentheses(literal, parsed), value.type === 'ObjectExpression' ? `(${parsed.text.slice(...value.range)})` : asArrowBody(value, parsed))
  list.replace(callback.range[1], tokenBefore(node.range[1] - 1, parsed)!.range[1], '')
  return { form: 'map-instead', title: `Use \`${isSpread ? 'flatMap' : 'map'}\` (the array is built once instead of being copied for each element).`, list }
}

/** xs.reduce((all, x) => ({ ...all, [k]: v }), {})   ->   Object.fromEntries(xs.map((x) => [k, v])) */
function fromEntries({ node, callback, literal, source }: Waste<'reduce-array' | 'reduce-object'>, parsed: Parsed): Draft | RefusalCode {
  const [, property, more] = literal.type === 'ObjectExpression' ? literal.properties : []
  const [all, element] = callback.params
  if (property?.type !== 'Property' || more || !property.computed || property.method || !all || !element) return 'unsupported-form'
  if (element.type === 'AssignmentPattern' || isDeclaredAround('Object', node, parsed)) return 'unsupported-form'
  if (isTypeScript(parsed) && hasWrittenType(node, callback)) return 'unsupported-form'
  if (!isArrayByType(source, parsed)) return 'no-array'
  const name = (node.callee as TSESTree.MemberExpression).property
  const [key, value] = [property.key, property.value].map((part) => parsed.text.slice(...part.range))
  const list = new EditList()
  list.insert(node.range[0], 'Object.fromEntries(')
  list.replace(name.range[0], name.range[1], 'map')
  list.replace(all.range[0], element.range[0], '')
  list.replace(...rangeInParentheses(literal, parsed), `[${key}, ${value}]`)
  list.replace(callback.range[1], tokenBefore(node.range[1] - 1, parsed)!.range[1], '')
  list.insert(node.range[1], ')')
  return { form: 'map-instead', title: 'Use `Object.fromEntries` (the object is built once instead of being copied for each element).', list }
}

/** (all, x) => ({ ...all, [k]: v })   ->   (all, x) => { all[k] = v; return all } */
function growInReduce({ node, callback, literal }: Waste<'reduce-array' | 'reduce-object'>, parsed: Parsed): Draft | RefusalCode {
  if (isTypeScript(parsed) && !hasWrittenType(node, callback)) return 'unsupported-form'
  const all = (callback.params[0] as TSESTree.Identifier).name
  if (callback.returnType && /readonly/i.test(parsed.text.slice(...callback.returnType.range))) return 'unsupported-form'
  const writes = literal.type === 'ArrayExpression' ? pushes(literal, all, parsed) : assignments(literal, all, parsed)
  if (!writes) return 'unsupported-form'
  const list = new EditList()
  const [start, end] = rangeInParentheses(literal, parsed)
  list.replace(start, end, `{ ${[...writes, `return ${all}`].join('; ')} }`)
  return { form: 'grow-in-place', title: `Add to \`${all}\` in place (it is no longer copied for each element).`, list }
}

/** TypeScript allows no new keys in what it knows as `{}`. */
function hasWrittenType(node: TSESTree.CallExpression, callback: TSESTree.ArrowFunctionExpression): boolean {
  const [all] = callback.params
  const isAnnotated = all?.type === 'Identifier' && Boolean(all.typeAnnotation)
  return isAnnotated || Boolean(node.typeArguments) || node.arguments[1]?.type === 'TSAsExpression'
}

function pushes({ elements }: TSESTree.ArrayExpression, all: string, parsed: Parsed): string[] | null {
  const texts = elements.slice(1).map((element) => {
    if (!element) return null
    // A spread of many elements would be too many arguments.
    if (element.type === 'SpreadElement') return `for (const item of ${parsed.text.slice(...element.argument.range)}) ${all}.push(item)`
    return `${all}.push(${parsed.text.slice(...element.range)})`
  })
  const hasName = elements.some((element) => element && /\bitem\b/.test(parsed.text.slice(...element.range)))
  return texts.every((text) => text !== null) && !hasName ? texts : null
}

function assignments({ properties }: TSESTree.ObjectExpression, all: string, parsed: Parsed): string[] | null {
  const texts = properties.slice(1).map((property) => {
    if (property.type !== 'Property' || property.method || property.kind !== 'init') return null
    if (!property.computed && property.key.type !== 'Identifier') return null
    const key = parsed.text.slice(...property.key.range)
    const value = parsed.text.slice(...property.value.range)
    return `${all}${property.computed ? `[${key}]` : `.${key}`} = ${value}`
  })
  return texts.every((text) => text !== null) ? texts : null
}

/** for (const i of Array.from({ length: n }, (_, i) => i))   ->   for (let i = 0; i < n; i++) */
function countingLoop({ loop, end }: Waste<'range'>, parsed: Parsed): Draft | RefusalCode {
  const [declarator] = (loop.left as TSESTree.VariableDeclaration).declarations
  if (declarator?.id.type !== 'Identifier' || declarator.id.typeAnnotation) return 'unsupported-form'
  const { name } = declarator.id
  const text = parsed.text.slice(...end.range)
  const isFixed = end.type === 'Literal'
  const last = isFixed ? text : freshName(['end', 'count', 'total'], loop, parsed)
  const close = tokenAfter(rangeInParentheses(loop.right, parsed)[1], parsed)
  if (!close || (isTypeScript(parsed) && end.type === 'TSNonNullExpression')) return 'unsupported-form'
  const list = new EditList()
  const head = isFixed ? `let ${name} = 0` : `let ${name} = 0, ${last} = ${text}`
  list.replace(loop.left.range[0], close.range[0], `${head}; ${name} < ${last}; ${name}++`)
  return { form: 'counting-loop', title: 'Count in the loop (no array is built).', list }
}
