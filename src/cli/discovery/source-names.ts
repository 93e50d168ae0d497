import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const SOURCE = /\.[cm]?[jt]sx?$/i
const DECLARATIONS = /\.d\.(?:[^/]+\.)?[cm]?ts$/i
const MINIFIED = /[.-]min\.[cm]?jsx?$/i

const NEVER_SOURCES = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  '.git',
  '.hg',
  '.svn',
  'dist',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.astro',
  '.docusaurus',
  '.turbo',
  '.nx',
  '.vercel',
  '.netlify',
  '.serverless',
  '.cache',
  '.parcel-cache',
  '.yarn',
  '.nyc_output',
  'storybook-static',
])

// Names that sources bear too, as in `src/commands/build`: output only beside a package.json.
const OUTPUT_BESIDE_PACKAGE = new Set(['build', 'out', 'output', 'coverage'])

/** Whether a file name is that of a source file in JavaScript or TypeScript, neither declarations nor minified. */
export function isSource(name: string): boolean {
  return SOURCE.test(name) && !DECLARATIONS.test(name) && !MINIFIED.test(name)
}

/** Whether a file name ends as one that can be parsed. */
export function hasSourceExtension(name: string): boolean {
  return SOURCE.test(name)
}

/**
 * Whether a directory holds no sources, by its name.
 *
 * @param root the directory that was asked for; it is no output, whatever its name
 * @param isTracked whether git has files of it under version control, as it has of sources
 */
export function isOutputDirectory(path: string, name: string, root: string, isTracked: boolean): boolean {
  if (NEVER_SOURCES.has(name)) return true
  if (isTracked || !OUTPUT_BESIDE_PACKAGE.has(name)) return false
  const parent = dirname(path)
  return parent === root || existsSync(join(parent, 'package.json'))
}
