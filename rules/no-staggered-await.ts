import { defineRule } from '../src/eslint/define-rule.ts'
import { noStaggeredAwait } from '../src/report/answer-staggered-awaits.ts'

export default defineRule({
  ...noStaggeredAwait,
  description: 'Disallow awaiting started promises one by one, so that a later failure has no handler',
})
