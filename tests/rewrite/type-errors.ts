import { resolve } from 'node:path'
import ts from 'typescript'

const FOLDER = resolve('tests/rewrite')
const kept = new Map<string, ts.SourceFile | undefined>()

/**
 * What the compiler says of a text, with the real declarations of p-map and Node.
 *
 * @param prelude what the text may import from `./types-prelude.ts`
 */
export function typeErrorsOf(text: string, prelude = ''): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    noImplicitReturns: false,
    noUnusedLocals: true,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.esnext.d.ts'],
    module: ts.ModuleKind.NodeNext,
    types: ['node'],
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
  }
  const host = ts.createCompilerHost(options)
  const own = new Map([
    [resolve(FOLDER, 'types-case.ts'), text],
    [resolve(FOLDER, 'types-prelude.ts'), prelude],
  ])
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => own.has(path) || fileExists(path)
  host.readFile = (path) => own.get(path) ?? readFile(path)
  host.getSourceFile = (path, version, ...rest) => {
    const mine = own.get(path)
    if (mine !== undefined) return ts.createSourceFile(path, mine, version)
    if (!kept.has(path)) kept.set(path, getSourceFile(path, version, ...rest))
    return kept.get(path)
  }
  const program = ts.createProgram([...own.keys()], options, host)
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(resolve(FOLDER, 'types-case.ts')))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}
