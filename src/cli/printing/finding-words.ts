import type { Finding } from '../../report/answer.ts'
import { describeReason } from '../../report/reason-words.ts'
import type { Colors } from '../terminal.ts'

/** `likely, fission` or `serial`, coloured by how sure it is. */
export function verdictWords({ verdict, confidence }: Finding, colors: Colors): string {
  if (confidence === null) return colors.dim(verdict)
  const color = { certain: colors.green, likely: colors.yellow, possible: colors.cyan }[confidence]
  return `${color(confidence)}, ${verdict}`
}

/** One line for each rewrite, or one that says why there is none. */
export function rewriteWords({ rewrites, refused, confidence }: Finding): readonly string[] {
  if (rewrites.length > 0) return rewrites.map(({ form, title }) => `rewrite (${form}): ${title}`)
  if (confidence === null) return []
  return [refused === null ? 'no rewrite' : `no rewrite (${refused}): ${describeReason({ code: refused, data: {} })}`]
}
