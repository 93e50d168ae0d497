import type ts from 'typescript'
import { compiler } from '#compiler'
import type { DeclaredName } from './type-source.ts'

/** Names of a class, interface, alias or function; none for what is declared in a function. */
export function namesOfSymbol(symbol: ts.Symbol, program: ts.Program): readonly DeclaredName[] {
  const declaration = mainDeclaration(symbol, program)
  return declaration ? namesOfDeclaration(declaration, symbol.name, null, program) : []
}

/**
 * Names of a method by the class that declares it, and of a function by its namespace; none where they are of the
 * repository, or are declared in several places as of a union they may be.
 */
export function namesOfMember(symbol: ts.Symbol, program: ts.Program): readonly DeclaredName[] {
  const owners = new Set((symbol.declarations ?? []).map(({ parent }) => nameOfOwner(parent)))
  const declaration = symbol.declarations?.[0]
  if (owners.size !== 1 || !declaration || !symbol.declarations?.every((one) => isInstalled(one, program))) return []
  const { parent } = declaration
  if (!compiler().isClassLike(parent) && !compiler().isInterfaceDeclaration(parent)) {
    return compiler().isFunctionDeclaration(declaration) || compiler().isVariableDeclaration(declaration)
      ? namesOfDeclaration(declaration, symbol.name, null, program)
      : []
  }
  if (!parent.name) return []
  const isStatic = (compiler().getCombinedModifierFlags(declaration) & compiler().ModifierFlags.Static) !== 0
  const names = namesOfDeclaration(parent, parent.name.text, symbol.name, program)
  return isStatic ? names.map(({ module, path }) => ({ module, path: [...path, symbol.name], member: null })) : names
}

/** Whether a declaration is of the language, or of a package that was installed. */
export function isInstalled(declaration: ts.Node, program: ts.Program): boolean {
  const file = declaration.getSourceFile()
  return program.isSourceFileDefaultLibrary(file) || isOfPackage(file.fileName)
}

export function isOfPackage(path: string): boolean {
  return path.includes('/node_modules/')
}

function nameOfOwner(parent: ts.Node): string {
  const isClass = compiler().isClassLike(parent) || compiler().isInterfaceDeclaration(parent)
  const name = isClass ? parent.name?.text : undefined
  return `${parent.getSourceFile().fileName} ${name ?? ''}`
}

/** Of merged declarations the one that was installed: others only add to it. */
function mainDeclaration(symbol: ts.Symbol, program: ts.Program): ts.Declaration | undefined {
  return symbol.declarations?.find((one) => isInstalled(one, program)) ?? symbol.declarations?.[0]
}

function namesOfDeclaration(
  declaration: ts.Node,
  name: string,
  member: string | null,
  program: ts.Program,
): readonly DeclaredName[] {
  const path = [name]
  for (let at = declaration.parent; at; at = at.parent) {
    if (compiler().isSourceFile(at)) return namesInFile(at, path, member, program)
    if (compiler().isModuleDeclaration(at)) {
      if (isGlobalBlock(at)) return namesOfGlobal(at.getSourceFile(), path, member, program)
      if (compiler().isStringLiteral(at.name)) return withDefault(at, at.name.text.replace(/^node:/, ''), path, member, program)
      path.unshift(at.name.text)
    } else if (compiler().isFunctionLike(at)) return []
  }
  return []
}

/** declare global { ... } */
function isGlobalBlock(node: ts.ModuleDeclaration): boolean {
  return (node.flags & compiler().NodeFlags.GlobalAugmentation) !== 0
}

function namesInFile(
  file: ts.SourceFile,
  path: readonly string[],
  member: string | null,
  program: ts.Program,
): readonly DeclaredName[] {
  if (!compiler().isExternalModule(file)) return namesOfGlobal(file, path, member, program)
  if (!isOfPackage(file.fileName)) return [{ module: file.fileName, path, member }]
  return pathsOf(file.fileName).flatMap((module) => withDefault(file, module, path, member, program))
}

/** What a file without imports declares; packages declare what they then export in such files, too. */
function namesOfGlobal(
  file: ts.SourceFile,
  path: readonly string[],
  member: string | null,
  program: ts.Program,
): readonly DeclaredName[] {
  const own = { module: 'global', path, member }
  if (program.isSourceFileDefaultLibrary(file)) return [own]
  if (!isOfPackage(file.fileName)) return [{ module: file.fileName, path, member }]
  return [own, ...pathsOf(file.fileName).map((module) => ({ module, path: path.slice(-1), member }))]
}

/** The name, and `default` where the module has it as its default export, or is it. */
function withDefault(
  holder: ts.Node,
  module: string,
  path: readonly string[],
  member: string | null,
  program: ts.Program,
): readonly DeclaredName[] {
  const own: DeclaredName = { module, path, member }
  const checker = program.getTypeChecker()
  const symbol = checker.getSymbolAtLocation(compiler().isModuleDeclaration(holder) ? holder.name : holder)
  const isDefault = (['default', 'export='] as const).some((key) => {
    const exported = symbol?.exports?.get(key as ts.__String)
    if (!exported) return false
    const resolved = exported.flags & compiler().SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
    return path.length === 1 && resolved.name === path[0]
  })
  return isDefault ? [own, { module, path: ['default'], member }] : [own]
}

/** `pg/lib/client`, `pg/lib`, `pg` of `.../node_modules/@types/pg/lib/client.d.ts`. */
function pathsOf(fileName: string): readonly string[] {
  const below = fileName.slice(fileName.lastIndexOf('/node_modules/') + '/node_modules/'.length)
  const names = below
    .replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '')
    // @types/babel__core has the types of @babel/core.
    .replace(/^@types\/(?:([^/]+?)__)?/, (_, scope?: string) => (scope === undefined ? '' : `@${scope}/`))
    .split('/')
  const ofPackage = names[0]!.startsWith('@') ? 2 : 1
  return names.slice(ofPackage - 1).map((_, left) => names.slice(0, names.length - left).join('/'))
}
