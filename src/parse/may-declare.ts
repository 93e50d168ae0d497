/** `const p = f()`, `let a = 1, p: T = f()`, `for (const p of ps)`; comments may stand in between. */
const DECLARED =
  /(?:\b(?:const|let|var|using)\b|,)(?:\s|\/\/.*|\/\*[^]*?\*\/)*([\w$\\\x80-\uffff]+)\s*(?:[:=/]|of\b)/g

/** Whether a text could declare one of the names with a value. */
export function mayDeclare(text: string, names: ReadonlySet<string>): boolean {
  for (const [, name] of text.matchAll(DECLARED)) if (names.has(name!)) return true
  return false
}
