import { describe, expect, test } from 'vitest'
import { annotated } from './behaviour-of.ts'

/** Title and source; comments tell what the line does, as `behaviour-of.ts` describes. */
type Case = readonly [title: string, source: string]

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'bindings and access paths': [
    [
      'variables, assigned, moved, and read in between',
      `let total = 0, last
      /* turn */ for (const x of xs) {
        total += x.size // reads (<element>.size), (total), total; writes total
        total = 1 // writes total
        total++ // writes total
        last = x // writes last
        const own = total // reads (total), total; writes nothing
        let turn = own // writes nothing
        turn += 1 // writes nothing
      }`,
    ],
    [
      'properties, nested, computed, deleted',
      `const state = { a: { b: 1 }, n: 0 }
      /* turn */ for (const x of xs) {
        state.n = 1 // writes (state.n)
        state.a.b = x // writes (state.a.b)
        state[x] = 1 // reads (<element>), state; writes (state.*)
        state['n'] += 1 // reads (state.n), state; writes (state.n)
        delete state.a // writes (state.a)
        const n = state.a.b // reads (state.a.b), state; writes nothing
        state?.a!.b // reads (state.a.b), state
      }`,
    ],
    [
      'destructuring, of old names and of new ones',
      `let total = 0
      const state = { a: { b: 1 }, n: 0 }
      /* turn */ for (const x of xs) {
        ;[total, state.n] = x // writes (state.n), total
        ;({ a: total, ...state.a } = x) // writes (state.a), total
        const { a, n = total } = state // reads (state), (total), state, total; writes nothing
        a.b = 2 // writes (state.a.b)
        const [first, { b: second }] = [a, state.a] // writes nothing
        first.b = 1 // writes (state.a.b)
      }`,
    ],
    [
      'the element and its parts',
      `/* turn */ for (const { id, tags, owner: { name } } of xs) {
        tags.first = id // reads (<element>.id); writes (<element>.tags.first)
        use(name) // reads (<element>.owner.name); writes nothing
      }`,
    ],
    [
      'heads of inner loops',
      `let last, place = {}
      /* turn */ for (const x of xs) {
        for (last of x.parts) use(x) // writes last
        for (place.key in x) use(x) // writes (place.key)
        for (const part of x.parts) part.done = true // writes (<element>.parts.*.done)
      }`,
    ],
    [
      "what is made in the turn is nobody else's",
      `/* turn */ for (const x of xs) {
        const own = { list: [] as string[], count: 0 }
        own.count += 1 // writes nothing
        const list: string[] = []
        list.push(x) // writes nothing
        const copy = [...list, x]
        copy.sort() // writes nothing
      }`,
    ],
    [
      'what an unknown call gave may be shared',
      `/* turn */ for (const x of xs) {
        const got = await load(x)
        got.seen = true // writes (<result>.seen)
        const { parts } = got
        parts.count += 1 // writes (<result>.parts.count)
      }`,
    ],
  ],

  aliases: [
    [
      'of a property of this',
      `class A { items: string[] = []; count = 0; async all(xs) {
        const list = this.items
        const self = this
        /* turn */ for (const x of xs) {
          list.push(x) // reads (<element>), (this.items), list; writes (this.items)
          self.count = 1 // writes (this.count)
          const again = list // writes nothing
          again.push(x) // writes (this.items)
          this.items.length // reads (this.items.length)
        }
      } }`,
    ],
    [
      'of one of two',
      `const a: string[] = [], b: string[] = []
      /* turn */ for (const x of xs) {
        const one = x.odd ? a : b
        one.push(x.name) // writes (a), (b)
        const other = x.list ?? a
        other.first = 1 // writes (<element>.list.first), (a.first)
      }`,
    ],
    [
      'kept in a list, with functions that nothing calls yet',
      `let calls = 0
      const out: { run(): void }[] = []
      /* turn */ for (const x of xs) {
        out.push({ run: () => { calls++ } }) // writes (out)
        start({ run: () => { calls++ } }) // writes calls
      }`,
    ],
    [
      'assigned twice',
      `const a: string[] = [], b: string[] = []
      let now = a
      now = b
      /* turn */ for (const x of xs) {
        now.push(x) // writes (a), (b)
      }`,
    ],
    [
      'held by an object or a list of the turn',
      `const out: string[] = []
      /* turn */ for (const x of xs) {
        const held = { out, deep: { out } }
        held.out.length = 0 // writes (out.length)
        held.deep.out.length = 0 // writes (out.length)
        const [first] = [out]
        first.length = 0 // writes (out.length)
      }`,
    ],
    [
      'got out of a collection',
      `const map = new Map<string, string[]>()
      const lists: string[][] = []
      /* turn */ for (const x of xs) {
        map.get(x)!.push(x) // writes (map.*)
        map.set(x, []) // writes (map)
        lists[0]!.push(x) // writes (lists.0)
        lists.at(-1)!.push(x) // writes (lists.*)
        for (const list of lists) list.push(x) // writes (lists.*)
      }`,
    ],
    [
      'a name of an inner scope is another',
      `let total = 0
      /* turn */ for (const x of xs) {
        { let total = 1; total += x } // writes nothing
        const add = (total) => { total += x; total.y = 1 }
        add(x) // writes (<element>.y)
      }`,
    ],
  ],

  'functions of the file': [
    [
      'what they do to arguments, to outer names, and to nothing',
      `let calls = 0
      const out: string[] = []
      function add(to: string[], x: string) { to.push(x); calls++ }
      const size = (list: string[]) => list.length
      async function reset() { calls = 0 }
      /* turn */ for (const x of xs) {
        add(out, x) // reads (<element>), (calls), (out), calls, out; writes (out), calls
        size(out) // writes nothing
        await reset() // writes calls
        add(...rest) // writes (::rest.0), calls
      }`,
    ],
    [
      'destructured parameters and defaults',
      `const out: string[] = [], log: string[] = []
      function both({ to, also: [second] }: { to: string[]; also: string[][] }) { to.push('a'); second.n = 1 }
      function toLog(x: string, to: string[] = log) { to.push(x) }
      function toSome({ to = log }: { to?: string[] }) { to.push('b') }
      function fresh(x: string, to: string[] = []) { to.push(x) }
      function copyOf(from: string[], to: string[] = from) { to.push('c') }
      function all(...lists: string[][]) { for (const list of lists) list.push('d') }
      /* turn */ for (const x of xs) {
        both({ to: out, also: [log] }) // writes (log.n), (out)
        toLog(x) // writes (log)
        toLog(x, out) // writes (log), (out)
        toSome({}) // writes (log)
        toSome({ to: out }) // writes (log), (out)
        fresh(x) // writes nothing
        fresh(x, out) // writes (out)
        copyOf(out) // writes (out)
        all(out, log) // writes (log), (out)
      }`,
    ],
    [
      'that call themselves or each other',
      `let last = 0
      const out: string[] = []
      function deep(list: string[], depth: number) { if (depth > 0) deep(list, depth - 1); else list.push('x') }
      function even(k: number) { if (k > 0) odd(k - 1) }
      function odd(k: number) { last = k; if (k > 0) even(k - 1) }
      /* turn */ for (const x of xs) {
        deep(out, 3) // writes (out)
        even(x) // writes last
        odd(x) // writes last
      }`,
    ],
    [
      'closures, called here, handed to a known call, handed to an unknown one',
      `let n = 0
      const out: string[] = []
      /* turn */ for (const x of xs) {
        const step = () => { n += 1 } // writes nothing
        step() // writes n
        out.map((y) => { n += y.length }) // writes n
        later(() => { n = 2 }) // writes n
        const unused = () => { out.length = 0 } // writes nothing
      }`,
    ],
    [
      'callbacks get what the collection holds',
      `const lists: string[][] = []
      /* turn */ for (const x of xs) {
        lists.forEach((list) => { list.length = 0 }) // writes (lists.*.length)
        x.parts.forEach((part) => { part.done = true }) // writes (<result>.done)
      }`,
    ],
    [
      'methods of this, and of an object and a class of the file',
      `const counter = { n: 0, next() { return ++this.n } }
      class Log { static all = 0; lines: string[] = []; add(x: string) { this.lines.push(x) } static count() { Log.all++ } }
      const log = new Log()
      class A { items: string[] = []; #n = 0
        add(x: string) { this.items.push(x); this.#bump() }
        #bump() { this.#n++ }
        async all(xs) {
          /* turn */ for (const x of xs) {
            this.add(x) // writes (this.#n), (this.items)
            counter.next() // writes (counter.n)
            log.add(x) // writes (log.lines)
            Log.count() // writes (Log.all)
            this.inherited(x) // writes nothing
            const own = new Log()
            own.add(x) // writes nothing
          }
        }
      }`,
    ],
    [
      'constructors',
      `const out: string[] = []
      class Entry { constructor(readonly list: string[], x: string) { this.x = x; list.push(x) } }
      /* turn */ for (const x of xs) {
        new Entry(out, x) // writes (out)
      }`,
    ],
    [
      'a function that is assigned anew is not known',
      `let n = 0
      let step = () => { n += 1 }
      step = other
      /* turn */ for (const x of xs) {
        step() // writes nothing
      }`,
    ],
  ],
}

describe.each(Object.entries(CASES))('%s', (_area, cases) => {
  test.each(cases.map((one) => [...one] as const))('%s', (_title, source) => {
    const { expected, found } = annotated(source)
    expect(expected.length).toBeGreaterThan(0)
    expect(found).toEqual(expected)
  })
})
