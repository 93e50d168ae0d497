import ts from 'typescript'
import { importsOf, type SourceFile } from './source-files.ts'

const STAGES = ['src/parse/', 'src/model/', 'src/facts/', 'src/verdict/', 'src/rewrite/', 'src/report/'] as const
const DOORS = ['src/eslint/', 'src/jscodeshift/', 'src/cli/'] as const

/** Files outside the stages that every stage may import. */
const FREE = ['src/options.ts']

/** Files outside the stages that the doors have in common. */
const BESIDE_DOORS = ['src/package-version.ts', 'src/options-from-arguments.ts', 'src/known-calls-from-file.ts', 'src/project-from-argument.ts']

/** Which folders and files a folder may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(STAGES.map((stage, index) => [stage, [...STAGES.slice(0, index), ...FREE]])),
  ...Object.fromEntries(DOORS.map((door) => [door, [...STAGES, ...FREE, ...BESIDE_DOORS]])),
  'rules/': [...STAGES, 'src/eslint/', ...FREE],
  'codemods/': [...STAGES, 'src/jscodeshift/', ...FREE],
  ...Object.fromEntries(BESIDE_DOORS.map((path) => [path, [...STAGES, ...FREE, ...BESIDE_DOORS]])),
  'src/options.ts': STAGES,
  'src/index.ts': ['rules/', 'src/package-version.ts'],
}

const DISK_MODULES = ['fs', 'fs/promises', 'child_process', 'module', 'tinyglobby', 'write-file-atomic']

/** Who but the command may touch the disk, and why. */
const MAY_TOUCH_DISK: Readonly<Record<string, string>> = {
  'src/package-version.ts': 'reads the version of this package',
  'src/known-calls-from-file.ts': 'reads the rows that the user names in an option',
  'src/parse/fast-parsers.ts': 'loads the second parser where the first one finds an error',
  'src/project-from-argument.ts': 'looks whether the tsconfig that the user names is there',
  'src/parse/types/compiler.ts': 'loads the compiler where types are asked for',
  'src/parse/files/loaded-files.ts': 'reads the files that a file imports',
  'src/parse/files/module-resolver.ts': 'finds the file that an import means',
  'src/parse/files/import-index.ts': 'tells the modules of Node from others',
  'src/parse/files/manifests-above.ts': 'reads which packages a file may import',
  'src/parse/files/path-in-project.ts': 'finds the folder from which a path tells what a file is',
  'src/parse/files/package-entries.ts': 'finds the sources of the entries of a package',
  'src/parse/files/workspace-packages.ts': 'finds the packages of the repository that a file belongs to',
  'src/rewrite/installed-version.ts': 'looks which version of a package, as p-map, a file gets',
  'src/rewrite/nearest-package.ts': 'reads the module kind and the engines of the package that a file belongs to',
  'src/jscodeshift/define-transform.ts': 'looks at the bytes of a file that jscodeshift could not decode',
}

/** `a -> b` for each import of a later stage, of another door, or of a rule. */
export function findLaterImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const home = Object.keys(MAY_IMPORT).find((place) => file.path.startsWith(place))
    if (home === undefined) return [`${file.path} is in no stage`]
    const allowed = [home, ...MAY_IMPORT[home]!]
    return importsOf(file)
      .filter((path) => /^(?:src|rules|codemods|tests|bench|examples)\//.test(path))
      .filter((path) => !allowed.some((place) => path.startsWith(place)))
      .map((path) => `${file.path} -> ${path}`)
  })
}

/** `a -> b -> a` for each cycle, once. */
export function findCycles(files: readonly SourceFile[]): string[] {
  const imports = new Map(files.map((file) => [file.path, importsOf(file)]))
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      return
    }
    if (done.has(path)) return
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of imports.keys()) visit(path, [])
  return [...new Set(cycles)]
}

/** `a -> fs` for each file that touches the disk though it is neither the command nor excepted. */
export function findDiskAccess(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^(?:src|rules|codemods)\//.test(path) && !path.startsWith('src/cli/'))
    .filter(({ path }) => MAY_TOUCH_DISK[path] === undefined)
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => DISK_MODULES.includes(name))
        .map((name) => `${file.path} -> ${name}`),
    )
}

/** Files that only pass on what other files export. */
export function findBarrels(files: readonly SourceFile[]): string[] {
  return files.filter(isBarrel).map(({ path }) => path)
}

function isBarrel({ path, text }: SourceFile): boolean {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  const own = statements.filter((statement) => !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement))
  return own.length === 0 && statements.some(ts.isExportDeclaration)
}
