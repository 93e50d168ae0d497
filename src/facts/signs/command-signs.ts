import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { ownEntry } from '../../parse/own-entry.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const CHANGES = listed(`add install i ci uninstall remove rm delete create init update upgrade set unset publish push pull commit merge
  rebase checkout reset apply deploy destroy migrate rollback seed link unlink start stop restart kill enable disable import restore
  tag build run exec up down mv cp`)

/** Programs that are started for what they change, whatever they are told. */
const CHANGING_PROGRAMS = listed('make patch sqlite3 mysql mongosh mv cp rm mkdir rmdir touch chmod chown ln tee dd rsync scp ssh')

/** Programs that run the one which they are told. */
const RUNNERS = listed('sudo npx')

/** Commands of git that leave the repository as it is. */
const GIT_READS = listed(`annotate blame cat-file check-attr check-ignore check-mailmap check-ref-format cherry count-objects describe diff
  diff-files diff-index diff-tree for-each-ref fsck grep help log ls-files ls-remote ls-tree merge-base merge-tree name-rev
  range-diff rev-list rev-parse shortlog show show-branch show-ref status var verify-commit verify-tag version whatchanged`)

/** Those that do so where they are told to list, or told nothing more than what to look at. */
const GIT_LISTS: Readonly<Record<string, RegExp>> = {
  branch: /^(?:-[avr]+|--(?:list|show-current|all|remotes|contains|merged|no-merged|points-at|format))\b/,
  tag: /^(?:-[ln]|--(?:list|contains|merged|points-at|sort|format))/,
  config: /^(?:-l|--(?:get|list))|^(?:get|list)$/,
  remote: /^(?:-v|--verbose|show|get-url)$/,
  stash: /^(?:list|show)$/,
  worktree: /^list$/,
  submodule: /^(?:status|summary)$/,
  notes: /^(?:list|show)$/,
  bisect: /^(?:log|view|visualize)$/,
  reflog: /^(?:show|exists)$/,
  'symbolic-ref': /^(?:--short|-q)$/,
}

/** What changes something where one program is told it: `npm version patch`. */
const CHANGES_OF: Readonly<Record<string, ReadonlySet<string>>> = {
  npm: listed('version dedupe prune fix'),
  pnpm: listed('version dedupe prune fix'),
  yarn: listed('version dedupe'),
  psql: listed('-f --file insert drop alter truncate'),
  adb: listed('shell reboot root sideload'),
}

/**
 * Whether a word that a started program is given, as it is written, tells it to change something: `['skills', 'add',
 * url]`, `'npm install'`; of git, whether it is not told to read.
 */
export function tellsToChange(call: Node, file: Parsed): boolean {
  const given = givenTo(call)
  const words = [...nameOfProgram(call), ...given.flatMap((argument) => wordsOf(argument, file))]
  const [program, ...told] = words[0] && RUNNERS.has(words[0]) ? words.slice(1) : words
  if (program === undefined) return false
  if (CHANGING_PROGRAMS.has(program.toLowerCase()) || isToldByProgram(program.toLowerCase(), told)) return true
  const isChange = program === 'git' && !words.some((word) => /[|;&>]/.test(word)) ? isChangeOfGit(told) : null
  return isChange ?? words.some((word) => CHANGES.has(word.toLowerCase()))
}

/** `-F` is another option than `-f`, `INSERT` the same word as `insert`. */
function isToldByProgram(program: string, told: readonly string[]): boolean {
  const changes = ownEntry(CHANGES_OF, program)
  return told.some((word) => changes?.has(word.startsWith('-') ? word.split('=')[0]! : word.toLowerCase()))
}

/** `git('show', ref)`: a function that is called as the program. */
function nameOfProgram(call: Node): readonly string[] {
  return call.type === 'CallExpression' && call.callee.type === 'Identifier' && call.callee.name === 'git' ? ['git'] : []
}

function givenTo(call: Node): readonly Node[] {
  if (call.type === 'TaggedTemplateExpression') return [call.quasi]
  return call.type === 'CallExpression' ? call.arguments : []
}

/** `-C dir show ref`; null where the command is not seen. */
function isChangeOfGit(words: readonly string[]): boolean | null {
  const at = words.findIndex((word, index) => !word.startsWith('-') && !/^-[cC]$/.test(words[index - 1] ?? ''))
  const command = words[at]
  if (command === undefined || command.includes('?')) return null
  const lists = ownEntry(GIT_LISTS, command)
  if (lists) return !words.slice(at + 1).some((word) => lists.test(word))
  return !GIT_READS.has(command)
}

/** The words as they are written; what is not seen is the word `?`. */
function wordsOf(argument: Node, file: Parsed, depth = 0): readonly string[] {
  const given = plainExpression(argument)
  const next = (inner: Node): readonly string[] => wordsOf(inner, file, depth + 1)
  if (depth > 2) return []
  if (given.type === 'Literal') return typeof given.value === 'string' ? split(given.value) : []
  if (given.type === 'TemplateLiteral') return split(given.quasis.map(({ value }) => value.cooked ?? value.raw).join('?'))
  if (given.type === 'ArrayExpression') return given.elements.flatMap((element) => (element ? next(element) : []))
  const init = initOfName(given, file)
  if (init?.type === 'ArrayExpression') return next(init)
  return given.type === 'ObjectExpression' ? [] : ['?']
}

function split(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
