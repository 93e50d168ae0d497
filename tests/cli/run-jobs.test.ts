import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runJobs } from '../../src/cli/work/run-jobs.ts'
import { DEFAULT_OPTIONS } from '../../src/options.ts'
import { scratch } from './scratch.ts'

const THREAD = `export default async (jobs) => {
  const works = []
  for (const job of jobs) works.push(await work(job))
  return works
}
async function work({ absolute }) {
  if (absolute.startsWith('crash')) {
    setImmediate(() => { throw new Error('out of order') })
    await new Promise(() => {})
  }
  if (absolute === 'memory') for (const all = []; ; ) all.push(new Array(1e6).fill(absolute))
  return { result: [absolute], problem: null }
}`

test('the file of a thread that crashes is a problem of its own, and the others are done', async () => {
  const thread = pathToFileURL(join(scratch({ 'thread.mjs': THREAD }), 'thread.mjs'))
  // So many that several go to a thread at once.
  const few = ['a', 'crash 1', 'b', 'crash 2', 'crash 3', 'c', 'd', 'crash 4']
  const names = [...few, ...Array.from({ length: 40 }, (_, index) => `file ${index}`)]
  const jobs = names.map((absolute) => ({ kind: 'find', absolute, options: DEFAULT_OPTIONS, rules: null, all: false }) as const)
  const works = await runJobs(jobs, 2, () => {}, thread)
  const crashed = { result: null, problem: { line: null, column: null, reason: 'the thread that worked on it crashed: out of order' } }
  expect(works).toEqual(names.map((name) => (name.startsWith('crash') ? crashed : { result: [name], problem: null })))
})
