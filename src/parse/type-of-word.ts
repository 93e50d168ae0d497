const KEYWORDS = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends finally for function ' +
    'if implements import in instanceof interface let new package private protected public return static super ' +
    'switch this throw try typeof var void while with yield'
  ).split(' '),
)

/** The type of the token that a word is where no name is meant. */
export function typeOfWord(word: string): 'PrivateIdentifier' | 'Boolean' | 'Null' | 'Keyword' | 'Identifier' {
  if (word.startsWith('#')) return 'PrivateIdentifier'
  if (word === 'true' || word === 'false') return 'Boolean'
  if (word === 'null') return 'Null'
  return KEYWORDS.has(word) ? 'Keyword' : 'Identifier'
}
