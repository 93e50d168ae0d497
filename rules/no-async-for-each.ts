import { defineRule } from '../src/eslint/define-rule.ts'
import { noAsyncForEach } from '../src/report/answer-dropped-callbacks.ts'

export default defineRule({
  ...noAsyncForEach,
  description: 'Disallow async callbacks where their promises are dropped, as `forEach` does',
})
