/**
 * A place outside the program's own objects that a call reads or writes.
 * Two calls on different worlds do not conflict.
 */
export type World =
  | 'file-system'
  | 'network'
  | 'database'
  | 'process' // child processes, cwd, environment, exit code
  | 'console'
  | 'user' // prompts, dialogs, a terminal in raw mode
  | 'page' // a browser page or tab
  | 'clock'
  | 'random'
  | 'modules' // module evaluation by import()

/** One thing a call does. */
export interface RowEffect {
  readonly does: 'read' | 'write'
  /**
   * `world`: see World. `receiver`: the object before the dot. `argument`: the object passed as argument `index`,
   * and what hangs below it, or below an option in it.
   */
  readonly on: World | 'receiver' | RowArgument
  /**
   * The place is named by this argument (a path, an id), an option in it (`where`, `params.Key`), or several such
   * together: two calls touch different places when one of them differs.
   */
  readonly at?: number | RowArgument | readonly RowArgument[]
  /** What the call writes there: where that has what names the place, it may move to the place of another call. */
  readonly sets?: RowArgument | readonly RowArgument[]
  /** The place and everything below it: a directory tree, a directory's listing. `a` and `a/b` are then one place. */
  readonly tree?: true
  /**
   * Two such writes at one place give the same outcome, in either order, as far as can be seen:
   * `rm(p, { force: true })`, `mkdtemp(prefix)`. Against any other effect at that place it is a write. `unused`: but
   * for its value, which tells what it found: `mkdir(p, { recursive: true })` gives the first folder that it made.
   */
  readonly idempotent?: true | 'unused'
}

/**
 * Kind of a value: a builtin class, or `module:export` for an instance of a library's class:
 *
 *     string   Date   string[]   Map<string, URL>   Promise<fs:Stats>   [string, number]   pg:PoolClient
 *
 * `unknown` stands for a part that is not known; a lone `Array`, `Map`, `Promise` has unknown parts. `FixedRegExp` is a
 * `RegExp` without the flags g and y. In a row there may also stand, filled in for each call: `$this` (the receiver's
 * kind), `$element`, `$key`, `$value` (of the receiver), `$awaited` (what the receiver, a promise, resolves to), `$0`
 * (argument 0's kind), `$each0` (its elements), `$all0` (what `Promise.all` makes of it), `$callback` (what the
 * function argument returns), `$settled` (what that resolves to).
 */
export type ValueKind = string

/**
 * What is known about one callable of a module or of the language. Data only: whatever is asked of a call is
 * answered from these fields, so that libraries are added without code.
 */
