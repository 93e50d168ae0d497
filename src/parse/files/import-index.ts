import { isBuiltin } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { ManifestsAbove } from './manifests-above.ts'
import type { ModuleResolver } from './module-resolver.ts'
import { modulesNamedIn } from './module-specifiers.ts'

/** Which files name which as a module. */
export interface ImportIndex {
  readonly importers: ReadonlyMap<string, ReadonlySet<string>>
  /** What resolves to no file, and is no package by all signs: it may be any file. */
  readonly unresolved: readonly Unresolved[]
  /** Files that may load modules whose names they work out. */
  readonly open: readonly string[]
}

export interface Unresolved {
  readonly importer: string
  readonly specifier: string
}

/** Reads the module names in all texts, without parsing any. */
export function indexImports(
  texts: ReadonlyMap<string, string>,
  resolver: ModuleResolver,
  manifests: ManifestsAbove,
): ImportIndex {
  const importers = new Map<string, Set<string>>()
  const unresolved: Unresolved[] = []
  const open: string[] = []
  const known = new Map<string, string | null>()
  const resolve = (specifier: string, importer: string): string | null => {
    const key = `${specifier}\n${dirname(importer)}`
    const path = known.get(key)
    if (path !== undefined) return path
    const found = resolveModule(specifier, importer, resolver)
    known.set(key, found)
    return found
  }
  for (const [importer, text] of texts) {
    const { specifiers, mayLoadAny } = modulesNamedIn(text)
    if (mayLoadAny) open.push(importer)
    for (const specifier of specifiers) {
      const path = resolve(specifier, importer)
      if (path !== null) importers.set(path, (importers.get(path) ?? new Set()).add(importer))
      else if (!isPackage(specifier, importer, manifests)) unresolved.push({ importer, specifier })
    }
  }
  return { importers, unresolved, open }
}

/** Without what a bundler is told behind the path: `./a.js?worker`. */
export function resolveModule(specifier: string, importer: string, resolver: ModuleResolver): string | null {
  return resolver.resolve(specifier.split(/(?!^)[?#]/)[0]!, importer)
}

function isPackage(specifier: string, importer: string, manifests: ManifestsAbove): boolean {
  if (isBuiltin(specifier)) return true
  const name = /^(?:@[\w.-]+\/)?[\w.-]+/.exec(specifier)?.[0]
  return name !== undefined && !specifier.startsWith('.') && manifests.hasPackage(name, importer)
}

/** Whether the last part of what is named is that of the file, so that it may be meant. */
export function mayMean({ specifier, importer }: Unresolved, path: string): boolean {
  const name = stem(path)
  const isIndex = name === 'index'
  const meant = specifier.startsWith('.') ? stem(join(dirname(importer), specifier)) : stem(specifier)
  return meant === name || (isIndex && meant === basename(dirname(path)))
}

function stem(path: string): string {
  return basename(path).replace(/\.[cm]?[jt]sx?$/, '')
}
