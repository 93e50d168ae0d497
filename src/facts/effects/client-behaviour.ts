import { fileOf, isOfFile } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import { functionsIn } from '../callees/functions-in.ts'
import type { KnownCall } from '../known-calls/find-call.ts'
import { optionIn } from '../known-calls/naming-argument.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { isNothing } from '../scopes/is-nothing.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import type { OpaqueNode } from './behaviour.ts'
import { keptByClient, namesSettings } from './kept-by-client.ts'
import type { Ref } from './place.ts'
import { extendRef } from './place.ts'
import type { Recorder } from './recorder.ts'
import { refsOf } from './refs.ts'
import { replayBody } from './replay-body.ts'

/**
 * Records what a request does with what its client keeps: it reads the settings of the client, calls the functions that
 * the client was given, and changes objects in its options, as a jar of cookies.
 */
export function recordRequest(node: OpaqueNode, { row }: KnownCall, recorder: Recorder): void {
  const { region } = recorder
  const client = clientOf(node)
  if (row.ofClient === undefined || !client) return
  const settings = row.ofClient
  if (namesSettings(client, settings, region.parsed)) {
    for (const ref of refsOf(client, region)) recorder.access('read', extendRef(ref, [settings]), node, 'deep')
  }
  for (const kept of keptByClient(client, region.parsed, region.knownCalls)) {
    recordKeptFunctions(kept, node, recorder)
    for (const { does, on } of row.effects) {
      if (typeof on === 'object' && on.option !== undefined) recordOption(does, kept, on.option, node, recorder)
    }
  }
}

/** Records what is done to an object in the options of a call: `{ cookieJar }`. */
export function recordOption(
  does: 'read' | 'write',
  options: Node,
  option: string,
  node: OpaqueNode,
  recorder: Recorder,
): void {
  const file = fileOf(options, recorder.region.parsed)
  const value = optionIn(initOfName(plainExpression(options), file) ?? options, option)
  if (!value || !isOfFile(value, recorder.region.parsed)) return
  for (const ref of refsOf(value, recorder.region)) recorder.access(does, ref, node, 'deep')
}

/** `axios` of `axios.get(url)`, `api` of `api(config)`. */
function clientOf(node: OpaqueNode): Node | null {
  if (node.type !== 'CallExpression') return null
  const callee = plainExpression(node.callee)
  return callee.type === 'MemberExpression' ? callee.object : callee
}

/** What they are given is of the request alone. */
function recordKeptFunctions(kept: Node, node: OpaqueNode, recorder: Recorder): void {
  const { region } = recorder
  const functions = functionsIn(kept, fileOf(kept, region.parsed))
  const given: readonly Ref[] = [{ root: { kind: 'fresh', node }, path: [] }]
  for (const callback of functions) replayBody(callback, node, null, [], recorder, given)
  const isSeen = functions.length > 0 || kept.type !== 'Identifier' || isNothing(kept)
  // A function of another file, or options that are not seen: most add a header.
  if (!isSeen && !initOfName(kept, fileOf(kept, region.parsed))) recorder.assumed.push({ anchor: node, origin: node })
}
