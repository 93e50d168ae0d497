import { defineTransform } from '../src/jscodeshift/define-transform.ts'
import { noEagerChain } from '../src/report/answer-chains.ts'

export { parser } from '../src/jscodeshift/parser.ts'

/** Makes what needs only a part of an array take it element by element. */
export default defineTransform(noEagerChain)
