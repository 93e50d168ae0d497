import { runJob } from './run-job.ts'

/** What a thread of the pool does with each job it is sent. */
export default runJob
