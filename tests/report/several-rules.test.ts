import { expect, test } from 'vitest'
import { DEFAULT_OPTIONS } from '../../src/options.ts'
import type { Node } from '../../src/parse/node-types.ts'
import type { Parsed } from '../../src/parse/parsed.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import { walk } from '../../src/parse/walk.ts'
import type { Answer } from '../../src/report/answer.ts'
import type { ReportRule } from '../../src/report/report-rule.ts'
import { rewriteText } from '../../src/report/rewrite-text.ts'
import { answersOf } from '../../src/report/rules.ts'

/** A rule that finds the calls of `from` and makes calls of `to` of them. */
function renaming(from: string, to: string): ReportRule {
  return {
    name: `no-${from}`,
    preset: 'recommended',
    tellsOfTests: false,
    mayApply: (text) => text.includes(from),
    answers: (parsed) => callsOf(from, parsed).map((node) => renamed(node, to, parsed)),
  }
}

function callsOf(name: string, parsed: Parsed): Node[] {
  const found: Node[] = []
  walk(parsed.ast, parsed, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === name) found.push(node)
  })
  return found
}

function renamed(node: Node, to: string, parsed: Parsed): Answer {
  const text = parsed.text.slice(...node.range).replace(/^\w+/, to)
  return {
    form: { node, mark: node, owner: node, kind: 'call' },
    finding: {
      rule: 'fake',
      line: node.loc.start.line,
      column: 1,
      endLine: node.loc.end.line,
      endColumn: 1,
      verdict: 'repair',
      confidence: 'certain',
      preset: 'recommended',
      reasons: [],
      message: 'A call.',
      rewrites: [],
      refused: null,
    },
    offers: { rewrites: [{ form: 'map-all', title: 'Rename', edits: [{ range: node.range, text }] }], refused: null },
  }
}

const rewritten = (text: string, rules: readonly ReportRule[]): string =>
  rewriteText(text, 'a.js', DEFAULT_OPTIONS, 'certain', rules).at(-1)!.text

test('rewrites of two rules that touch each other are made one after the other, until none is left', () => {
  const rules = [renaming('inner', 'b'), renaming('outer', 'a')]
  expect(rewritten('outer(inner(outer(1)))\ninner(2)\n', rules)).toBe('a(b(a(1)))\nb(2)\n')
})

test('the order of the rules in the list does not count', () => {
  const rules = [renaming('inner', 'b'), renaming('outer', 'a')]
  const text = 'inner(outer(inner(1)))\nouter(2)\n'
  expect(rewritten(text, rules.toReversed())).toBe(rewritten(text, rules))
})

test('what one rule makes, another may rewrite', () => {
  expect(rewritten('one(1)\n', [renaming('two', 'three'), renaming('one', 'two')])).toBe('three(1)\n')
})

test('rules that make each other new work are stopped', () => {
  expect(() => rewritten('one(1)\n', [renaming('one', 'two'), renaming('two', 'one')])).toThrow(/do not come to an end/)
})

test('the answers of several rules come in the order of the source, and only of rules that may apply', () => {
  const never: ReportRule = { ...renaming('one', 'two'), mayApply: () => false }
  const answers = answersOf(parseText('two(1)\none(2)\ntwo(3)\n', 'a.js'), DEFAULT_OPTIONS, [
    renaming('one', 'x'),
    renaming('two', 'y'),
    never,
  ])
  expect(answers.map(({ finding }) => finding.line)).toEqual([1, 2, 3])
})
