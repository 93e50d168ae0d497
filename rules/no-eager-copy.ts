import { defineRule } from '../src/eslint/define-rule.ts'
import { noEagerCopy } from '../src/report/answer-copies.ts'

export default defineRule({
  ...noEagerCopy,
  description: 'Disallow copying an iterable or an array only to walk the copy',
})
