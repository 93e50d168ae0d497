import { defineRule } from '../src/eslint/define-rule.ts'
import { mayAwaitInLoop } from '../src/parse/may-await-in-loop.ts'
import { answerAwaitLoops } from '../src/report/answer-await-loops.ts'

export default defineRule({
  name: 'no-serial-await-in-loop',
  description: 'Disallow awaiting in a loop, turn after turn, what could overlap',
  mayApply: mayAwaitInLoop,
  answers: answerAwaitLoops,
})
