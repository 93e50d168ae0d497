import { dirname } from 'node:path'
import ts from 'typescript'
import { rewriteText } from '../../src/report/rewrite-text.ts'
import { mayApply } from '../../src/report/text-tests.ts'
import { EVERYTHING } from '../hostile/check-file.ts'

export interface Errors {
  readonly files: number
  readonly changed: number
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** Errors of the compiler before and after all rewrites of the files, each as `path: message`, without lines. */
export function countErrors(paths: readonly string[], options: ts.CompilerOptions): Errors {
  const rewritten = new Map<string, string>()
  for (const path of paths) {
    const text = ts.sys.readFile(path)!
    if (!mayApply(text)) continue
    // Of tests, most rules say nothing.
    const name = path.replace('/tests/fixtures/', '/')
    const after = rewriteText(text, name, { ...EVERYTHING, target: 'es2025' }, 'possible').at(-1)!.text
    if (after !== text) rewritten.set(path, after)
  }
  const before = errorsIn(paths, options, new Map())
  return { files: paths.length, changed: rewritten.size, before, after: errorsIn(paths, options, rewritten) }
}

/** What is there after that was not there before, each as often as it is more. */
export function newErrors({ before, after }: Errors): string[] {
  const rest = [...before]
  return after.filter((error) => {
    const index = rest.indexOf(error)
    if (index >= 0) rest.splice(index, 1)
    return index < 0
  })
}

function errorsIn(paths: readonly string[], options: ts.CompilerOptions, texts: ReadonlyMap<string, string>): string[] {
  const host = ts.createCompilerHost(options)
  const { readFile } = host
  host.readFile = (path) => texts.get(path) ?? readFile(path)
  const program = ts.createProgram(paths, { ...options, noEmit: true, skipLibCheck: true }, host)
  return program.getSourceFiles().filter(({ fileName }) => paths.includes(fileName)).flatMap((file) =>
    [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${file.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    ),
  )
}

/** The sources and options of the project that a `tsconfig.json` describes. */
export function projectOf(config: string): { readonly paths: readonly string[]; readonly options: ts.CompilerOptions } {
  const { config: json } = ts.readConfigFile(config, (path) => ts.sys.readFile(path))
  const { fileNames, options } = ts.parseJsonConfigFileContent(json, ts.sys, dirname(config))
  return { paths: fileNames.filter((path) => !path.endsWith('.d.ts')), options }
}
