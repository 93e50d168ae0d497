import ts from 'typescript'
import type { SourceFile } from './source-files.ts'

const BUDGETS: readonly { readonly folder: string; readonly lines: number }[] = [
  { folder: 'src/', lines: 200 },
  { folder: 'rules/', lines: 120 },
  { folder: 'codemods/', lines: 60 },
]

const EMPTY_WORDS = /(?:^|-)(?:utils?|helpers?|misc|common|shared|stuff|lib)(?:-|$)/

/** `path: 240 lines, 200 allowed` for each file over its budget; lines of tables do not count. */
export function findLongFiles(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const budget = BUDGETS.find(({ folder }) => file.path.startsWith(folder))
    const lines = countLines(file)
    return budget !== undefined && lines > budget.lines
      ? [`${file.path}: ${lines} lines, ${budget.lines} allowed`]
      : []
  })
}

/** Paths whose names are not in kebab-case or say nothing. */
export function findPoorNames(files: readonly SourceFile[]): string[] {
  return files
    .map(({ path }) => path)
    .filter((path) =>
      path
        .replace(/(?:\.test|\.d)?\.ts$/, '')
        .split('/')
        .some((part) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(part) || EMPTY_WORDS.test(part)),
    )
}

function countLines({ path, text }: SourceFile): number {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const lineAt = (position: number) => file.getLineAndCharacterOfPosition(position).line
  const lines = lineAt(text.trimEnd().length) + 1
  const tableLines = file.statements
    .filter(isTable)
    .map((statement) => lineAt(statement.end) - lineAt(statement.getStart()) + 1)
  return tableLines.reduce((rest, count) => rest - count, lines)
}

/** `const ROWS = [...]`, `const WORDS = {...}`, without code in it. */
function isTable(statement: ts.Statement): boolean {
  return ts.isVariableStatement(statement) && !containsBlock(statement)
}

function containsBlock(node: ts.Node): boolean {
  return ts.isBlock(node) || (ts.forEachChild(node, (child) => containsBlock(child) || undefined) ?? false)
}
