const GAP = String.raw`(?:\s|//.*[\n\r]|/\*(?:[^*]|\*(?!/))*\*/)*`
const NAME = '([^\\s\\0-#%-/:-@[\\]^`{-\\x7F]+)'
/** `const p = f()`, `let a = 1, p: T = f()`, `for (const p of ps)`; comments may stand in between. */
const DECLARED = new RegExp(String.raw`(?:\b(?:const|let|var|using)\b|,)${GAP}${NAME}\s*(of\b|/[/*]|[:=](?![=>]))`, 'g')

/** A place where a name may be declared with a value; other places look like that too. */
export interface Declaration {
  readonly name: string
  /** Where its type or its value begins. */
  readonly end: number
  readonly isElement: boolean
}

/** Where the text may declare names, none left out. */
export function* declarationsIn(text: string): Generator<Declaration> {
  for (const { 0: found, 1: name, 2: sign, index } of text.matchAll(DECLARED)) {
    yield { name: name!, end: index + found.length, isElement: sign === 'of' }
  }
}
