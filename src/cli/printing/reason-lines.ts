import type { Finding } from '../../report/answer.ts'
import type { Colors } from '../terminal.ts'
import { printableLine } from './printable.ts'

/** Of so many reasons with one code all are shown; of more the first two, as one that calls far has dozens. */
const MOST_ALIKE = 3

/** The reasons of a finding, a line each; `explain` has those that are only counted here. */
export function reasonLines({ reasons }: Pick<Finding, 'reasons'>, colors: Colors): readonly string[] {
  const lines = reasons.flatMap(({ code, line, message }, index) => {
    const alike = reasons.flatMap((other, at) => (other.code === code ? [at] : []))
    const place = alike.indexOf(index)
    if (alike.length <= MOST_ALIKE || place < MOST_ALIKE - 1) return [`    line ${line}: ${printableLine(message)}`]
    return place === MOST_ALIKE - 1 ? [`    and ${alike.length - place} more like these: interleave explain lists them`] : []
  })
  return lines.map((line) => colors.dim(line))
}
