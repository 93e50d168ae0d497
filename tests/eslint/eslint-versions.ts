import { Linter as Linter10 } from 'eslint'
import { Linter as Linter8 } from 'eslint8'
import { Linter as Linter9 } from 'eslint9'

/** The oldest and newest ESLint of each major version that the package supports, as they are installed here. */
export const ESLINTS: readonly { version: string; linter: Linter10 }[] = [
  { version: Linter8.version, linter: new Linter8({ configType: 'flat' }) as unknown as Linter10 },
  { version: Linter9.version, linter: new Linter9({ configType: 'flat' }) as unknown as Linter10 },
  { version: Linter10.version, linter: new Linter10({ configType: 'flat' }) },
]
