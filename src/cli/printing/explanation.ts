import type { Answer, Finding } from '../../report/answer.ts'
import type { Rewrite } from '../../rewrite/rewrite.ts'
import { applyRewrites } from '../../rewrite/apply-edits.ts'
import type { Colors } from '../terminal.ts'
import { rewriteWords, verdictWords } from './finding-words.ts'
import { printableLine, printablePath } from './printable.ts'
import { unifiedDiff } from './unified-diff.ts'

/** What `explain` prints: the answer, every fact it rests on with its line, and each rewrite as a diff. */
export function explanation(path: string, text: string, { form, finding, offers }: Answer, colors: Colors): string {
  const place = `${printablePath(path)}:${finding.line}:${finding.column}`
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/)
  const parts = [
    `${colors.bold(place)}  ${form.kind}: ${verdictWords(finding, colors)}`,
    printableLine(finding.message),
    '',
    colors.bold('What it rests on:'),
    ...finding.reasons.flatMap((reason) => factLines(reason, lines, colors)),
    '',
    ...(offers.rewrites.length > 0
      ? offers.rewrites.map((rewrite) => rewritePart(rewrite, path, text, colors))
      : [...rewriteWords(finding).map(printableLine), '']),
  ]
  return parts.join('\n')
}

function factLines(reason: Finding['reasons'][number], lines: readonly string[], colors: Colors): readonly string[] {
  const source = printableLine(lines[reason.line - 1]?.trim() ?? '')
  return [`  line ${reason.line}, ${reason.code}: ${printableLine(reason.message)}`, colors.dim(`      ${source}`)]
}

function rewritePart(rewrite: Rewrite, path: string, text: string, colors: Colors): string {
  const { text: after } = applyRewrites(text, [rewrite])
  return `${colors.bold(`Rewrite (${rewrite.form}): ${rewrite.title}`)}\n\n${unifiedDiff(path, text, after, colors)}`
}
