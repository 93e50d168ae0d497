import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

export type Files = Readonly<Record<string, string>>

/** A package of which only the types are installed. */
export function installed(name: string, types: string): Files {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', types: 'index.d.ts' }),
    [`node_modules/${name}/index.d.ts`]: types,
  }
}

export const TSCONFIG: Files = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      strict: true,
      target: 'es2022',
      module: 'preserve',
      moduleResolution: 'bundler',
      lib: ['es2022', 'esnext.disposable'],
      types: ['node'],
      allowJs: true,
    },
    include: ['src'],
  }),
}

/** A project on the disk, with the types of Node; `remove` takes it away. */
export function makeProject(files: Files): { readonly root: string; readonly remove: () => void } {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'interleave-'))
  for (const [name, text] of Object.entries({ ...TSCONFIG, ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  mkdirSync(join(root, 'node_modules/@types'), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules/@types/node'), join(root, 'node_modules/@types/node'))
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** Types of a database client such as many libraries have them. */
export const PG = installed(
  '@types/pg',
  `export interface Result { rows: Record<string, unknown>[] }
export class ClientBase { query(text: string, values?: unknown[]): Promise<Result> }
export class Client extends ClientBase { end(): Promise<void> }
export interface PoolClient extends ClientBase { release(): void }
export class Pool { query(text: string, values?: unknown[]): Promise<Result>; connect(): Promise<PoolClient> }
`,
)
