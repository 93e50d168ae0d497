import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newerNode } from '../../rewrite/newer-node.ts'

/** A program before and after a rewrite. */
export interface Pair {
  readonly id: number
  readonly before: string
  readonly after: string
  /** What is certain holds whatever functions that nobody can read do. */
  readonly isCertain: boolean
  /** Whether a failure may come later, or not at all, as the rewrite says. */
  readonly mayFailLater: boolean
  /** Whether it must hold for arrays with holes as well, which chains take for arrays without. */
  readonly mayHaveHoles: boolean
}

export interface Comparison {
  readonly id: number
  readonly difference: string | null
}

/** What differs when both programs of a pair run on random numbers, on a Node with iterator helpers. */
export function compareArrays(pairs: readonly Pair[]): readonly Comparison[] {
  const folder = mkdtempSync(join(tmpdir(), 'interleave-arrays-'))
  try {
    const file = join(folder, 'pairs.json')
    writeFileSync(file, JSON.stringify(pairs))
    const script = join(import.meta.dirname, 'run-array-programs.ts')
    const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning']
    return JSON.parse(execFileSync(newerNode(), [...flags, script, file], { encoding: 'utf8', maxBuffer: 2 ** 28, timeout: 300_000 }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
