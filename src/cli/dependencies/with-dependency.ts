import { applyEdits, getNodeValue, modify, type Node, parseTree } from 'jsonc-parser'
import { FileProblemError } from '../file-problem.ts'

const LISTS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const

/**
 * A manifest with one more dependency, in its own style: indent, line ends, sorted where its list is, with the range
 * operator that its other dependencies have. The same text where the package is listed already.
 *
 * @throws FileProblemError when it is no JSON object.
 */
export function withDependency(text: string, name: string, version: string): string {
  const root = parseTree(text)
  if (root?.type !== 'object' || !isJson(text)) throw new FileProblemError('is no JSON object')
  const manifest = getNodeValue(root) as Readonly<Record<string, unknown>>
  if (LISTS.some((list) => name in Object(manifest[list]))) return text
  const known = Object(manifest['dependencies']) as Readonly<Record<string, unknown>>
  const isNew = manifest['dependencies'] === undefined
  const range = `${operatorIn(manifest)}${version}`
  const path = isNew ? ['dependencies'] : ['dependencies', name]
  const edits = modify(text, path, isNew ? { [name]: range } : range, {
    formattingOptions: { ...indentOf(text, root), eol: text.includes('\r\n') ? '\r\n' : '\n' },
    getInsertionIndex: (names) => (isNew ? listIndex(names) : sortedIndex(name, Object.keys(known))),
  })
  return applyEdits(text, edits)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A list of its own goes before those for development and the like. */
function listIndex(names: readonly string[]): number {
  const index = names.findIndex((name) => /dependencies$/i.test(name))
  return index === -1 ? names.length : index
}

function sortedIndex(name: string, names: readonly string[]): number {
  const isSorted = names.every((each, index) => index === 0 || names[index - 1]!.localeCompare(each, 'en') <= 0)
  const index = names.findIndex((each) => each.localeCompare(name, 'en') > 0)
  return isSorted && index !== -1 ? index : names.length
}

function indentOf(text: string, { children }: Node): { insertSpaces: boolean; tabSize: number } {
  const first = children?.[0]?.offset ?? 0
  const before = text.slice(0, first)
  const gap = before.slice(before.trimEnd().length)
  const indent = gap.slice(gap.lastIndexOf('\n') + 1)
  return indent.includes('\t') ? { insertSpaces: false, tabSize: 1 } : { insertSpaces: true, tabSize: indent.length || 2 }
}

/** What most ranges begin with: `^`, `~`, or nothing where versions are pinned. */
function operatorIn(manifest: Readonly<Record<string, unknown>>): '^' | '~' | '' {
  const ranges = LISTS.slice(0, 2).flatMap((list) => Object.values(Object(manifest[list]) as object))
  const versions = ranges.filter((range) => typeof range === 'string' && /^[~^]?\d/.test(range)) as string[]
  const counted = (['^', '~', ''] as const).map((operator) => ({
    operator,
    number: versions.filter((range) => (/^[~^]/.exec(range)?.[0] ?? '') === operator).length,
  }))
  return counted.reduce((best, each) => (each.number > best.number ? each : best)).operator
}
