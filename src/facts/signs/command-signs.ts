import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'

const CHANGES = new Set(
  `add install ci uninstall remove rm delete create init update upgrade set unset publish push pull commit merge rebase checkout
  reset apply deploy destroy migrate rollback seed link unlink start stop restart kill enable disable import restore
  tag build run exec`.split(/\s+/),
)

/** What changes something where one program is told it, or all it is told: `psql -f seed.sql`, `ssh host uptime`. */
const CHANGES_OF: Readonly<Record<string, ReadonlySet<string> | 'all'>> = {
  ssh: 'all',
  adb: new Set(['shell', 'reboot', 'root', 'sideload']),
  npm: new Set(['version', 'dedupe', 'prune', 'fix']),
  pnpm: new Set(['version', 'dedupe', 'prune', 'fix']),
  yarn: new Set(['version', 'dedupe', 'upgrade']),
  psql: new Set(['-f', '--file', 'insert', 'drop', 'alter', 'truncate']),
}

/**
 * Whether a word that a started program is given, as it is written, tells it to change something: `['skills', 'add',
 * url]`, `'npm install'`.
 */
export function tellsToChange(call: Node, file: Parsed): boolean {
  const given =
    call.type === 'TaggedTemplateExpression' ? [call.quasi] : call.type === 'CallExpression' ? call.arguments : []
  const words = given.flatMap((argument) => wordsIn(argument, file))
  return words.some((word) => CHANGES.has(word.toLowerCase())) || isToldByProgram(words)
}

/** Its words as they are written, the program first. */
function wordsIn(argument: Node, file: Parsed): readonly string[] {
  const given = plainExpression(argument)
  if (given.type === 'Literal') return typeof given.value === 'string' ? split(given.value) : []
  if (given.type === 'TemplateLiteral') return given.quasis.flatMap(({ value }) => split(value.cooked ?? value.raw))
  if (given.type === 'ArrayExpression') return given.elements.flatMap((element) => (element ? wordsIn(element, file) : []))
  const init = initOfName(given, file)
  return init?.type === 'ArrayExpression' ? wordsIn(init, file) : []
}

function split(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function isToldByProgram(words: readonly string[]): boolean {
  const [program = '', ...told] = words[0] === 'sudo' || words[0] === 'npx' ? words.slice(1) : words
  const changes = Object.hasOwn(CHANGES_OF, program) ? CHANGES_OF[program] : undefined
  if (changes === 'all' || !changes) return changes === 'all'
  // `-F` is another option than `-f`, `INSERT` the same word as `insert`.
  return told.some((word) => changes.has(word.startsWith('-') ? word.split('=')[0]! : word.toLowerCase()))
}
