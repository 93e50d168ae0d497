import type { Variable } from '@typescript-eslint/scope-manager'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { fileOf, isOfFile } from '../../parse/file-of.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import type { Key, Ref } from './place.ts'

/** Code whose effects are asked for: a turn of a loop, or the body of a function. */
export interface Region {
  readonly parsed: Parsed
  readonly knownCalls: readonly KnownCallRow[]
  /** Variables declared at or below this node are made anew each time the region runs. */
  readonly node: Node
  /** Names that a turn gets from the head: each turn another element. */
  readonly elements: ReadonlySet<Variable>
  /** What parameters of callbacks hold that are called in the region: `x` in `xs.map((x) => ...)`. */
  readonly bound: ReadonlyMap<Variable, readonly Ref[]>
  /** What `this` is in functions that are called in the region. */
  readonly receivers?: ReadonlyMap<Node, readonly Ref[]>
  /** The object whose properties the turns get, each another one. */
  readonly keyed?: KeyedSource
}

export interface KeyedSource {
  readonly object: Node
  /** The name of the key; null where it has none. */
  readonly key: Variable | null
  /** From what the head gives to the property's value: `1` of an entry. */
  readonly path: readonly Key[]
}

/** A callback that is called once for each element, with another one each time. */
export function callbackRegion(callback: FunctionNode, parsed: Parsed, knownCalls: Region['knownCalls']): Region {
  const file = fileOf(callback, parsed)
  const elements = new Set(file.scopes.getDeclaredVariables(callback))
  return { parsed: file, knownCalls, node: callback, elements, bound: new Map() }
}

/** The region that is a function or class itself, or another node that is looked at for its own sake. */
export function regionAt(node: Node, { parsed, knownCalls }: Region): Region {
  return { parsed: fileOf(node, parsed), knownCalls, node, elements: new Set(), bound: new Map() }
}

/** What `this` is where a call in the region tells it: in the function that it calls, also in arrows of that. */
export function boundThis(node: Node, { receivers }: Region): readonly Ref[] | null {
  if (!receivers) return null
  let around = node.parent
  while (around && (!isFunction(around) || around.type === 'ArrowFunctionExpression')) around = around.parent
  return (around && receivers.get(around)) ?? null
}

/** Whether the variable is made anew each time the region runs. */
export function isLocal(variable: Variable, region: Region): boolean {
  const name = variable.identifiers[0]
  if (!name || variable.scope.type === 'global') return false
  if (!isOfFile(name, region.parsed)) return false
  if (variable.defs.some((def) => def.type === 'Variable' && isHoisted(def.parent))) {
    const owner = variable.scope.block as Node
    return isInside(owner, region.node)
  }
  return isInside(name, region.node)
}

function isHoisted(declaration: Node | null | undefined): boolean {
  return declaration?.type === 'VariableDeclaration' && declaration.kind === 'var'
}

function isInside(node: Node, outer: Node): boolean {
  return node.range[0] >= outer.range[0] && node.range[1] <= outer.range[1]
}
