import type { Finding } from '../../report/answer.ts'
import type { ScanInvocation } from '../arguments.ts'
import { printablePath } from './printable.ts'

/** How many findings can be rewritten, how many more are allowed, and the command to go on with. */
export function nextWords(findings: readonly Finding[], { paths, max }: ScanInvocation): readonly string[] {
  if (findings.length === 0) return []
  const rewritable = findings.filter(({ rewrites }) => rewrites.length > 0).length
  const allowed = max === 0 ? [] : [`${findings.length} of at most ${max} (--max).`]
  return [`${rewritable} of ${findings.length} can be rewritten${limited(findings)}.`, ...allowed, nextCommand(rewritable, paths)]
}

/** How many more rewrites a library that is not there would bring. */
function limited(findings: readonly Finding[]): string {
  const number = findings.filter(({ refused }) => refused === 'needs-limiter').length
  return number === 0 ? '' : `, and ${number} more with p-map: install it, or give --limiter p-map`
}

function nextCommand(rewritable: number, paths: readonly string[]): string {
  if (rewritable === 0) return 'Next, see all facts of one: interleave explain FILE:LINE'
  const where = paths.length === 1 && paths[0] === '.' ? '' : ` ${paths.map(toArgument).join(' ')}`
  return `Next, see the changes: interleave fix${where}`
}

function toArgument(path: string): string {
  return /^[\w./@:+,=-]+$/.test(path) ? path : `'${printablePath(path).replaceAll("'", "'\\''")}'`
}
