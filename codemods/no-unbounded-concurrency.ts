import { defineTransform } from '../src/jscodeshift/define-transform.ts'
import { noUnboundedConcurrency } from '../src/report/answer-fan-outs.ts'

export { parser } from '../src/jscodeshift/parser.ts'

/** Bounds how many calls run at once, where each of them uses what there is a limited number of. */
export default defineTransform(noUnboundedConcurrency)
