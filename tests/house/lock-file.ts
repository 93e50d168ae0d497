interface LockedPackage {
  readonly resolved?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

/**
 * `a needs b` for each dependency without an entry: npm at times leaves out those of other platforms, and refuses
 * such a file afterwards.
 */
export function missingEntries({ packages }: LockFile): string[] {
  return Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !placesFor(name, path).some((place) => place in packages))
      .map((name) => `${path} needs ${name}`),
  )
}

/** Addresses of registries that the file would bind everybody to. */
export function boundAddresses({ packages }: LockFile): string[] {
  return Object.values(packages).flatMap(({ resolved }) => resolved ?? [])
}

/** Where Node looks for a module: `a/node_modules/b`, `node_modules/b`. */
function placesFor(name: string, from: string): string[] {
  const parts = from === '' ? [] : from.split(/(?:^|\/)node_modules\//).slice(1)
  return parts
    .map((_, index) => parts.slice(0, index + 1).map((part) => `node_modules/${part}/`).join(''))
    .concat('')
    .map((folder) => `${folder}node_modules/${name}`)
}
