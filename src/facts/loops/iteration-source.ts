import type { Variable } from '@typescript-eslint/scope-manager'
import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { referencesOf, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { valueKindOf } from '../values/value-of.ts'
import type { Region } from '../effects/region.ts'

/**
 * Whether no two turns get the same element. `flat`: nor is one a name below the other, as names of one directory
 * are not; `a` and `a/b` are distinct, but one place on disk. `no`: two that are written out name one file.
 */
export type Distinct = 'flat' | 'yes' | 'unknown' | 'no'

/**
 * What the turns get: whether their elements surely differ (keys, a Set, a directory's listing), and of which kind
 * they are.
 */
export interface Elements {
  readonly distinct: Distinct
  /** Null where it is not known. */
  readonly kind: string | null
}

export function elementsWalked(loop: AwaitLoop, region: Region): Elements {
  if (loop.kind === 'for-in') return { distinct: 'yes', kind: 'string' }
  const indexed = loop.kind === 'index' || loop.kind === 'counter'
  if (indexed || !loop.source) return { distinct: 'unknown', kind: null }
  const kind = valueKindOf(loop.source, region.parsed)
  return {
    distinct: distinctnessOf(loop.source, region, 0),
    kind: kind?.endsWith('[]') ? kind.slice(0, -2) : isMapOfNames(kind) ? '[key, value]' : null,
  }
}

/** Two objects may name one place: `Set<URL>`. */
const SET_OF_NAMES = /^(?:Readonly)?Set(?:<(?:string|number)>)?$/

/** A Map gives its entries, no two with one key. */
function isMapOfNames(kind: string | null): boolean {
  return kind !== null && /^(?:Readonly)?Map<(?:string|number),/.test(kind)
}

/** Whether what is walked is surely a list in memory, not a stream, a generator or something lazy. */
export function isKnownCollection(loop: AwaitLoop, region: Region): boolean {
  if (loop.kind === 'for-in') return true
  const kind = loop.source && valueKindOf(loop.source, region.parsed)
  return kind !== null && /^(?:\[|(?:Readonly)?(?:Array|Set|Map)\b|string$)|\[\]$/.test(kind)
}

function distinctnessOf(expression: Node, region: Region, depth: number): Distinct {
  const node = plainExpression(expression)
  if (depth > 6) return 'unknown'
  const set: Distinct = isSet(node, region) || isMapOfNames(valueKindOf(node, region.parsed)) ? 'yes' : 'unknown'
  switch (node.type) {
    case 'Identifier': {
      const variable = variableOf(node, region.parsed)
      const init = variable && isOnlyRead(variable, region) ? onlyValueOf(variable) : null
      const distinct = init ? distinctnessOf(init, region, depth + 1) : 'unknown'
      return distinct === 'unknown' ? set : distinct
    }
    case 'AwaitExpression':
      return distinctnessOf(node.argument, region, depth + 1)
    case 'ArrayExpression':
      return distinctnessOfLiterals(node.elements)
    case 'CallExpression': {
      const known = lookUpCall(node, region.parsed, region.knownCalls)
      if (known?.row.distinct === 'receiver') {
        return known.receiver ? distinctnessOf(known.receiver, region, depth + 1) : 'unknown'
      }
      return known?.row.distinct === 'flat' ? 'flat' : known?.row.distinct === 'always' ? 'yes' : set
    }
    default:
      return set
  }
}

/** `let names; try { names = await readdir(folder) } catch { return }` */
function onlyValueOf(variable: Variable): Node | null {
  const writes = referencesOf(variable).filter((reference) => reference.isWrite())
  const parent = writes.length === 1 ? (writes[0]!.identifier.parent as Node | undefined) : undefined
  const isAssigned = parent?.type === 'AssignmentExpression' && parent.operator === '=' && parent.left === writes[0]!.identifier
  return isAssigned ? parent.right : singleInit(variable)
}

/**
 * Nothing is added to the list between its making and the loop: it is walked, measured, or asked by methods that
 * only read.
 */
function isOnlyRead(variable: Variable, region: Region): boolean {
  return referencesOf(variable).every(({ identifier, init }) => {
    const parent = identifier.parent as Node | undefined
    if (init || parent?.type === 'ForOfStatement') return true
    if (parent?.type === 'AssignmentExpression' && parent.left === identifier) return true
    if (parent?.type !== 'MemberExpression' || parent.object !== identifier) return false
    if (parent.parent.type !== 'CallExpression' || parent.parent.callee !== parent)
      return parent.parent.type !== 'AssignmentExpression'
    const known = lookUpCall(parent.parent, region.parsed, region.knownCalls)
    return known !== null && !known.row.effects.some(({ does, on }) => does === 'write' && on === 'receiver')
  })
}

function isSet(node: Node, region: Region): boolean {
  return SET_OF_NAMES.test(valueKindOf(node, region.parsed) ?? '')
}

/** Also as names of files: `a`, `./a`, and on some disks `A`, are one. */
function distinctnessOfLiterals(elements: readonly (Node | null)[]): Distinct {
  const values = elements.map((element) =>
    element?.type === 'Literal' ? String(element.value).toLowerCase().split('/').filter(isNameInPath).join('/') : null,
  )
  if (values.some((value) => value === null)) return 'unknown'
  const all = new Set(values)
  if (all.size < values.length) return 'no'
  const isAbove = values.some((value) => foldersOf(value!).some((folder) => all.has(folder)))
  return isAbove || values.some((value) => value === '' || value!.split('/').includes('..')) ? 'yes' : 'flat'
}

/** `a`, `a/b` of `a/b/c`. */
function foldersOf(path: string): readonly string[] {
  return path.split('/').slice(0, -1).map((_, at, parts) => parts.slice(0, at + 1).join('/'))
}

function isNameInPath(part: string): boolean {
  return part !== '' && part !== '.'
}
