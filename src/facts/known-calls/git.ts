import { reads, rowsOf, writes } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const row = rowsOf('simple-git', 'https://github.com/steveukx/git-js#readme')

export const GIT: readonly KnownCallRow[] = [
  row('', 'default simpleGit gitP', { effects: [], returns: 'simple-git:SimpleGit', fresh: true }),
  row(
    'SimpleGit#',
    `status log diff diffSummary show revparse branchLocal listRemote getRemotes catFile checkIgnore checkIsRepo
      countObjects getConfig listConfig firstCommit version`,
    { effects: [...reads('process'), ...reads('file-system')], returns: 'Promise', fresh: true },
  ),
  row('SimpleGit#', '*', {
    effects: [...writes('process'), ...writes('file-system')],
    ordered: true,
    returns: 'simple-git:SimpleGit',
  }),
]
