import { defineRule } from '../src/eslint/define-rule.ts'
import { noEagerChain } from '../src/report/answer-chains.ts'

export default defineRule({
  ...noEagerChain,
  description: 'Disallow building arrays of which only a part is needed',
})
