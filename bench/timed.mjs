import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a whole process took, with those that it started; needs GNU time. Any exit code of `codes` is fine. */
export function timed(command, { cwd, codes = [0] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'timed-'))
  const file = join(folder, 'time')
  try {
    const args = ['-q', '-f', '%U %S %e %M', '-o', file, ...command]
    const { status, stdout, stderr } = spawnSync('/usr/bin/time', args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 30 })
    if (!codes.includes(status)) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`)
    const [user, system, wall, kib] = readFileSync(file, 'utf8').trim().split(' ').map(Number)
    return { cpu: user + system, wall, mib: kib / 1024, stdout }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Runs the named commands in turns, so that a busy machine slows all of them alike; gives the runs of each. */
export function inTurns(rounds, commands) {
  const runs = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(commands)) runs[name].push(run())
  }
  return runs
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/** The median of the ratios, round by round. */
export function ratioOf(runs, floor, what) {
  return median(runs.map((run, round) => run[what] / floor[round][what]))
}
