import ts from 'typescript'

/** A change of a source text after which a reason is not given any more at one place. */
export interface Mutant {
  readonly code: string
  readonly line: number
  readonly start: number
  readonly end: number
  readonly instead: string
}

/** One for each place that makes a reason: `reason('early-exit', ...)`. */
export function mutantsOf(file: ts.SourceFile): readonly Mutant[] {
  const mutants: Mutant[] = []
  const visit = (node: ts.Node): void => {
    const code = codeOf(node)
    if (code !== null) {
      const [part, nothing] = switchedOff(node)
      const [target, instead] = ts.isExpressionStatement(part.parent) ? [part.parent, ';'] : [part, nothing]
      const { line } = file.getLineAndCharacterOfPosition(node.getStart())
      mutants.push({ code, line: line + 1, start: target.getStart(), end: target.end, instead })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return mutants
}

/** The text with a switch at each mutant, which `globalThis.switchedOff` turns: `src/verdict/silences.ts#3`. */
export function withSwitches(path: string, file: ts.SourceFile): string {
  const mutants = mutantsOf(file).map((mutant, index) => ({ ...mutant, isOff: `globalThis.switchedOff === '${path}#${index}'` }))
  const outerFirst = mutants.sort((a, b) => a.start - b.start || b.end - a.end)
  const write = (start: number, end: number): string => {
    let [code, at] = ['', start]
    while (outerFirst[0] && outerFirst[0].start < end) {
      const { isOff, ...mutant } = outerFirst.shift()!
      code += file.text.slice(at, mutant.start) + switched(mutant, isOff, write(mutant.start, mutant.end))
      at = mutant.end
    }
    return code + file.text.slice(at, end)
  }
  return write(0, file.text.length)
}

function switched({ instead }: Mutant, isOff: string, code: string): string {
  if (instead === ';' || instead.startsWith('return')) return `{ if (${isOff}) { ${instead} } else ${code} }`
  return instead === '...[]' ? `...(${isOff} ? [] : [${code}])` : `(${isOff} ? (${instead}) : (${code}))`
}

/** `a ? 'pacing' : 'poll'` counts as its first code. */
function codeOf(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'reason') return null
  return /'([a-z-]+)'/.exec(node.arguments[0]!.getText())?.[1] ?? null
}

/** What stands in place of a node so that it gives no reason: the rest of the test, list or statement around it. */
function switchedOff(node: ts.Node): readonly [ts.Node, string] {
  const { parent } = node
  if (ts.isConditionalExpression(parent) && parent.whenTrue === node) return [parent, `(${parent.whenFalse.getText()})`]
  if (ts.isConditionalExpression(parent) && parent.whenFalse === node) return [parent, `(${parent.whenTrue.getText()})`]
  if (ts.isBinaryExpression(parent) && parent.right === node) {
    return parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken ? [parent, parent.left.getText()] : [parent, 'null']
  }
  if (ts.isArrayLiteralExpression(parent)) return [node, '...[]']
  if (ts.isReturnStatement(parent)) return ts.isIfStatement(parent.parent) ? [parent, ';'] : [parent, 'return null']
  if (ts.isArrowFunction(parent) || ts.isParenthesizedExpression(parent)) return [node, 'null']
  return ts.isCallExpression(parent) ? switchedOff(parent) : [node, 'null']
}
