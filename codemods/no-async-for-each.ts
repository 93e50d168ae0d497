import { defineTransform } from '../src/jscodeshift/define-transform.ts'
import { noAsyncForEach } from '../src/report/answer-dropped-callbacks.ts'

export { parser } from '../src/jscodeshift/parser.ts'

/** Makes the function wait for the callbacks of `forEach`: in a bounded map where they may overlap, else in a loop. */
export default defineTransform(noAsyncForEach)
