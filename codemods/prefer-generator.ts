import { defineTransform } from '../src/jscodeshift/define-transform.ts'
import { preferGenerator } from '../src/report/answer-array-fillers.ts'

export { parser } from '../src/jscodeshift/parser.ts'

/** Makes generators of functions that fill an array which their callers only walk. */
export default defineTransform(preferGenerator)
