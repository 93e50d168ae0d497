import { describe, expect, test } from 'vitest'
import { mayAwaitName } from '../../src/parse/may-await-name.ts'
import { mayChain } from '../../src/parse/may-chain.ts'
import { mayCopy } from '../../src/parse/may-copy.ts'
import { mayDropPromise } from '../../src/parse/may-drop-promise.ts'
import { mayFillArray } from '../../src/parse/may-fill-array.ts'

// Texts with the form are never left out; of those without it most are, as each costs a parse.
describe.each([
  {
    what: 'awaits a name that was given a value before',
    may: mayAwaitName,
    texts: [
      'const user = load(); await log(); await user',
      'const user = load()\nawait log()\nuse(await user)',
      'let id = 1, user = load(); await log(); await user;',
      'const id = 1, // of whom\n  user = load(); await (user)',
      'const /* who */ user: Promise<User> = load(); (await user).name',
      'const user = load(); await (user as Promise<User>)',
      'const user = load(); await <any>user',
      'const user = load(); await user!',
      'const user = load(); await /* now */ user',
      'const user = load(); (await user) ? 1 : 2; (await user) < 3',
      'const user = load(); await (await user).json()',
      'for (const user of users) log(await user)',
      'const users = ids.map(load); for (let i = 0; i < users.length; i++) log(await users[i])',
      'const users = ids.map(load); for (let i = 0; i < users.length; i++) log(await users?.[i])',
      'for await (const user of ids.map(load)) log(user)',
      'const größe = messen(); await log(); await größe',
    ],
    others: [
      'const user = load(); await user.save(); await log()',
      'const user = await load(id)',
      'const found = await find<User>(id)',
      'const found = await new Query(id)',
      'export default async function Page({ params }) { const { id } = await params }',
    ],
  },
  {
    what: 'fills an array and returns it',
    may: mayFillArray,
    texts: [
      'function all() { const out = []; out.push(1); return out }',
      'function all() { const out = [ ] as T[]; out\n  .push(1); return (out) }',
      'function all() { const out = new Array(); out. push(1); return/* all */ out }',
      'function all() { const out = []; out // one\n  .push(1); return out }',
    ],
    others: [
      'function add(x) { this.all.push(x); return this }',
      'function add(all, x) { all.push(x); return all }',
      'function all() { const out = []; seen.push(1); return out }',
    ],
  },
  {
    what: 'hands a function to what drops its promise',
    may: mayDropPromise,
    texts: [
      'users.forEach(async (user) => {})',
      'users?.forEach?.(async user => {})',
      'users.forEach((async function () {}))',
      'const send = async () => {}; users.map(send)',
      'async send() {} all() { users.forEach(this.send) }',
      'users.map<void>(async () => {})',
      'users. // all\n  forEach(/* each */ async (user) => {})',
      'async () => {}; users.forEach((send))',
    ],
    others: [
      'users.forEach((user) => {})',
      'async () => users.map((user) => user.id)',
      'async () => users.map(({ id }) => id).map(id => id).map((id: string, at) => at)',
      'async () => users.forEach(function (user) {})',
      'async () => registry.map.get(id)',
    ],
  },
  {
    what: 'copies something into an array',
    may: mayCopy,
    texts: ['[...users].map(f)', '[ ...users ]', '[...users, ]', '[...load(a, b)]', '[/* all */ ...users]', 'users.slice(0)'],
    others: ['[...users, one]', '[ ...this.users, ...more ]', '[...users, { id }]', 'users.slice(1)'],
  },
  {
    what: 'needs a part of the array that it makes',
    may: mayChain,
    texts: [
      'users.filter(isAdult).some(isActive)',
      'users.filter(isAdult)!?.length > 0',
      'users.filter(isAdult)\n  // the first\n  [0]',
      'users.filter(isAdult) // all\n  .find(f)',
      '(users.filter(isAdult) as User[]).at(0)',
      'users.map(f).slice(0, 3)',
      'const [first] = users.filter(isAdult)',
      'const [first = null] = users.filter(isAdult)',
      'let id = 1, [first] = users.filter(isAdult)',
      'for (const user of users.filter(isAdult)) { if (f(user)) break }',
      'for (const { id } of load((user) => { f() }).filter(isAdult)) { break }',
      'for (const user of users.filter(isAdult)) if (f(user)) break',
      'const adults = users.filter(isAdult)\nreturn adults.length > 0',
      'const adults: User[] = users.filter(isAdult)\nreturn adults[0]',
      'let id = 1, adults = load({ id }).filter(isAdult); return adults!.find(f)',
      'const parts = text.split(\'}\').map(f)\nfor (const part of parts) if (part) break',
      'const parts = text.split(\';\').map(f)\nreturn parts.includes(id)',
      'const lines = `a;\n`.split(\'\\n\').filter(f)\nreturn lines.length',
      'const adults = users // all;\n  .filter(isAdult)\nreturn adults.length',
      'let all = []; for (const x of xs) all = [...all, f(x)]',
      'xs.reduce((all, x) => [...all, f(x)], [])',
      'xs.reduce((all, x) => ({ ...all, [x.id]: x }), {})',
      'for (const i of Array.from({ length: n }, (_, i) => i)) f(i)',
      'for (const i of [...Array(n).keys()]) f(i)',
    ],
    others: [
      'return users.filter(isAdult)',
      '<ul>{users.map((user) => <li>{user.name}</li>)}</ul>; names.length',
      'const names = users.map((user) => user.name)\nconst count = text.length\nreturn names',
      'const count = text;\nreturn count.length + users.filter(isAdult)',
      'const [user, setUser] = useState(); users.map(f)',
      'for (const user of users) { f(user) } users.filter(isAdult)',
      'for (const id of Object.keys(users)) { f(id) } users.filter(isAdult)',
      'for (let i = 0; i < n; i++) { f(i) } users.filter(isAdult)',
      'const all = [...old, x]; xs.reduce((sum, x) => sum + x, 0)',
      'setUser({ ...user, id })',
    ],
  },
])('a text that $what', ({ may, texts, others }) => {
  test.each(texts)('may: %j', (text) => expect(may(text)).toBe(true))
  test.each(others)('surely not: %j', (text) => expect(may(text)).toBe(false))
})
