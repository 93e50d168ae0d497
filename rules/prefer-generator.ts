import { defineRule } from '../src/eslint/define-rule.ts'
import { preferGenerator } from '../src/report/answer-array-fillers.ts'

export default defineRule({
  ...preferGenerator,
  description: 'Require a generator where a function fills an array that its callers only walk',
})
