import * as path from 'node:path'
import { inspect } from 'node:util'
import * as pMapModule from 'p-map'
import type { Program } from './compile-program.ts'
import type { Circumstances } from './simulated-world.ts'
import { SimulatedWorld } from './simulated-world.ts'

/** What can be seen of a run, after all that it started has ended. */
export interface Outcome {
  /** How `main` settled: `resolved: ...` or `rejected: ...`. */
  readonly settled: string
  readonly log: readonly string[]
  /** Of files the key is the path after a slash. */
  readonly places: ReadonlyMap<string, string>
  /** State of the module, and what became of the arguments. */
  readonly state: string
  readonly started: readonly string[]
  readonly mostInFlight: number
  readonly unhandled: readonly string[]
  readonly isTooLong: boolean
}

/** What `main` of a program is given: a list of keys and one of objects. */
export interface Inputs {
  readonly keys: readonly string[]
  readonly items: readonly Item[]
}

export interface Item {
  readonly id: string
  readonly tags: readonly string[]
  readonly name: string
}

/** Runs a program in a world of its own. */
export async function runInWorld(program: Program, inputs: Inputs, circumstances: Circumstances): Promise<Outcome> {
  const world = new SimulatedWorld(circumstances)
  const modules: Record<string, unknown> = {
    './world.js': world.exports,
    'some-library': world.library,
    'node:fs/promises': world.fileOperations,
    'node:path': path,
    'p-map': { ...pMapModule, __esModule: true },
  }
  const unhandled: string[] = []
  const record = (error: unknown): void => void unhandled.push(String(error))
  process.on('unhandledRejection', record)
  const given = structuredClone(inputs)
  let settled = 'never settled'
  const { main, stateOfModule } = program((name) => modules[name])
  void main(given.keys, given.items).then(
    (value) => (settled = `resolved: ${show(value)}`),
    (error: unknown) => (settled = `rejected: ${String(error)}`),
  )
  do {
    await nextMacrotask()
  } while (world.passTime())
  process.off('unhandledRejection', record)
  const { log, started, mostInFlight } = world
  // A text that doubles at every turn ends where the engine has no room for it, wherever that is.
  const isTooLong = world.isTooLong || settled.includes('Invalid string length')
  const places = new Map([...world.places, ...[...world.files].map(([path, text]) => [`/${path}`, text] as const)])
  return { settled, log, places, started, mostInFlight, isTooLong, unhandled, state: show([stateOfModule(), given]) }
}

function show(value: unknown): string {
  return inspect(value, { depth: 8, breakLength: 100, maxArrayLength: 50 })
}

function nextMacrotask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
