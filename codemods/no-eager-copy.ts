import { defineTransform } from '../src/jscodeshift/define-transform.ts'
import { noEagerCopy } from '../src/report/answer-copies.ts'

export { parser } from '../src/jscodeshift/parser.ts'

/** Walks what was copied itself, where no change of it meanwhile needs the copy. */
export default defineTransform(noEagerCopy)
