// Whether the two parsers behind `src/parse` give the same answers, file by file, and what each costs:
//
//   npm run build && node bench/parsers.mjs FOLDER [EVERY]
//
// EVERY 10 takes every tenth file. Compared is all that a finding says, with its rewrites to the last character.
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { findFiles } from '../build/src/cli/discovery/find-files.js'
import { surveyFiles } from '../build/src/cli/discovery/survey-files.js'
import { DEFAULT_OPTIONS } from '../build/src/options.js'
import { parseWithOxc } from '../build/src/parse/parse-with-oxc.js'
import { parseProgram as parseWithTypescript } from '../build/src/parse/plain-parsers.js'
import { fingerprintOf } from '../build/src/report/fingerprint.js'
import { answersOf } from '../build/src/report/rules.js'

const [folder, every = '1'] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: node bench/parsers.mjs FOLDER [EVERY]')
  process.exit(2)
}

const { candidates } = surveyFiles(findFiles([folder], process.cwd()))
const files = candidates.filter((_, index) => index % Number(every) === 0)
const seconds = { oxc: 0, typescript: 0 }
const counts = { files: 0, findings: 0, different: 0, 'left to typescript': 0, 'taken by oxc only': 0, 'taken by none': 0 }
for (const { absolute, path } of files) {
  const text = readFileSync(absolute, 'utf8').replace(/^\uFEFF/, '')
  const fast = timed('oxc', () => parseWithOxc(text, absolute))
  const slow = timed('typescript', () => parsedOrNull(text, absolute))
  counts.files++
  if (fast === null || slow === null) {
    const what = fast ? 'taken by oxc only' : slow ? 'left to typescript' : 'taken by none'
    counts[what]++
    console.log(`${what}: ${path}`)
    continue
  }
  const [ours, theirs] = [fast, slow].map(findingsIn)
  counts.findings += ours.length
  if (isDeepStrictEqual(ours, theirs)) continue
  counts.different++
  console.log(`different: ${path}`)
}
console.log(counts)
console.log(`parsing: ${seconds.oxc.toFixed(1)} s to ${seconds.typescript.toFixed(1)} s, ${(seconds.typescript / seconds.oxc).toFixed(1)} times as fast`)

function parsedOrNull(text, path) {
  try {
    return parseWithTypescript(text, path)
  } catch {
    return null
  }
}

function findingsIn(parsed) {
  const options = { ...DEFAULT_OPTIONS, confidence: 'possible', limiter: 'p-map' }
  return answersOf(parsed, options).map((answer) => [answer.finding, answer.offers, fingerprintOf(answer, parsed)])
}

/** Scopes are worked out in it too: the one parser leaves them for later. */
function timed(name, parse) {
  const before = process.cpuUsage()
  const parsed = parse()
  void parsed?.scopes
  const { user, system } = process.cpuUsage(before)
  seconds[name] += (user + system) / 1e6
  return parsed
}
