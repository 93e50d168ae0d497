import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import Ajv from 'ajv'
import draft04 from 'ajv/lib/refs/json-schema-draft-04.json' with { type: 'json' }
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/rewrite/apply-edits.ts'
import { CERTAIN, interleave, LIKELY } from './scratch.ts'
import { repository } from './scratch-repository.ts'

const ajv = new Ajv({ schemaId: 'auto', meta: false, unknownFormats: 'ignore' })
ajv.addMetaSchema(draft04)
const validate = ajv.compile(schema)

interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

interface Place {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region }
}

interface Replacement {
  readonly deletedRegion: Region
  readonly insertedContent: { readonly text: string }
}

interface Result {
  readonly ruleId: string
  readonly locations: readonly Place[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly fixes: readonly { readonly artifactChanges: readonly { readonly replacements: readonly Replacement[] }[] }[]
}

interface Rule {
  readonly id: string
  readonly help: { readonly markdown: string }
}

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly Rule[] } }
    readonly invocations: readonly object[]
    readonly results: readonly Result[]
  }[]
}

function sarif(directory: string, ...args: readonly string[]): { status: number | null; text: string; log: Log } {
  const { status, stdout } = interleave(directory, 'scan', '--format', 'sarif', '--limiter', 'p-map', ...args)
  return { status, text: stdout, log: JSON.parse(stdout) as Log }
}

describe('scan --format sarif', () => {
  test('is valid, with relative paths, the help of the rule, fingerprints, and failures as notifications', () => {
    const directory = repository({ 'src/a b.js': CERTAIN, 'c.js': LIKELY, 'broken.js': 'for (const x of xs) await f(' })
    const { status, text, log } = sarif(directory)
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
    expect(status).toBe(1)
    expect(text).not.toContain(directory)
    const [run] = log.runs
    const places = run!.results.map(({ locations }) => locations[0]!.physicalLocation)
    expect(places.map(({ artifactLocation }) => artifactLocation.uri)).toEqual(['c.js', 'src/a%20b.js'])
    expect(run!.tool.driver.rules).toMatchObject([{ id: 'no-serial-await-in-loop' }])
    expect(run!.tool.driver.rules[0]!.help.markdown).toMatch(/^# no-serial-await-in-loop\n/)
    const told = [{ message: { text: expect.stringContaining('does not parse') } }]
    expect(run!.invocations).toMatchObject([{ executionSuccessful: false, toolExecutionNotifications: told }])
  })

  test('has fixes that, made by their lines and columns, give what fix gives', () => {
    const text = CERTAIN.replaceAll('\n', '\r\n').replace('texts = []', 'texts = [] /* \u{1F600} */')
    const directory = repository({ 'a.js': text })
    const [result] = sarif(directory).log.runs[0]!.results
    const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
    const at = (line: number, column: number) => starts[line - 1]! + column - 1
    const { replacements } = result!.fixes[0]!.artifactChanges[0]!
    const edits = replacements.map(({ deletedRegion: region, insertedContent }) => ({
      range: [at(region.startLine, region.startColumn), at(region.endLine, region.endColumn)] as const,
      text: insertedContent.text,
    }))
    interleave(directory, 'fix', '--write', '--limiter', 'p-map')
    const after = readFileSync(join(directory, 'a.js'), 'utf8')
    expect(after).not.toBe(text)
    expect(applyEdits(text, edits)).toBe(after)
  })

  test('keeps the fingerprint of a loop that moved or was laid out anew, and tells two equal ones apart', () => {
    const loop = CERTAIN.slice(CERTAIN.indexOf('export'))
    const other = loop.replace('load', 'loadAgain')
    const laidOut = loop.replace(/push.*$/m, 'push( // read\n await readFile(path, "utf8",),\n );')
    const codes = (text: string) =>
      sarif(repository({ 'a.js': `import { readFile } from 'node:fs/promises'\n${text}` })).log.runs[0]!.results.map(
        ({ partialFingerprints }) => partialFingerprints['interleaveCode/v1'],
      )
    const [first, second] = codes(`${loop}\n${other}`)
    expect(first).not.toBe(second)
    expect(codes(`\n\n// moved\n${laidOut}`)).toEqual([first])
    expect(codes(loop.replace("'utf8'", "'latin1'"))).not.toEqual([first])
  })
})
