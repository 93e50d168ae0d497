import { ownerOf } from '../model/find-await-loops.ts'
import type { Options } from '../options.ts'
import { mayFillArray } from '../parse/may-fill-array.ts'
import type { Parsed } from '../parse/parsed.ts'
import { offerGenerator } from '../rewrite/offer-generator.ts'
import type { FillerForm } from '../verdict/filler-form.ts'
import { judgeArrayFillers } from '../verdict/judge-array-fillers.ts'
import type { Answer } from './answer.ts'
import { answerOf } from './finding-of.ts'
import { describeReason } from './reason-words.ts'
import type { ReportRule } from './report-rule.ts'

/** A function that fills an array and returns it, while every caller only walks it. */
export const preferGenerator: ReportRule = {
  name: 'prefer-generator',
  preset: 'strict',
  tellsOfTests: false,
  mayApply: mayFillArray,
  answers: answerArrayFillers,
}

function answerArrayFillers(parsed: Parsed, options: Options): Answer[] {
  return judgeArrayFillers(parsed, options).map((found) => {
    const { node, name } = found.filler
    const form = { node, mark: name ?? node, owner: ownerOf(node), kind: node.async ? 'async-function' : 'function' }
    return answerOf(preferGenerator, form, found.verdict, messageOf(found), () => offerGenerator(found, parsed))
  })
}

export function messageOf({ filler: { name, array }, gain, verdict }: FillerForm): string {
  const [main] = verdict.reasons
  if (verdict.confidence === null || !gain) return `The array that the function fills stays. ${describeReason(main!)}`
  const code = name?.type === 'PrivateIdentifier' ? `#${name.name}` : (name?.name ?? array.name)
  return `\`${code}\` fills an array that its callers only walk. ${GAINS[gain]} Its code would run while they walk.`
}

const GAINS = {
  'caller-may-stop': 'As a generator it would compute no more than a caller takes.',
  'values-arrive': 'As an async generator it would give the first values before the last ones are there.',
  'walks-tree': 'As a generator it would not copy the values from level to level.',
  'any-length': 'As a generator it would not hold all values in memory.',
} as const
