import { isCancel, select } from '@clack/prompts'
import { changeQuestion } from '../printing/change-question.ts'
import type { Terminal } from '../terminal.ts'
import type { Question, Reply } from './ask-changes.ts'

/** Shows a change with its reason, and asks what is to become of it. */
export async function askPerson(question: Question, terminal: Terminal): Promise<Reply> {
  terminal.out(changeQuestion(question, terminal.colors))
  const reply = await select<Reply>({
    message: 'Make this change?',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
      { value: 'file', label: 'All in this file' },
      { value: 'rule', label: `All of ${question.answer.finding.rule}` },
      { value: 'quit', label: 'Quit', hint: 'writes what was taken so far; Ctrl-C writes nothing' },
    ],
  })
  return isCancel(reply) ? 'cancel' : reply
}
