import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { keyOfMember } from './class-node.ts'

type Accessors = ReadonlyMap<string, readonly FunctionNode[]>

const NONE: Accessors = new Map()
const ACCESSOR_IN_TEXT = /\b[gs]et\s+[\w$#'"[]/
const caches = new WeakMap<Parsed['ast'], Accessors>()

/** What a property of an object that is not found may run: the getters, or setters, that the file has by its name. */
export function accessorsNamed(key: string, kind: 'get' | 'set', parsed: Parsed): readonly FunctionNode[] {
  let known = caches.get(parsed.ast)
  if (!known) caches.set(parsed.ast, (known = ACCESSOR_IN_TEXT.test(parsed.text) ? accessorsOf(parsed) : NONE))
  return known.get(`${kind} ${key}`) ?? []
}

function accessorsOf(parsed: Parsed): Accessors {
  const found = new Map<string, FunctionNode[]>()
  walk(parsed.ast, parsed, (node) => {
    if (node.type !== 'MethodDefinition' && node.type !== 'Property') return
    const value = node.value as Node
    const key = node.kind === 'get' || node.kind === 'set' ? keyOfMember(node) : null
    if (key === null || !isFunction(value)) return
    found.set(`${node.kind} ${key}`, [...(found.get(`${node.kind} ${key}`) ?? []), value])
  })
  return found
}
