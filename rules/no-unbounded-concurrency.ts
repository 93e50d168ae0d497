import { defineRule } from '../src/eslint/define-rule.ts'
import { noUnboundedConcurrency } from '../src/report/answer-fan-outs.ts'

export default defineRule({
  ...noUnboundedConcurrency,
  description: 'Disallow starting a call that does I/O for each element of a list of any length at once',
})
