import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { globSync } from 'tinyglobby'

interface Manifest {
  readonly name?: unknown
  readonly exports?: unknown
  readonly source?: unknown
  readonly module?: unknown
  readonly main?: unknown
  readonly types?: unknown
}

interface WorkspacePackage {
  readonly directory: string
  readonly manifest: Manifest
}

/** What a build writes to; its source is mostly under `src`. */
const BUILT = /^(?:\.\/)?(?:dist|lib|build|out|output|es|esm|cjs|_esm|_cjs|dist-[a-z]+)\/(?:(?:esm|cjs|es|src)\/)?/

/** The packages of the repository itself, found by name, whether or not an install has linked them. */
export class WorkspacePackages {
  readonly #byRoot = new Map<string, ReadonlyMap<string, WorkspacePackage>>()
  readonly #rootOf = new Map<string, string | null>()

  /** Paths, without extension perhaps, of which the first that is there is the source of what is imported. */
  sourcesOf(specifier: string, directory: string): readonly string[] {
    const root = this.#findRoot(directory)
    const [, name, below] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(specifier) ?? []
    const found = root !== null && name !== undefined ? this.#packagesBelow(root).get(name) : undefined
    return found ? sourcesIn(found, below) : []
  }

  /** The outermost directory that lists packages, or holds the repository. */
  #findRoot(directory: string): string | null {
    const known = this.#rootOf.get(directory)
    if (known !== undefined) return known
    const parent = dirname(directory)
    const above = parent === directory ? null : this.#findRoot(parent)
    const root = above ?? (isWorkspaceRoot(directory) ? directory : null)
    this.#rootOf.set(directory, root)
    return root
  }

  #packagesBelow(root: string): ReadonlyMap<string, WorkspacePackage> {
    const known = this.#byRoot.get(root)
    if (known) return known
    const packages = new Map<string, WorkspacePackage>()
    const ignore = ['**/node_modules/**', '**/{dist,build,fixtures,__fixtures__,templates,test,tests}/**']
    const paths = globSync('**/package.json', { cwd: root, ignore, absolute: true, followSymbolicLinks: false })
    for (const path of paths.sort((a, b) => a.length - b.length)) {
      const manifest = readManifest(path)
      if (typeof manifest?.name !== 'string' || packages.has(manifest.name)) continue
      packages.set(manifest.name, { directory: dirname(path), manifest })
    }
    this.#byRoot.set(root, packages)
    return packages
  }
}

function isWorkspaceRoot(directory: string): boolean {
  if (['pnpm-workspace.yaml', 'lerna.json'].some((name) => existsSync(join(directory, name)))) return true
  const manifest = readManifest(join(directory, 'package.json'))
  return manifest !== null && 'workspaces' in manifest
}

function readManifest(path: string): Manifest | null {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof manifest === 'object' ? manifest : null
  } catch {
    return null
  }
}

function sourcesIn({ directory, manifest }: WorkspacePackage, below: string | undefined): readonly string[] {
  const entries = below === undefined ? [manifest.source, manifest.module, manifest.main, manifest.types] : []
  const targets = [...targetsIn(manifest.exports, below), ...entries].filter((one) => typeof one === 'string')
  const plain = below === undefined ? ['src/index', 'index'] : [`src/${below}`, below]
  return [...targets.flatMap(sourcesBehind), ...plain].map((path) => join(directory, path))
}

/** `./dist/api/index.js` is made of `src/api/index.ts`. */
export function sourcesBehind(target: string): readonly string[] {
  const bare = target.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '')
  return BUILT.test(bare) ? [bare.replace(BUILT, 'src/'), bare.replace(BUILT, '')] : [target, bare]
}

/** Every target that the `exports` of a manifest give for a subpath, whatever the condition. */
function targetsIn(exports: unknown, below: string | undefined): readonly string[] {
  const subpath = below === undefined ? '.' : `./${below}`
  if (typeof exports !== 'object' || exports === null) return below === undefined ? leavesOf(exports) : []
  const entries = Object.entries(exports)
  if (!entries.some(([key]) => key.startsWith('.'))) return below === undefined ? leavesOf(exports) : []
  for (const [key, value] of entries) {
    if (key === subpath) return leavesOf(value)
    const [before, after] = key.split('*')
    if (after === undefined || !subpath.startsWith(before!) || !subpath.endsWith(after)) continue
    const part = subpath.slice(before!.length, subpath.length - after.length)
    return leavesOf(value).map((target) => target.replace('*', part))
  }
  return []
}

function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}
