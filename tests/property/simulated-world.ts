/** How a run differs from another of the same program. */
export interface Circumstances {
  /** Delays follow from it. */
  readonly seed: number
  /** Operations that reject, such as `read a`. */
  readonly failing: ReadonlySet<string>
  /** Whether functions of unknown libraries only read, or change what they can reach. */
  readonly libraryOnlyReads: boolean
  /** Which operation ends first. Unless told, all take about as long. */
  readonly ends?: keyof typeof DELAYS
}

/** Delays by a random share and the number of operations before; uneven ones let many pass while one is under way. */
const DELAYS = {
  evenly: (share: number) => 1 + share * 20,
  unevenly: (share: number) => 1 + share ** 8 * 1000,
  'oldest-first': () => 1,
  'newest-first': (_: number, before: number) => 1000 / (1 + before),
}

const MOST_OPERATIONS = 400
/** Longest text that is given or kept whole: what is made of all places, and put into each, doubles at every turn. */
const LONGEST = 500
/** Characters up to which all of a text is looked at. */
const WHOLE = 1_000_000

/** A world of named places and a log, in a time of its own. */
export class SimulatedWorld {
  readonly places = new Map<string, string>()
  /** Texts by path; a directory's path ends with a slash. */
  readonly files = new Map<string, string>()
  readonly log: string[] = []
  /** Operations in the order of their starts. */
  readonly started: string[] = []
  inFlight = 0
  mostInFlight = 0
  private now = 0
  private waiting: { readonly at: number; readonly end: () => void }[] = []
  private readonly random: () => number
  private hidden = 0
  private readonly circumstances: Circumstances

  constructor(circumstances: Circumstances) {
    this.circumstances = circumstances
    this.random = randomFrom(circumstances.seed)
  }

  get isTooLong(): boolean {
    return this.started.length > MOST_OPERATIONS
  }

  /** Ends the operation that is due next; false where none is under way. */
  passTime(): boolean {
    const next = this.waiting.reduce<(typeof this.waiting)[number] | null>(
      (first, one) => (first && first.at <= one.at ? first : one),
      null,
    )
    if (!next) return false
    this.waiting = this.waiting.filter((one) => one !== next)
    this.now = next.at
    next.end()
    return true
  }

  readonly exports = {
    read: (key: string) => this.operation(`read ${key}`, () => this.at(key)),
    fetchPage: (key: string) => this.operation(`fetchPage ${key}`, () => `page of ${key}`),
    scan: () => this.operation('scan', () => inShort([...this.places].sort().join())),
    write: (key: string, value: string) => this.operation(`write ${key}`, () => this.put(key, value)),
    bump: (key: string) => this.operation(`bump ${key}`, () => this.put(key, `${this.at(key)}+`)),
    ensure: (key: string) => this.operation(`ensure ${key}`, () => this.put(key, 'there')),
    append: (line: string) => {
      this.log.push(`begin ${line}`)
      return this.operation(`append ${line}`, () => {
        this.log.push(`end ${line}`)
        return line
      })
    },
    note: (line: string) => void this.log.push(line),
    shorten: (value: string) => value.slice(0, 9),
    openPool: () => this.operation('openPool', () => new Pool(this)),
    openSession: () => this.operation('openSession', () => new Session(this)),
    readIn: (key: string, { session }: { session: Session }) => session.get(key),
    forKey: (key: string, callback: (value: string) => unknown) =>
      this.operation(`forKey ${key}`, () => this.at(key)).then(async (value) => {
        await callback(value)
        return value
      }),
  }

  /** What the tool knows by its own table of `node:fs/promises`. */
  readonly fileOperations = {
    readFile: (path: string) => this.operation(`readFile ${path}`, () => this.textOf(path)),
    writeFile: (path: string, text: string) => this.operation(`writeFile ${path}`, () => void this.files.set(path, text)),
    appendFile: (path: string, text: string) =>
      this.operation(`appendFile ${path}`, () => void this.files.set(path, this.textOf(path) + text)),
    copyFile: (from: string, to: string) =>
      this.operation(`copyFile ${to}`, () => void this.files.set(to, this.textOf(from))),
    mkdir: (path: string) => this.operation(`mkdir ${path}`, () => void this.files.set(`${path}/`, 'directory')),
    rm: (path: string) =>
      this.operation(`rm ${path}`, () => {
        for (const name of this.files.keys()) if (`${name}/`.startsWith(`${path}/`)) this.files.delete(name)
      }),
    readdir: (path: string) =>
      this.operation(`readdir ${path}`, () =>
        [`${path}/a`, `${path}/b`, `${path}/c`, ...this.files.keys()]
          .filter((name) => name.startsWith(`${path}/`))
          .map((name) => name.slice(path.length + 1).split('/')[0]!)
          .filter((name, index, all) => name !== '' && all.indexOf(name) === index)
          .sort(),
      ),
  }

