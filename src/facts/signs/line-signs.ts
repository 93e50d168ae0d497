import type { Node } from '../../parse/node-types.ts'
import type { OpaqueNode } from '../effects/behaviour.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { signOfName, splitName } from './name-signs.ts'

/** What a name says of an operation that stands before another one in a line; see `name-signs.ts`. */

const PLAIN_READS = new Set(
  `get find fetch load read list resolve lookup search query exists exist stat count has is describe inspect collect
  discover compute calculate determine retrieve locate compare diff scan detect which select`.split(/\s+/),
)

const GUARD_WORDS = new Set(
  `auth authorize authorise authenticate authorized authenticated authorization authentication require required ensure
  assert expect guard must parse check validate verify login session token permission permissions allowed access can may
  confirm invariant protect rate limit captcha csrf license quota precheck preflight sanity env environment dotenv`.split(/\s+/),
)

const SHARED_THINGS = new Set(
  `stream parser scanner decoder deserializer iterator generator socket port channel tokenizer lexer buffer wizard
  page browser tab frame driver device terminal tty repl debugger`.split(/\s+/),
)

/** `getUser`, `findAll`: what only fetches something, by its first word. */
export function namesPlainRead(name: string): boolean {
  return PLAIN_READS.has(splitName(name)[0] ?? '')
}

/** `requireUser`, `checkAccess`, `getSession`: what may be there to stop what follows. */
export function namesGuard(name: string): boolean {
  return splitName(name).some((word) => GUARD_WORDS.has(word))
}

/** `getOrCreate`, `loadAndSave`. */
export function namesWriteToo(name: string): boolean {
  const words = splitName(name)
  return words.some((word, index) => (word === 'or' || word === 'and') && signOfName(words[index + 1] ?? '') === 'writes')
}

/** `out/done`, `index.json`: what is written last, as it says that the rest is there. */
export function namesMarker(path: string): boolean {
  return splitName(path).some((word) => MARKER_WORDS.has(word))
}

/** `parser`, `inputStream`: what each call moves on. */
export function namesMovingThing(name: string): boolean {
  return SHARED_THINGS.has(splitName(name).at(-1) ?? '')
}

const MARKER_WORDS = new Set(
  'done complete completed finished ready stamp timestamp marker lock manifest index version latest current'.split(' '),
)

const WRITE_VERBS = `POST|PUT|PATCH|DELETE|INSERT|UPDATE|REPLACE|MERGE|UPSERT|CREATE|DROP|ALTER|TRUNCATE|BEGIN|COMMIT|
  ROLLBACK|LOCK|SET|GRANT|REVOKE|CALL|VACUUM`
const WRITE_TEXT = new RegExp(String.raw`^\s*(?:${WRITE_VERBS.replace(/\s+/g, '')})\b`, 'i')

/** Whether a text among the arguments says to change something: `request('POST', url)`, `query('INSERT ...')`. */
export function givesWriteText(call: OpaqueNode): boolean {
  if (call.type === 'TaggedTemplateExpression') return isWriteText(call.quasi)
  return call.type !== 'ImportExpression' && call.arguments.some((argument) => isWriteText(argument))
}

function isWriteText(argument: Node): boolean {
  const node = plainExpression(argument)
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' && WRITE_TEXT.test(node.value)
    case 'TemplateLiteral':
      return WRITE_TEXT.test(node.quasis[0]?.value.raw ?? '')
    case 'ObjectExpression':
      return node.properties.some((property) => property.type === 'Property' && isWriteText(property.value))
    default:
      return false
  }
}
