import { findAwaitLoops } from '../../src/model/find-await-loops.ts'
import type { Parsed } from '../../src/parse/parsed.ts'
import type { Answer, Preset } from '../../src/report/answer.ts'
import type { Rewrite } from '../../src/rewrite/rewrite.ts'
import type { RefusalCode } from '../../src/verdict/reason-codes.ts'
import type { Confidence } from '../../src/verdict/verdict.ts'

/** Answers every loop alike, so that a test of the door knows what it put in: two rewrites, each with two edits. */
export function answersOf(
  confidence: Confidence | null,
  refused: RefusalCode | null = null,
  preset: Preset = 'recommended',
): (parsed: Parsed) => Answer[] {
  return (parsed) =>
    findAwaitLoops(parsed).map((loop): Answer => {
      const verdict = confidence === null ? 'serial' : 'concurrent'
      return {
        form: { node: loop.node, mark: loop.awaits[0] ?? loop.node, owner: loop.owner, kind: loop.kind },
        finding: {
          rule: 'fake',
          line: loop.node.loc.start.line,
          column: loop.node.loc.start.column + 1,
          endLine: loop.node.loc.end.line,
          endColumn: loop.node.loc.end.column + 1,
          verdict,
          confidence,
          preset: confidence === null ? null : preset,
          reasons: [],
          message: `A ${loop.kind} loop of {{ braces }}.`,
          rewrites: [],
          refused: null,
        },
        offers: {
          rewrites: refused ? [] : ['safest', 'second'].map((word) => rewriteTo(loop.node.range, word, parsed.text)),
          refused,
        },
      }
    })
}

function rewriteTo([start, end]: readonly [number, number], word: string, text: string): Rewrite {
  const line = `import ${word} from '${word}'\n`
  return {
    form: 'map-all',
    title: `Take the ${word} one`,
    edits: [
      { range: [start, end], text: `${word}()` },
      ...(text.includes(line) ? [] : [{ range: [0, 0] as const, text: line }]),
    ],
  }
}
