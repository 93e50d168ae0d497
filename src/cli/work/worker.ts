import type { Options } from '../../options.ts'
import { type Job, runJob } from './run-job.ts'

/** What a thread of the pool does with each batch of jobs it is sent. */
export default function runBatch(jobs: readonly Job[]) {
  return jobs.map((job) => runJob({ ...job, options: firstCopyOf(job.options) }))
}

let first: { readonly options: Options; readonly text: string } | null = null

/** Each batch brings its own copy of the options; what is kept from file to file is kept under the first of them. */
function firstCopyOf(options: Options): Options {
  const text = JSON.stringify(options)
  if (first?.text !== text) first = { options, text }
  return first.options
}