export interface KnownCallRow {
  /**
   * Module name without `node:`; `global` for names of the language and the platform. A list where several modules
   * share the row. In rows of the user also a file: `./src/api.js` is every file whose path ends so, extension and a
   * last `/index` left out; `.` is the file that makes the call, and `name` then something of its top level.
   */
  readonly module: string | readonly string[]
  /**
   * Export path: `readFile`, `promises.readFile`, `default`, `default.get` (the same as `get`: a default export and its
   * namespace are not told apart). An instance's method: `Pool#query`, `Array#push`. `Knex()` for the call of an
   * instance, `new Pool` for construction, `*` for every export that has no row of its own, `Page#*` for every
   * method without one, `import()` of `global` for the dynamic import. `?#send` is the method of a receiver of which
   * nothing is known, where it gets an instance of a class of the module; `*#update` that of any receiver of which
   * nothing is known, where `when` is met: it tells what the call does beside what is not known of it.
   */
  readonly name: string | readonly string[]
  readonly effects: readonly RowEffect[]
  /** The order of several such calls is visible (prints, installs, migrations, hooks): never overlapped or moved. */
  readonly ordered?: true
  /**
   * What it does is known by signs only: an answer is `likely` at most, and a read whose value is thrown away is a
   * write. A condition on the kind of an argument: only where that is not met, here or by what callers give.
   */
  readonly bySigns?: true | RowCondition
  /** Printed only for those who look for faults, as at the levels debug and trace: turns may interleave it. */
  readonly forDebugging?: true
  /** Asks a person. */
  readonly interactive?: true
  /** Only waits: a sleep; a timer, where something waits for it. */
  readonly pacing?: true
  /** What the call gives starts only when it is awaited: a query that its client has not sent yet. */
  readonly lazy?: true
  /** Must run one at a time on its receiver (a transaction, a page, a reader). */
  readonly oneAtATime?: 'receiver' | 'transaction' | 'stream' | 'lock'
  /** Arguments, or options in them, that carry a transaction or session; given one, the call must run alone on it. */
  readonly transactionIn?: readonly RowArgument[]
  /** Ends or leaves the function in a way that is no value: `process.exit`. */
  readonly exits?: true
  /** Arguments that are functions called during the call (for an async call: until its promise settles). */
  readonly calls?: readonly number[]
  /** Arguments that are functions called some time after the call: listeners, timers, callbacks. */
  readonly callsLater?: readonly number[]
  /** Kinds of the arguments that those functions are given. */
  readonly callbackGets?: readonly ValueKind[]
  /** Those functions are called with the receiver as `this`. */
  readonly callbackThis?: true
  /** Whether the call gives a promise and never throws synchronously (it is an async function in its source). */
  readonly async?: true
  /** Kind of what the call gives; of an `async` one what it resolves to (`string`, the same as `Promise<string>`). */
  readonly returns?: ValueKind
  /** The result is a new object that nothing else holds; what it holds itself may be old, see `holds`. */
  readonly fresh?: true
  /**
   * The result is this argument, or the receiver, itself: `Object.assign(target, ...)`, `list.sort()`. Of a `fresh` one
   * it has the parts, each under its key: `Promise.all([load(x), x])`.
   */
  readonly gives?: 'receiver' | number
  /**
   * What the call is given is kept for all requests of a client, which call functions in it and use objects in it: of
   * the `receiver`, or of the `result`, together with what the receiver keeps.
   */
  readonly keeps?: 'receiver' | 'result'
  /** A request of a client, which is the object before the dot, else what is called: the property of its settings. */
  readonly ofClient?: string
  /**
   * Objects whose parts may be in the result, or be it: the receiver (`find`, `filter`), arguments (`new Set(xs)`). Of
   * a function that is called it is what the function gives (`map`).
   */
  readonly holds?: readonly ('receiver' | number)[]
  /**
   * Where they lie elsewhere than in the holder: `entries`: in parts of the result (`Object.entries`, groups);
   * `values`: what stands second in entries (`new Map(entries)`); `keys`: they are keys of a Map; `parts`: so are the
   * parts of these parts (`flat`); `self`: so are the holders themselves (`Array.of`).
   */
  readonly holdsIn?: 'entries' | 'values' | 'keys' | 'parts' | 'self'
  /**
   * No two elements of the result are equal: `always` (keys), or where no two of the `receiver` are (`filter`).
   * `flat`: nor is one a path below another (names in one directory).
   */
  readonly distinct?: 'always' | 'receiver' | 'flat'
  /** Other arguments give another result: joined paths and addresses. */
  readonly joinsNames?: true
  /**
   * Condition on literal arguments: the row holds only if it is met (all of a list), else the next row with the same
   * name is tried. What cannot be told counts as not met, so the last row of a name is the most cautious one.
   */
  readonly when?: RowCondition | readonly RowCondition[]
  /** Where this is documented: an address. */
  readonly source: string
}

/** `{ argument: 1, option: 'transaction' }` */
export interface RowArgument {
  readonly argument: number
  readonly option?: string
}

/** `{ argument: 1, option: 'method', in: ['GET'], absent: true }`: argument 1 has no `method`, or that literal. */
export interface RowCondition extends RowArgument {
  /** One of these texts, or a list of them, upper and lower case alike; `true` and `false` are texts here. */
  readonly in?: readonly string[]
  /** Regular expression that the literal text matches, in upper or lower case; `${...}` of a template is a space. */
  readonly matches?: string
  /**
   * All of the text is seen: what `${...}` puts in is a constant text or a number, or, in a tagged template, a value.
   */
  readonly whole?: true
  /** The value's kind is one of these. */
  readonly kind?: readonly ValueKind[]
  /** The name of the value ends with one of these words: `nextRequest`, `page.request`. */
  readonly named?: readonly string[]
  /** The option is given, in an object written out that has no options but these: the way of one library to ask. */
  readonly among?: readonly string[]
  /** Also met when the argument or the option is not given at all. */
  readonly absent?: true
}
