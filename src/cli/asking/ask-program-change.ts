import { isCancel, select } from '@clack/prompts'
import { programChangeQuestion } from '../printing/program-changes.ts'
import type { Terminal } from '../terminal.ts'
import type { SetReply } from '../across/change-program.ts'
import type { ProgramChange } from '../across/program-change.ts'

/** Shows a change of several files, and asks once for all of them. */
export async function askProgramChange(change: ProgramChange, terminal: Terminal): Promise<SetReply> {
  terminal.out(programChangeQuestion(change, terminal.colors))
  const reply = await select<SetReply>({
    message: 'Make this change, in all of these files?',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
      { value: 'quit', label: 'Quit', hint: 'writes what was taken so far; Ctrl-C writes nothing' },
    ],
  })
  return isCancel(reply) ? 'cancel' : reply
}
