#!/usr/bin/env node
import { createColors } from 'picocolors'
import { ArgumentError } from '../options-from-arguments.ts'
import { packageVersion } from '../package-version.ts'
import { readArguments, type Invocation } from './arguments.ts'
import { helpText } from './printing/help-text.ts'
import { printablePath } from './printing/printable.ts'
import { NO_PROGRESS, progressLine } from './printing/progress-line.ts'
import type { Terminal } from './terminal.ts'
import { JournalError } from './writing/journal-error.ts'

// Whatever ends the process before a command has told its own code is a crash.
process.exitCode = 2
process.on('uncaughtException', (error) => {
  fail(error)
  process.exit(2)
})
// A reader that has seen enough, such as `head`, is no failure: there was something to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(1)
})

try {
  process.exitCode = await run(await readArguments(process.argv.slice(2), process.stdout.isTTY === true))
} catch (error) {
  if (error instanceof JournalError) process.exitCode = 1
  fail(error)
}

function fail(error: unknown): void {
  process.stderr.write(`interleave: ${toWords(error)}\n`)
}

async function run(invocation: Invocation): Promise<number> {
  switch (invocation.command) {
    case 'help':
      process.stdout.write(helpText())
      return 0
    case 'version':
      process.stdout.write(`${packageVersion()}\n`)
      return 0
    case 'scan':
      return (await import('./commands/scan.ts')).scan(invocation, terminal(invocation.color))
    case 'fix':
      return (await import('./commands/fix.ts')).fix(invocation, terminal(invocation.color))
    case 'resume':
    case 'undo':
      return (await import('./commands/recover.ts')).recover(invocation, terminal(invocation.color))
    case 'explain':
      return (await import('./commands/explain.ts')).explain(invocation, terminal(invocation.color))
  }
}

function terminal(color: boolean | null): Terminal {
  return {
    directory: process.cwd(),
    // Never left to picocolors, which colours for CI and FORCE_COLOR though nobody looks.
    colors: createColors(color ?? (process.stdout.isTTY === true && process.stdout.hasColors())),
    out: (text) => void process.stdout.write(text),
    problem: (path, { line, column, reason }) => {
      const place = [printablePath(path), line, column].filter((part) => part !== null).join(':')
      process.stderr.write(`${place}: ${reason}\n`)
    },
    note: (text) => void process.stderr.write(`interleave: ${text}\n`),
    canAsk: process.stdin.isTTY === true && process.stdout.isTTY === true,
    progress: (files) =>
      process.stderr.isTTY === true && !process.env['CI']
        ? progressLine(files, (text) => void process.stderr.write(text))
        : NO_PROGRESS,
  }
}

function toWords(error: unknown): string {
  if (error instanceof ArgumentError) return `${error.message} (interleave --help)`
  if (error instanceof JournalError) return error.message
  return `crashed, which is a defect of it: ${error instanceof Error ? error.stack : String(error)}`
}
