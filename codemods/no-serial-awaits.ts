import { defineTransform } from '../src/jscodeshift/define-transform.ts'
import { noSerialAwaits } from '../src/report/answer-serial-awaits.ts'

export { parser } from '../src/jscodeshift/parser.ts'

/** Awaits together, with `Promise.all`, what does not need one another. */
export default defineTransform(noSerialAwaits)
