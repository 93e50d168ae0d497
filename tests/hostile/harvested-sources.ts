import ts from 'typescript'
import { readSourceFiles } from '../house/source-files.ts'

/** Every text in the tests that looks like a program which waits or builds arrays, each once. */
export function harvestSources(): readonly string[] {
  const found = new Set<string>()
  for (const { path, text } of readSourceFiles(['tests/**/*.ts'])) {
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node) && looksLikeProgram(node.text)) found.add(node.text.replace(/[✂«»]/g, ''))
      ts.forEachChild(node, visit)
    }
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest))
  }
  return [...found]
}

/** Names in the order in which they come, each once. */
export function namesIn(source: string): readonly string[] {
  return [...new Set(source.match(/(?<![\w$'"`/.])[a-zA-Z_]\w*(?![\w'"`/])/g))].filter((name) => !KEYWORDS.test(name))
}

function looksLikeProgram(text: string): boolean {
  return /\bawait\b|\.(?:map|filter|forEach|reduce|then|some|slice)\(|\[\.\.\./.test(text) && /[;{\n(]/.test(text)
}

const KEYWORDS = new RegExp(
  `^(?:${[
    'async|await|break|case|catch|class|const|continue|delete|do|else|export|extends|false|finally|for|from|function|if',
    'import|in|instanceof|interface|let|new|null|of|return|static|super|switch|this|throw|true|try|type|typeof|undefined',
    'using|var|void|while|yield|string|number|boolean|any|as|readonly',
  ].join('|')})$`,
)
