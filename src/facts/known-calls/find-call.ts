import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { fileOf } from '../../parse/file-of.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { calledBySuper } from '../callees/super-class.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { classOf, parseKind } from '../values/kind.ts'
import type { CallNode } from './call-arguments.ts'
import { canonicalOrigin, splitKind } from './canonical-origin.ts'
import { parentClassOf } from './class-parents.ts'
import type { Origin } from './origin.ts'
import { moduleOfFile } from './module-path.ts'
import { memberName, originOf } from './origin.ts'
import { isMet } from './row-condition.ts'
import type { KnownCallRow } from './row.ts'
import { indexOf, rowsFor } from './row-index.ts'
import { KNOWN_CALL_ROWS } from './table.ts'
import type { Asked } from './whole-text.ts'

/** What is known of one call. */
export interface KnownCall {
  readonly row: KnownCallRow
  /** The object before the dot of an instance's method; null for a function of a module. */
  readonly receiver: TSESTree.Expression | null
  /** The callee as the source spells it, on one line: `fs.readFile`; its last name where that is long. */
  readonly calleeName: string
  /** Told by what the method is given, as nothing is known of its receiver. */
  readonly isByGiven?: true
}

/** What a call is asked against. `kindOf` is a parameter because kinds are found through calls too. */
export interface Asking extends Asked {
  readonly userRows: readonly KnownCallRow[]
  /** The same against another file, of which what is asked about is. */
  readonly at: (file: Parsed) => Asking
}

/** The row of a call, the user's rows first; null where the callee is not certain or not in the table. */
export function findCall(node: CallNode, asking: Asking): KnownCall | null {
  for (const rows of asking.userRows.length > 0 ? [asking.userRows, KNOWN_CALL_ROWS] : [KNOWN_CALL_ROWS]) {
    for (const { module, name, receiver, promisified } of namesOf(node, asking)) {
      const row = rowFor(rows, module, name, node, asking)
      if (!row) continue
      const isByGiven = name.startsWith('?#') && { isByGiven: true as const }
      const calleeName = calleeNameOf(node, asking.parsed)
      return { row: promisified ? promisifiedRow(row) : row, receiver, calleeName, ...isByGiven }
    }
  }
  return null
}

interface CalleeName {
  readonly module: string
  readonly name: string
  readonly receiver: TSESTree.Expression | null
  readonly promisified: boolean
}

/** Names that rows may have for the callee: by its origin, then by the class of its receiver and its parents. */
function* namesOf(node: CallNode, asking: Asking): Generator<CalleeName> {
  const callee = calleeOf(node)
  if (!callee) {
    yield { module: 'global', name: 'import()', receiver: null, promisified: false }
    return
  }
  const above = calledBySuper(callee)
  const origin = originOf(above ?? callee, asking.parsed)
  if (origin) yield* namesOfOrigin(canonicalOrigin(origin), above !== null || node.type === 'NewExpression')
  if (above) return
  if (node.type === 'NewExpression') return
  const method = callee.type === 'MemberExpression' ? memberName(callee) : null
  if (method !== null) yield* namesOfInstance((callee as TSESTree.MemberExpression).object, `#${method}`, asking)
  yield* namesOfInstance(callee as TSESTree.Expression, '()', asking)
  yield* namesByType(callee, asking)
  if (method !== null && node.type === 'CallExpression') yield* namesByGiven(node, method, asking)
}

/** `client.send(new PutObjectCommand(...))`: what is given tells, where nothing is known of the receiver. */
function* namesByGiven(node: TSESTree.CallExpression, method: string, asking: Asking): Generator<CalleeName> {
  const { object } = node.callee as TSESTree.MemberExpression
  const given = node.arguments[0] && plainExpression(node.arguments[0])
  if (given?.type !== 'NewExpression' || asking.kindOf(object) !== null) return
  const kind = asking.kindOf(given)
  if (kind) yield { module: splitKind(kind)[0], name: `?#${method}`, receiver: object, promisified: false }
}

/** Names under which the callee is declared: a function that came by other files, a method of a class above. */
function* namesByType(callee: Node, { parsed }: Asking): Generator<CalleeName> {
  const object = callee.type === 'MemberExpression' ? callee.object : null
  for (const { module, path, member } of parsed.types?.namesOf(callee, fileOf(callee, parsed)) ?? []) {
    const origin = canonicalOrigin({ module, path, promisified: false })
    const name = origin.path.length === 0 ? 'default' : origin.path.join('.')
    if (member === null) yield { module: origin.module, name, receiver: null, promisified: false }
    else yield { module: origin.module, name: `${name}#${member}`, receiver: object, promisified: false }
  }
}

function* namesOfOrigin({ module, path, promisified }: Origin, isMade: boolean): Generator<CalleeName> {
  const exported = path.length === 0 ? 'default' : path.join('.')
  const name = isMade ? `new ${exported}` : exported
  if (promisified) yield { module: `${module}/promises`, name, receiver: null, promisified: false }
  yield { module, name, receiver: null, promisified }
}

function* namesOfInstance(object: TSESTree.Expression, suffix: string, asking: Asking): Generator<CalleeName> {
  const kind = asking.kindOf(object)
  const receiver = suffix === '()' ? null : object
  for (let name = kind && classOf(parseKind(kind)); name; name = parentClassOf(name)) {
    const [module, type] = splitKind(name)
    yield { module, name: `${type}${suffix}`, receiver, promisified: false }
  }
}

function rowFor(
  rows: readonly KnownCallRow[],
  module: string,
  name: string,
  node: CallNode,
  asking: Asking,
): KnownCallRow | null {
  const found = rowsFor(indexOf(rows), module, name, moduleOfFile(asking.parsed.filename))
  return found.find(({ when }) => !when || [when].flat().every((one) => isMet(one, node, asking))) ?? null
}

function calleeOf(node: CallNode): Node | null {
  if (node.type === 'ImportExpression') return null
  return plainExpression(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee)
}

function calleeNameOf(node: CallNode, { text }: Parsed): string {
  const callee = calleeOf(node)
  if (!callee) return 'import'
  const spelled = text.slice(callee.range[0], callee.range[1])
  if (/^[\w$#.?!]{1,40}$/.test(spelled)) return spelled
  if (callee.type === 'MemberExpression') return memberName(callee) ?? 'call'
  return callee.type === 'Identifier' ? callee.name : 'call'
}

const promisifiedRows = new WeakMap<KnownCallRow, KnownCallRow>()

/** The row of `promisify(f)` from that of `f`: it gives a promise, and the callback is not the caller's. */
function promisifiedRow(row: KnownCallRow): KnownCallRow {
  let promisified = promisifiedRows.get(row)
  if (!promisified) {
    const { callsLater: _callback, returns: _returns, ...rest } = row
    promisified = { ...rest, async: true }
    promisifiedRows.set(row, promisified)
  }
  return promisified
}
