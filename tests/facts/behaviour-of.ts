import type { Access, Behaviour } from '../../src/facts/effects/behaviour.ts'
import { collectBehaviour } from '../../src/facts/effects/collect-behaviour.ts'
import type { Ref } from '../../src/facts/effects/place.ts'
import type { Region } from '../../src/facts/effects/region.ts'
import type { KnownCallRow } from '../../src/facts/known-calls/row.ts'
import type { LoopStatement, Node } from '../../src/parse/node-types.ts'
import { isLoopStatement } from '../../src/parse/node-types.ts'
import type { Parsed } from '../../src/parse/parsed.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import { walk } from '../../src/parse/walk.ts'

interface Asked {
  readonly parsed: Parsed
  readonly loop: LoopStatement
  readonly region: Region
  readonly behaviour: Behaviour
}

/** What a turn of the first loop of the source does. */
export function behaviourOf(source: string, knownCalls: readonly KnownCallRow[] = []): Asked {
  const parsed = parseText(source, 'example.ts')
  const loop = firstLoop(parsed)
  const head = loop.type === 'ForOfStatement' || loop.type === 'ForInStatement' ? loop.left : loop
  const region: Region = {
    parsed,
    knownCalls,
    node: loop,
    elements: new Set(parsed.scopes.getDeclaredVariables(head as never)),
    bound: new Map(),
  }
  return { parsed, loop, region, behaviour: collectBehaviour([loop.body], region) }
}

/**
 * The lines of the source that have a comment, with that comment as it ought to be:
 *
 *     total += 1 // reads total; writes total        out.items.push(x) // writes (out.items)
 *
 * A bare name is the variable; in parentheses stands the object that it, or the path, leads to. The element's own
 * parts are spelled `<element>.id`, what an unknown call gave `<result>`. Of reads and writes only those are told
 * that the comment tells; names of functions are left out.
 */
export function annotated(source: string): { expected: string[]; found: string[] } {
  const { behaviour } = behaviourOf(source)
  const expected: string[] = []
  const found: string[] = []
  for (const [index, text] of source.split('\n').entries()) {
    const [code, comment] = text.split(' // ')
    if (comment === undefined) continue
    const accesses = behaviour.accesses.filter(({ anchor }) => anchor.loc.start.line === index + 1)
    expected.push(text.trim())
    found.push(
      `${code!.trim()} // ${comment
        .split('; ')
        .map((part) => told(part.split(' ')[0]!, accesses))
        .join('; ')}`,
    )
  }
  return { expected, found }
}

function told(verb: string, accesses: readonly Access[]): string {
  const places = accesses
    .filter(({ does, place }) => `${does}s` === verb && !isFunctionName(place))
    .map(({ place }) => ('variable' in place ? place.variable.name : `(${spell(place.ref)})`))
  return `${verb} ${[...new Set(places)].sort().join(', ') || 'nothing'}`
}

function isFunctionName(place: Access['place']): boolean {
  return 'variable' in place && /^(?:FunctionName|ClassName|ImportBinding)$/.test(place.variable.defs[0]?.type ?? '')
}

export function spell({ root, path }: Ref): string {
  const start =
    root.kind === 'variable'
      ? root.variable.name
      : root.kind === 'global'
        ? `::${root.name}`
        : root.kind === 'this'
          ? 'this'
          : root.kind === 'opaque'
            ? '<result>'
            : `<${root.kind}>`
  return [start, ...path].join('.')
}

function firstLoop(parsed: Parsed): LoopStatement {
  let found: Node | null = null
  walk(parsed.ast, parsed, (node) => {
    if (!found && isLoopStatement(node) && parsed.text.slice(0, node.range[0]).trimEnd().endsWith('/* turn */'))
      found = node
  })
  if (!found) throw new Error('no loop after /* turn */')
  return found
}
