const MOST_WORDS = 20

/** What is wrong with a message: it is one or more full sentences, short ones, with all of its data filled in. */
export function problemOf(message: string): string | null {
  if (/\bundefined\b|\bnull\b|\[object /.test(message)) return 'names something that is not there'
  if (!/^[`A-Z]/.test(message)) return 'does not start like a sentence'
  if (!message.endsWith('.')) return 'has no stop'
  if (/ {2}|\n/.test(message)) return 'has stray white space'
  if ((message.match(/`/g) ?? []).length % 2 === 1) return 'leaves code open'
  const longest = Math.max(...message.split(/(?<=\.) /).map((sentence) => sentence.split(' ').length))
  return longest > MOST_WORDS ? `has a sentence of ${longest} words` : null
}
