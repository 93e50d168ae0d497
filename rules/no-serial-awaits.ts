import { defineRule } from '../src/eslint/define-rule.ts'
import { noSerialAwaits } from '../src/report/answer-serial-awaits.ts'

export default defineRule({
  ...noSerialAwaits,
  description: 'Disallow awaiting operations one after the other when none of them needs another',
})
