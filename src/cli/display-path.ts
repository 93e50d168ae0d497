import { relative, sep } from 'node:path'

/** The path as it is printed and sorted: from the working directory, with `/`. */
export function displayPath(path: string, directory: string): string {
  return relative(directory, path).replaceAll(sep, '/') || '.'
}

/** Order of two display paths, the same in every locale. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}
