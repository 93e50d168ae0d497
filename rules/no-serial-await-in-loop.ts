import { defineRule } from '../src/eslint/define-rule.ts'
import { noSerialAwaitInLoop } from '../src/report/answer-await-loops.ts'

export default defineRule({
  ...noSerialAwaitInLoop,
  description: 'Disallow awaiting in a loop, turn after turn, what could overlap',
})
