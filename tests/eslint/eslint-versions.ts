import { Linter as Linter10 } from 'eslint'
import { Linter as Linter8 } from 'eslint8'
import { Linter as Linter9 } from 'eslint9'

interface Version {
  readonly version: string
  readonly linter: Linter10
  /** One for files below the folder. */
  readonly linterFor: (cwd: string) => Linter10
}

/** The oldest and newest ESLint of each major version that the package supports, as they are installed here. */
export const ESLINTS: readonly Version[] = [Linter8, Linter9, Linter10].map((Linter) => {
  const linterFor = (cwd: string) => new (Linter as typeof Linter10)({ configType: 'flat', cwd })
  return { version: Linter.version, linter: linterFor(process.cwd()), linterFor }
})
