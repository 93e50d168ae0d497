import { resolve } from 'node:path'
import { ArgumentError } from '../../options-from-arguments.ts'
import type { Answer } from '../../report/answer.ts'
import { answersOf as answersIn } from '../../report/rules.ts'
import { parseSource } from '../../parse/files/parse-source.ts'
import type { ExplainInvocation } from '../arguments.ts'
import { findFiles, type FoundFile } from '../discovery/find-files.ts'
import { type FileProblem, toFileProblem } from '../file-problem.ts'
import { explanation } from '../printing/explanation.ts'
import { tellUntyped } from '../printing/untyped-note.ts'
import { printablePath } from '../printing/printable.ts'
import { readSource } from '../read-source.ts'
import type { Terminal } from '../terminal.ts'

/** Prints every fact that the answer for the loop at a line rests on; gives the exit code. */
export async function explain({ paths, options }: ExplainInvocation, terminal: Terminal): Promise<number> {
  const { file, line } = toPlace(paths, terminal.directory)
  const answered = answersOf(file, options)
  if ('problem' in answered) {
    terminal.problem(file.path, answered.problem)
    return 1
  }
  const answer = innermostAt(line, answered.answers)
  tellUntyped([answered], terminal)
  if (answer === null) throw new ArgumentError(nothingAt(file, line, answered.answers))
  terminal.out(explanation(file.path, answered.text, answer, terminal.colors))
  return 0
}

function toPlace(paths: readonly string[], directory: string): { file: FoundFile; line: number } {
  const [, path, line] = /^(.+?):(\d+)(?::\d+)?$/s.exec(paths[0] ?? '') ?? []
  if (paths.length !== 1 || path === undefined) throw new ArgumentError('explain takes one FILE:LINE')
  const [file] = findFiles([path], directory)
  if (file === undefined || file.absolute !== resolve(directory, path)) {
    throw new ArgumentError(`${printablePath(path)}: explain takes a file, not a directory`)
  }
  return { file, line: Number(line) }
}

type Answered = Answers | { readonly problem: FileProblem }

interface Answers {
  readonly text: string
  readonly answers: readonly Answer[]
  /** Where types were asked for: whether a project has the file. */
  readonly isTyped?: boolean
}

function answersOf(file: FoundFile, options: ExplainInvocation['options']): Answered {
  try {
    const { text } = readSource(file.absolute)
    const parsed = parseSource(text, file.absolute, options)
    const isTyped = parsed.types !== undefined
    return { text, answers: answersIn(parsed, options), ...(options.project && { isTyped }) }
  } catch (error) {
    return { problem: toFileProblem(error) }
  }
}

function innermostAt(line: number, answers: readonly Answer[]): Answer | null {
  const around = answers.filter(({ finding }) => finding.line <= line && line <= finding.endLine)
  const size = ({ form: { node } }: Answer) => node.range[1] - node.range[0]
  return around.sort((a, b) => size(a) - size(b))[0] ?? null
}

function nothingAt({ path }: FoundFile, line: number, answers: readonly Answer[]): string {
  const lines = answers.map(({ finding }) => finding.line)
  const where = lines.length === 0 ? 'nor is there one in this file' : `there are some at line ${lines.join(', ')}`
  return `${printablePath(path)}:${line}: no loop awaits here; ${where}`
}
