import { MODULE_ALIASES } from './module-aliases.ts'
import type { Origin } from './origin.ts'
import { ownEntry } from '../../parse/own-entry.ts'

/** The origin under the name that rows use: `global.process.exit` is `exit` of `process`, `default.get` is `get`. */
export function canonicalOrigin(origin: Origin): Origin {
  let { module, path } = origin
  for (;;) {
    path = withoutDefault(path)
    const alias = findAlias(module, path)
    if (!alias) return { ...origin, module, path }
    module = alias.module
    path = alias.path
  }
}

/** Kind of the instances of a class: `Map`, `pg:Pool`, `ioredis:default` for a module that is the class itself. */
export function kindOfOrigin({ module, path }: Origin): string {
  const name = path.length === 0 ? 'default' : path.join('.')
  return module === 'global' ? name : `${module}:${name}`
}

/** Module and name of a class, from a kind without parts: `pg`, `Pool`; `global`, `Map`. */
export function splitKind(kind: string): readonly [module: string, name: string] {
  const colon = kind.lastIndexOf(':')
  return colon < 0 ? ['global', kind] : [kind.slice(0, colon), kind.slice(colon + 1)]
}

function findAlias(module: string, path: readonly string[]): Pick<Origin, 'module' | 'path'> | null {
  const heads = [module, `${module}:${path[0] ?? 'default'}`]
  if (path.length > 1) heads.push(`${module}:${path[0]}.${path[1]}`)
  for (const [length, head] of heads.entries()) {
    const target = ownEntry(MODULE_ALIASES, head)
    if (target !== undefined) return follow(target, path.slice(length))
  }
  return null
}

function follow(target: string, rest: readonly string[]): Pick<Origin, 'module' | 'path'> {
  const [module = '', names = ''] = target.split(':')
  return { module, path: [...(names === '' ? [] : names.split('.')), ...rest] }
}

function withoutDefault(path: readonly string[]): readonly string[] {
  return path.includes('default') ? path.filter((name) => name !== 'default') : path
}
