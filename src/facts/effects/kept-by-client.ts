import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { definingVariable } from '../callees/imported-node.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { referencesOf, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { classOfThis, fieldValues, propertyName } from '../values/class-members.ts'

/**
 * What a client was given and keeps for all its requests, as far as its files show: when it was made, or later.
 *
 *     const api = got.extend({ hooks })      api.interceptors.request.use(addToken)
 */
export function keptByClient(client: Node, parsed: Parsed, rows: readonly KnownCallRow[], depth = 0): readonly Node[] {
  if (depth > MAX_DEPTH) return []
  const node = plainExpression(client)
  if (node.type === 'CallExpression') return keptFromMaking(node, parsed, rows, depth)
  const { makers, names } = seenOf(node, parsed)
  return [
    ...makers.flatMap((maker) => keptByClient(maker, fileOf(maker, parsed), rows, depth + 1)),
    ...names.flatMap((name) => givenLater(name, fileOf(name, parsed), rows)),
  ]
}

const MAX_DEPTH = 4

/** Whether its files name the settings of a client, so that they may change: `api.defaults.headers.token = token`. */
export function namesSettings(client: Node, settings: string, parsed: Parsed): boolean {
  const { names } = seenOf(plainExpression(client), parsed)
  const isSettings = ({ parent }: Node): boolean =>
    parent?.type === 'MemberExpression' && !parent.computed && propertyName(parent.property) === settings
  return names.some(isSettings)
}

/** What it was made with, and what that which made it keeps. */
function keptFromMaking(
  call: TSESTree.CallExpression,
  parsed: Parsed,
  rows: readonly KnownCallRow[],
  depth: number,
): readonly Node[] {
  if (lookUpCall(call, parsed, rows)?.row.keeps !== 'result') return []
  const callee = plainExpression(call.callee)
  const above = callee.type === 'MemberExpression' ? keptByClient(callee.object, parsed, rows, depth + 1) : []
  return [...call.arguments, ...above]
}

interface Seen {
  /** What may have made the client. */
  readonly makers: readonly Node[]
  /** Where it is named. */
  readonly names: readonly Node[]
}

const NOTHING: Seen = { makers: [], names: [] }

function seenOf(node: Node, parsed: Parsed): Seen {
  if (node.type === 'MemberExpression') return seenOfField(node, parsed)
  const own = node.type === 'Identifier' ? variableOf(node, parsed) : null
  if (!own) return NOTHING
  const variables = new Set([own, definingVariable(own, parsed)])
  const inits = [...variables].map(singleInit)
  return {
    makers: inits.filter((init) => init !== null).filter((init) => plainExpression(init).type === 'CallExpression'),
    names: [...variables].flatMap((variable) => referencesOf(variable).map(({ identifier }) => identifier as Node)),
  }
}

/** `this.client`, as its class uses it. */
function seenOfField(node: TSESTree.MemberExpression, parsed: Parsed): Seen {
  const owner = node.object.type === 'ThisExpression' ? classOfThis(node) : null
  const name = propertyName(node.property)
  if (!owner || name === null || node.computed) return NOTHING
  const names: Node[] = []
  walk(owner.body, parsed, (inner) => {
    if (inner.type !== 'MemberExpression' || inner.computed || inner.object.type !== 'ThisExpression') return
    if (propertyName(inner.property) === name) names.push(inner)
  })
  return { makers: (fieldValues(owner, parsed).get(name) ?? []).filter((value) => value !== null), names }
}

/** `addToken` of `api.interceptors.request.use(addToken)` */
function givenLater(name: Node, parsed: Parsed, rows: readonly KnownCallRow[]): readonly Node[] {
  let callee = name
  while (callee.parent?.type === 'MemberExpression' && callee.parent.object === callee) callee = callee.parent
  const call = callee.parent
  if (call?.type !== 'CallExpression' || call.callee !== callee || callee === name) return []
  return lookUpCall(call, parsed, rows)?.row.keeps === 'receiver' ? call.arguments : []
}
