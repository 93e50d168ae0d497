import type { TSESTree } from '@typescript-eslint/utils'
import { basename } from 'node:path'
import type { ArrayFiller } from '../../model/find-array-fillers.ts'
import { mayMean } from '../../parse/files/import-index.ts'
import { modulesNamedIn } from '../../parse/files/module-specifiers.ts'
import { mayBeEntry } from '../../parse/files/package-entries.ts'
import type { ProgramFiles } from '../../parse/files/program-files.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { callsOfFiller } from '../producers/calls-of-filler.ts'
import { exportedNames, WHOLE } from './exported-names.ts'
import type { FunctionUses, Wanted } from './function-uses.ts'
import { loadOfAny } from './loads-any.ts'
import { usesInImporter } from './uses-in-importer.ts'

/** All calls of an exported function. */
export interface ProgramCallers {
  /** Those of its own file first. */
  readonly calls: readonly TSESTree.CallExpression[]
  /** Why there may be others: where the function gets out of sight; null where there are none. */
  readonly unseen: Unseen | null
}

export interface Unseen {
  readonly filename: string
  /** Null where it is the file as a whole. */
  readonly node: Node | null
}

/** A file, and the names under which it exports the function. */
interface Exporter extends Wanted {
  readonly path: string
}

/** The calls of an exported function in all files of the program; null where it is not exported by a plain name. */
export function callersInProgram(filler: ArrayFiller, parsed: Parsed, files: ProgramFiles): ProgramCallers | null {
  const own = callsOfFiller(filler, parsed)
  const names = exportedNames(filler, parsed)
  if (!own?.exported || own.handedOn || !names) return null
  const calls = [...own.calls]
  const first = exporterOf(parsed.filename, names.names, names.isCommonJs)
  const known = new Map<string, Set<string>>([[first.path, new Set(first.names)]])
  const rest = [first]
  let unseen: Unseen | null = null
  for (let exporter = rest.pop(); exporter; exporter = rest.pop()) {
    unseen ??= hiddenUse(exporter, files)
    for (const importer of files.imports.importers.get(exporter.path) ?? []) {
      const file = files.fileAt(importer)
      const found = file ? usesIn(file, exporter, files) : NO_USES
      calls.push(...found.calls)
      // Whatever else is found, what the callers would gain is to be told.
      if (!file || found.lost[0]) unseen ??= { filename: importer, node: found.lost[0] ?? null }
      const next = newNames(found.exportedAs, importer, known)
      if (next.size > 0) rest.push(exporterOf(importer, next, false))
    }
  }
  return { calls, unseen }
}

function exporterOf(path: string, names: ReadonlySet<string>, isCommonJs: boolean): Exporter {
  return { path, names, isCommonJs, isWhole: names.has(WHOLE) }
}

/** Where the exports of a file get to code that is not read: to other packages, pages, who makes up a module's name. */
function hiddenUse({ path, names }: Exporter, files: ProgramFiles): Unseen | null {
  const whole = (filename: string): Unseen => ({ filename, node: null })
  // Declarations that are written beside the file tell its types to others.
  if (mayBeEntry(path, files.manifests) || files.hasDeclarations(path)) return whole(path)
  for (const importer of files.imports.open) {
    const file = files.fileAt(importer)
    const load = file && loadOfAny(file, path)
    if (!file || load) return { filename: importer, node: load }
  }
  const named = new RegExp(String.raw`\b(?:${[...names].map((name) => name.replaceAll('$', String.raw`\$`)).join('|')})\b`)
  const other = files.imports.unresolved.find((one) => {
    if (mayMean(one, path)) return true
    return !one.specifier.startsWith('.') && !names.has('default') && named.test(files.textAt(one.importer) ?? '')
  })
  return other ? whole(other.importer) : null
}

const NO_USES: FunctionUses = { calls: [], exportedAs: [], lost: [] }

function usesIn(importer: Parsed, { path, ...wanted }: Exporter, files: ProgramFiles): FunctionUses {
  const { specifiers } = modulesNamedIn(importer.text)
  const own = new Set(specifiers.filter((specifier) => files.resolve(specifier, importer.filename) === path))
  return usesInImporter(importer, wanted, (specifier) => own.has(specifier))
}

/** Names that the importer was not known to export it under. */
function newNames(names: readonly string[], importer: string, known: Map<string, Set<string>>): ReadonlySet<string> {
  const before = known.get(importer) ?? new Set()
  const added = new Set(names.filter((name) => !before.has(name)))
  known.set(importer, new Set([...before, ...added]))
  return added
}

/** `src/squares.ts:3` for messages. */
export function placeOfUnseen({ filename, node }: Unseen): string {
  return node ? `${basename(filename)}:${node.loc.start.line}` : basename(filename)
}
