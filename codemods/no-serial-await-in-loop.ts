import { defineTransform } from '../src/jscodeshift/define-transform.ts'
import { noSerialAwaitInLoop } from '../src/report/answer-await-loops.ts'

export { parser } from '../src/jscodeshift/parser.ts'

/** Rewrites the loops whose awaits may overlap; leaves those that must stay serial and those it cannot tell. */
export default defineTransform(noSerialAwaitInLoop)
