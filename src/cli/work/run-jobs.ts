import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import type { FindResult, Job, RewriteResult, Work } from './run-job.ts'

type ResultOf<J extends Job> = J extends { kind: 'find' } ? FindResult : RewriteResult

/** Starting threads, each of which loads the parser, pays from about this many files on. */
const FEW = 30

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
  threadFile: URL = new URL(`./worker${extname(import.meta.url)}`, import.meta.url),
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

async function inThreads<J extends Job>(jobs: readonly J[], threads: number, onDone: OnDone, file: URL) {
  const { Tinypool } = await import('tinypool')
  // As many from the first on: the pool then starts a new thread in place of one that crashed.
  const pool = new Tinypool({ filename: file.href, minThreads: threads, maxThreads: threads })
  // A thread that fails without a job has no file to be told of, and the pool starts another.
  pool.on('error', () => {})
  try {
    return await Promise.all(
      jobs.map(async (job) => {
        const work = await inThread<ResultOf<J>>(job, pool)
        onDone(work)
        return work
      }),
    )
  } finally {
    await pool.destroy()
  }
}

async function inThread<Result>(job: Job, pool: { run(job: Job): Promise<unknown> }): Promise<Work<Result>> {
  try {
    return (await pool.run(job)) as Work<Result>
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const words = code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it ran out of memory' : message.split('\n')[0]
    return { result: null, problem: { line: null, column: null, reason: `the thread that worked on it crashed: ${words}` } }
  }
}
