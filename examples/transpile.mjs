import { readFileSync, writeFileSync } from 'node:fs'
import ts from 'typescript'

/** Takes the types off a program, as Node 20 runs no TypeScript; gives the path of the JavaScript. */
export function transpile(path) {
  const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  })
  const built = path.replace(/\.ts$/, '.mjs')
  writeFileSync(built, outputText)
  return built
}
