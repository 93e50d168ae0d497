import { count } from './count.ts'

/** Told of the work as it is done. */
export interface Progress {
  readonly step: (work: { readonly result: unknown }) => void
  /** Takes the line away again. */
  readonly end: () => void
}

/** Where nobody looks. */
export const NO_PROGRESS: Progress = { step: () => {}, end: () => {} }

/** Milliseconds before the first line, which short runs never reach, and between two. */
const FIRST = 400
const NEXT = 100

/** One line that is written over and over: how many files are done, what they hold, and how long the rest may take. */
export function progressLine(files: number, write: (text: string) => void, now: () => number = Date.now): Progress {
  const begin = now()
  let done = 0
  let found = 0
  let shown = begin + FIRST - NEXT
  let isThere = false
  return {
    step({ result }) {
      done++
      found += foundIn(result)
      const time = now()
      if (time - shown < NEXT) return
      shown = time
      isThere = true
      write(`\r\u001B[2K${words(done, files, found, ((time - begin) / done) * (files - done))}`)
    },
    end() {
      if (isThere) write('\r\u001B[2K')
    },
  }
}

function words(done: number, files: number, found: number, left: number): string {
  const seconds = Math.ceil(left / 1000)
  const time = seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
  return `${done} of ${count(files, 'file')}, ${count(found, 'finding')}, ${time} left`
}

/** Findings of a scan, or rewrites of a fix. */
function foundIn(result: unknown): number {
  const { forms = [], steps = [] } = Object(result) as { forms?: readonly Found[]; steps?: readonly Step[] }
  const found = forms.filter(({ finding }) => finding.confidence !== null).length
  return steps.reduce((sum, { rewritten }) => sum + rewritten, found)
}

interface Found {
  readonly finding: { readonly confidence: unknown }
}

interface Step {
  readonly rewritten: number
}
