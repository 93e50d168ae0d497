import { posix } from 'node:path'

/**
 * What stands for a module in origins: its name without `node:`; for files their path without extension and last
 * `/index`, which begins with `/`, `./`, `../` or a drive.
 */
export function moduleOf(specifier: string, importer: string): string {
  if (!/^\.{0,2}(?:\/|$)/.test(specifier)) return specifier.replace(/^node:/, '')
  return moduleOfFile(posix.join(posix.dirname(withSlashes(importer)), specifier))
}

/** What stands for the file itself. */
export function moduleOfFile(filename: string): string {
  const path = withoutExtension(posix.normalize(withSlashes(filename)))
  return isFile(path) ? path : `./${path}`
}

/** Whether a module of an origin is a file, not a package. */
export function isFile(module: string): boolean {
  return /^(?:\.{0,2}\/|[A-Za-z]:\/)/.test(module)
}

export function withoutExtension(path: string): string {
  return path.replace(/\.(?:[cm]?[jt]sx?|vue|svelte)$/, '').replace(/\/index$/, '')
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/')
}
