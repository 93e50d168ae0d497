import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'

const CHANGES = new Set(
  `add install ci uninstall remove rm delete create init update upgrade set unset publish push pull commit merge rebase checkout
  reset apply deploy destroy migrate rollback seed link unlink start stop restart kill enable disable import restore
  tag build run exec`.split(/\s+/),
)

/**
 * Whether a word that a started program is given, as it is written, tells it to change something: `['skills', 'add',
 * url]`, `'npm install'`.
 */
export function tellsToChange(call: Node, file: Parsed): boolean {
  if (call.type === 'TaggedTemplateExpression') return hasWord(call.quasi, file)
  return call.type === 'CallExpression' && call.arguments.some((argument) => hasWord(argument, file))
}

function hasWord(argument: Node, file: Parsed): boolean {
  const given = plainExpression(argument)
  if (given.type === 'Literal') return typeof given.value === 'string' && isTold(given.value)
  if (given.type === 'TemplateLiteral') return given.quasis.some(({ value }) => isTold(value.cooked ?? value.raw))
  if (given.type === 'ArrayExpression') return given.elements.some((element) => element !== null && hasWord(element, file))
  const init = initOfName(given, file)
  return init?.type === 'ArrayExpression' && hasWord(init, file)
}

function isTold(text: string): boolean {
  return text.split(/\s+/).some((word) => CHANGES.has(word.toLowerCase()))
}
