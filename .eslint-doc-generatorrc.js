/** Rows of the rule's own options; those of `knownCalls` are told on a page of their own. */
const OWN = /^\| `(?:concurrency|confidence|crossFile|fix|knownCalls|limiter|target|threshold)` /

/** `Required`, which only fields of nested options are. */
const LAST_COLUMN = /\|[^|]*\|$/

/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  configEmoji: [
    ['recommended', '✅'],
    ['strict', '🔒'],
  ],
  // The others are these two again: for `.eslintrc`, and with every rule there is.
  ignoreConfig: ['all', 'legacy-all', 'legacy-recommended', 'legacy-strict', 'no-overlap', 'legacy-no-overlap'],
  ruleDocTitleFormat: 'name',
  // Not "fixable": `--fix` makes rewrites only where an option says so, which the text of each page tells.
  ruleDocNotices: ['description', 'configs', 'hasSuggestions'],
  ruleDocSectionInclude: [
    'Why it costs',
    'Wrong and right',
    'What is proved before an offer',
    'What is left alone',
    'Options',
    'Codemod',
    'When not to use it',
  ],
  ruleDocSectionOptions: false,
  ruleListColumns: ['name', 'description', 'configsWarn', 'hasSuggestions'],
  postprocess: withOwnOptions,
}

/** Leaves out the rows of nested options, and the spaces that line columns up, which make every change a large one. */
function withOwnOptions(text) {
  const [before, marked, after] = splitAtList(text)
  if (marked === null) return text
  const rows = marked.split('\n').filter((line) => !line.startsWith('| `') || OWN.test(line))
  const narrow = rows.map((line) => line.replace(/ +\|/g, ' |').replace(/:?-{3,}/g, '---').replace(LAST_COLUMN, '|'))
  return [before, narrow.join('\n'), after].join('')
}

function splitAtList(text) {
  const start = text.indexOf('<!-- begin auto-generated rule options list -->')
  const end = text.indexOf('<!-- end auto-generated rule options list -->')
  return start < 0 ? [text, null, ''] : [text.slice(0, start), text.slice(start, end), text.slice(end)]
}