  /** A library that the tool knows nothing of. */
  readonly library = {
    lookup: (key: string, ...others: unknown[]) =>
      this.operation(`lookup ${key}`, () => `${this.at(key)}~${this.meddle(key, others)}`),
    convert: (key: string, ...others: unknown[]) =>
      this.operation(`convert ${key}`, () => `${key}*${this.meddle(key, others)}`),
    derive: (value: string, ...others: unknown[]) => inShort(`${value}^${this.meddle(value, others)}`),
    visit: (key: string, callback: (value: string) => unknown) =>
      this.operation(`visit ${key}`, () => `${key}${this.meddle(key, [])}`).then(async (value) => {
        await callback(value)
        return value
      }),
  }

  operation<T>(whole: string, effect: () => T): Promise<T> {
    const label = inShort(whole)
    this.started.push(label)
    this.inFlight += 1
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight)
    if (this.isTooLong) return Promise.reject(new Error('too many operations'))
    const fails = this.circumstances.failing.has(label)
    const early = !fails && this.random() < 0.5 ? { result: inShort(effect()) } : null
    return new Promise((resolve, reject) => {
      const end = (): void => {
        this.inFlight -= 1
        if (fails) reject(new Error(`failed: ${label}`))
        else resolve(early ? early.result : inShort(effect()))
      }
      const delay = DELAYS[this.circumstances.ends ?? 'evenly'](this.random(), this.started.length)
      this.waiting.push({ at: this.now + delay, end })
    })
  }

  private textOf(path: string): string {
    return this.files.get(path) ?? `(${path})`
  }

  at(key: string): string {
    return this.places.get(inShort(key)) ?? `(${key})`
  }

  put(key: string, value: string): string {
    this.places.set(inShort(key), inShort(value))
    return value
  }

  /** What a function of a library may do beside its work. */
  private meddle(key: string, others: readonly unknown[]): string {
    if (this.circumstances.libraryOnlyReads) return ''
    this.hidden += 1
    this.put(key, `${this.at(key)}#${this.hidden}`)
    this.put('shared', `meddled ${this.hidden}`)
    this.log.push(`meddled with ${key}`)
    for (const other of others) if (Array.isArray(other) && other.length < 20) other.push(`meddled ${this.hidden}`)
    return String(this.hidden)
  }
}

/** Serves one call at a time: what is asked meanwhile gets a wrong answer. */
class Session {
  private isBusy = false
  private readonly world: SimulatedWorld
  constructor(world: SimulatedWorld) {
    this.world = world
  }

  get(key: string): Promise<string> {
    return this.alone(`session get ${key}`, () => this.world.at(key))
  }

  put(key: string, value: string): Promise<string> {
    return this.alone(`session put ${key}`, () => this.world.put(key, value))
  }

  private alone(label: string, effect: () => string): Promise<string> {
    if (this.isBusy) return this.world.operation(label, () => 'the session is busy')
    this.isBusy = true
    return this.world.operation(label, effect).finally(() => {
      this.isBusy = false
    })
  }
}

/** Serves any number of calls until it is closed; what runs then is cut off. */
class Pool {
  private isOpen = true
  private readonly world: SimulatedWorld
  constructor(world: SimulatedWorld) {
    this.world = world
  }

  get(key: string): Promise<string> {
    return this.world.operation(`pool get ${key}`, () => {
      if (!this.isOpen) this.world.log.push(`${key} was asked of a closed pool`)
      return this.world.at(key)
    })
  }

  close(): Promise<void> {
    this.isOpen = false
    return this.world.operation('close', () => {})
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

/** A text in its beginning and a number that follows from all of it; of one that doubles with each turn its length. */
function inShort<T>(text: T): T {
  if (typeof text !== 'string' || text.length <= LONGEST) return text
  if (text.length > WHOLE) return `...${text.length}` as T & string
  let number = 0
  for (let index = 0; index < text.length; index += 1) number = (Math.imul(number, 31) + text.charCodeAt(index)) | 0
  return `${text.slice(0, LONGEST)}...${number}` as T & string
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
