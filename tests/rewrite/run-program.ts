import { createRequire } from 'node:module'
import * as pMapModule from 'p-map'
import ts from 'typescript'

const require = createRequire(import.meta.url)

/** What a program does that somebody else can see. */
export interface Outcome {
  readonly value: unknown
  readonly error: string | null
  /** Effects whose order is seen, in order. */
  readonly log: readonly string[]
  /** Most operations of `get` under way at once. */
  readonly inFlight: number
  readonly started: readonly string[]
  readonly unhandled: number
}

export interface World {
  /** Resolves with `<key>!` after a random time; rejects for keys that fail. */
  get(key: unknown): Promise<string>
  /** Resolves with whether the key is an even number or a text of even length. */
  ok(key: unknown): Promise<boolean>
  /** An effect in order, awaited. */
  store(...values: unknown[]): Promise<void>
  /** An effect in order, at once. */
  log(...values: unknown[]): void
  readonly failing: ReadonlySet<unknown>
}

/**
 * Runs the function `main` that a program exports, with `world` as its argument, under delays that follow from
 * the seed. Types are taken away, and `p-map` is the real one.
 */
export async function runProgram(source: string, failing: readonly unknown[] = [], seed = 1): Promise<Outcome> {
  const random = randomFrom(seed)
  const log: string[] = []
  const started: string[] = []
  let running = 0
  let inFlight = 0
  const wait = async <T>(key: unknown, result: T): Promise<T> => {
    started.push(String(key))
    running += 1
    inFlight = Math.max(inFlight, running)
    await sleep(random() * 4)
    running -= 1
    if (world.failing.has(key)) throw new Error(`failed at ${String(key)}`)
    return result
  }
  const world: World = {
    failing: new Set(failing),
    get: (key) => wait(key, `${String(key)}!`),
    ok: (key) => wait(key, (typeof key === 'number' ? key : String(key).length) % 2 === 0),
    async store(...values) {
      log.push(`storing ${values.join()}`)
      await sleep(random() * 2)
      log.push(`stored ${values.join()}`)
    },
    log: (...values) => void log.push(values.join()),
  }
  let unhandled = 0
  const count = (): void => void (unhandled += 1)
  process.on('unhandledRejection', count)
  const main = loadProgram(source)
  const { value, error } = await main(world).then(
    (value) => ({ value, error: null }),
    (error: unknown) => ({ value: undefined, error: String(error) }),
  )
  const seen = { value: structuredCopy(value), error, log: [...log] }
  await sleep(12) // what outlives the function ends, or rejects without a handler
  process.off('unhandledRejection', count)
  return { ...seen, inFlight, started, unhandled }
}

type Main = (world: World) => Promise<unknown>

function loadProgram(source: string): Main {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2023,
      esModuleInterop: true,
      moduleDetection: ts.ModuleDetectionKind.Force,
    },
  })
  const module: { exports: { main?: Main } } = { exports: {} }
  const load = (name: string): unknown => (name === 'p-map' ? { ...pMapModule, __esModule: true } : require(name))
  new Function('module', 'exports', 'require', outputText)(module, module.exports, load)
  if (!module.exports.main) throw new Error('The program exports no main.')
  return module.exports.main
}

/** Maps and Sets as lists, so that outcomes can be compared and keep their order. */
function structuredCopy(value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value].map(structuredCopy)
  if (Array.isArray(value)) return value.map(structuredCopy)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value).map(([key, part]) => [key, structuredCopy(part)])
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
