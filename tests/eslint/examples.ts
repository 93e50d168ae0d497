import { readSourceFiles } from '../house/source-files.ts'

/** All examples in JavaScript on the pages of the rules, whatever rule they are of. */
export const EXAMPLES: readonly string[] = readSourceFiles(['docs/rules/*.md']).flatMap(({ text }) =>
  [...text.matchAll(/^```js\b.*\n([^]*?)^```/gm)].map(([, code]) => code!),
)
