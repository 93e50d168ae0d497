import { changeProgram } from '../across/change-program.ts'
import { filesAfter } from '../across/change-across.ts'
import type { FixInvocation } from '../arguments.ts'
import { isChanged, NOTHING_ACROSS, type WantedFixes } from '../rewritten-file.ts'
import type { Terminal } from '../terminal.ts'
import type { RewrittenFiles } from '../work/rewrite-files.ts'
import { askChanges } from './ask-changes.ts'
import { askPerson } from './ask-person.ts'
import { askProgramChange } from './ask-program-change.ts'

/** Asks about all changes, those that take several files first; null when all is to be forgotten. */
export async function askAll(
  { rewritten, across }: RewrittenFiles,
  invocation: FixInvocation,
  terminal: Terminal,
): Promise<WantedFixes | null> {
  let [files, made] = [rewritten, NOTHING_ACROSS.made]
  let isOver = false
  if (across) {
    const changes = await changeProgram(across.program, across.run, (change) => askProgramChange(change, terminal))
    if (changes.end === 'cancel') return null
    made = changes.made
    isOver = changes.end === 'quit'
    files = filesAfter(rewritten, made, invocation, across.shown, terminal.directory)
  }
  const chosen = await askChanges(files.filter(isChanged), invocation, async (question) => {
    return isOver ? 'quit' : askPerson(question, terminal)
  })
  return chosen && { files: chosen, across: { ...NOTHING_ACROSS, made } }
}
