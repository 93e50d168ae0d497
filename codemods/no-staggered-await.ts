import { defineTransform } from '../src/jscodeshift/define-transform.ts'
import { noStaggeredAwait } from '../src/report/answer-staggered-awaits.ts'

export { parser } from '../src/jscodeshift/parser.ts'

/** Gives started promises a handler, or awaits them together; leaves those that have one or are handed on. */
export default defineTransform(noStaggeredAwait)
