import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import type { FindResult, Job, RewriteResult, Work } from './run-job.ts'

type ResultOf<J extends Job> = J extends { kind: 'find' } ? FindResult : RewriteResult

/** Starting threads, each of which loads the parser, pays from about this many files on. */
const FEW = 30

/** A thread is sent so many jobs at once at most; fewer where the last batches would keep only some threads busy. */
const LARGEST_BATCH = 16
const BATCHES_OF_THREAD = 8

/**
 * By how many percent the heap of a thread may grow over what is in use before garbage is collected. Left alone, it
 * grows to four times as much; trees and summaries are many, and most of them are soon garbage.
 */
const HEAP_GROWTH = 100

/** Is told of each job that is done. */
export type OnDone = (work: Work<FindResult | RewriteResult>) => void

/**
 * Does the jobs, in threads when there are many; the results are in the order of the jobs.
 *
 * @param workers threads to use whatever the number of jobs; null to decide by it
 * @param threadFile what the threads run; a test may put something else in
 */
export async function runJobs<J extends Job>(
  jobs: readonly J[],
  workers: number | null,
  onDone: OnDone = () => {},
  threadFile?: URL,
): Promise<readonly Work<ResultOf<J>>[]> {
  const threads = Math.max(1, Math.min(workers ?? availableParallelism(), jobs.length))
  if (jobs.length === 0) return []
  return workers === null && (jobs.length < FEW || threads === 1)
    ? inProcess(jobs, onDone)
    : inThreads(jobs, threads, onDone, threadFile)
}

async function inProcess<J extends Job>(jobs: readonly J[], onDone: OnDone): Promise<readonly Work<ResultOf<J>>[]> {
  // Loaded here, as a run that uses threads has no need of the parser in the first one.
  const { runJob } = await import('./run-job.ts')
  return jobs.map((job) => {
    const work = runJob(job) as Work<ResultOf<J>>
    onDone(work)
    return work
  })
}

async function inThreads<J extends Job>(jobs: readonly J[], threads: number, onDone: OnDone, file = workerFile()) {
  const { Tinypool } = await import('tinypool')
  if (jobs[0]!.options.crossFile) setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`)
  // As many from the first on: the pool then starts a new thread in place of one that crashed.
  const pool = new Tinypool({ filename: file.href, minThreads: threads, maxThreads: threads })
  // A thread that fails without a job has no file to be told of, and the pool starts another.
  pool.on('error', () => {})
  try {
    const batches = await Promise.all(
      toBatches(jobs, threads).map(async (batch) => {
        const works = await batchInThread<ResultOf<J>>(batch, pool)
        for (const work of works) onDone(work)
        return works
      }),
    )
    return batches.flat()
  } finally {
    await pool.destroy()
  }
}

function workerFile(): URL {
  return pathToFileURL(createRequire(import.meta.url).resolve('#worker'))
}

function toBatches<J>(jobs: readonly J[], threads: number): readonly (readonly J[])[] {
  const fair = Math.floor(jobs.length / (threads * BATCHES_OF_THREAD))
  const size = Math.max(1, Math.min(LARGEST_BATCH, fair))
  return Array.from({ length: Math.ceil(jobs.length / size) }, (_, at) => jobs.slice(at * size, (at + 1) * size))
}

interface Pool {
  run(jobs: readonly Job[]): Promise<unknown>
}

/** A batch of which one job ends the thread is done again job by job, so that the others are done. */
async function batchInThread<Result>(jobs: readonly Job[], pool: Pool): Promise<readonly Work<Result>[]> {
  if (jobs.length === 1) return [await inThread<Result>(jobs[0]!, pool)]
  try {
    return (await pool.run(jobs)) as Work<Result>[]
  } catch {
    return Promise.all(jobs.map((job) => inThread<Result>(job, pool)))
  }
}

async function inThread<Result>(job: Job, pool: Pool): Promise<Work<Result>> {
  try {
    const [work] = (await pool.run([job])) as Work<Result>[]
    return work!
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const words = code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it ran out of memory' : message.split('\n')[0]
    return { result: null, problem: { line: null, column: null, reason: `the thread that worked on it crashed: ${words}` } }
  }
}
