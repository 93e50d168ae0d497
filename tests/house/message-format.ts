const MOST_WORDS = 20
/** What an editor's menu shows of a title without cutting it, and the whole of it. Characters. */
const MOST_HEAD = 90
const MOST_TITLE = 160

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

/**
 * What is wrong with the title of a suggestion, which is read alone in an editor's menu: it is one short sentence that
 * begins with what is done, names what it is done to, and has what behaves otherwise afterwards in brackets.
 */
export function problemOfTitle(title: string): string | null {
  const [, head = '', brackets = ''] = /^([^(]*?)(?: \((.*)\))?\.$/.exec(title) ?? []
  if (head === '') return 'is no sentence with brackets at its end'
  if (!/^[A-Z][a-z]+ /.test(head)) return 'does not begin with a verb'
  if (/^\w+ (?:it|them|this|these|that)(?:[ ,]|$)/.test(head)) return 'does not say what it is about'
  if (/[.()]/.test(brackets.replace(/`[^`]*`/g, ''))) return 'has more than one sentence'
  if ((title.match(/`/g) ?? []).length % 2 === 1) return 'leaves code open'
  if (/\bundefined\b|\bnull\b|\[object | {2}|\n/.test(title)) return 'names something that is not there'
  if (head.length > MOST_HEAD) return `has ${head.length} characters before what changes`
  return title.length > MOST_TITLE ? `has ${title.length} characters` : null
}
