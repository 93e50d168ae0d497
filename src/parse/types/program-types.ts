import type ts from 'typescript'
import type { Node } from '../node-types.ts'
import { compiler } from '#compiler'
import { isOfPackage, namesOfMember } from './declared-names.ts'
import { calleeNameAt, nodeAt } from './node-at.ts'
import { seenType } from './seen-type.ts'
import type { AskedFile, Declaration, DeclaredName, SeenType, TypeSource } from './type-source.ts'

const sources = new WeakMap<ts.Program, TypeSource>()

/** What a program of the TypeScript compiler knows; one for each program. */
export function typesOfProgram(program: ts.Program): TypeSource {
  const known = sources.get(program)
  if (known) return known
  const types = new ProgramTypes(program)
  sources.set(program, types)
  return types
}

class ProgramTypes implements TypeSource {
  readonly #program: ts.Program
  /** The text that the program has of a file, so that places in it are places in the tree. */
  readonly #files = new WeakMap<AskedFile, ts.SourceFile | null>()

  constructor(program: ts.Program) {
    this.#program = program
  }

  typeOf(expression: Node, file: AskedFile): SeenType | null {
    return this.#ask(file, (source, checker) => {
      const node = nodeAt(expression, source)
      return node && seenType(checker.getTypeAtLocation(node), this.#program)
    })
  }

  namesOf(callee: Node, file: AskedFile): readonly DeclaredName[] {
    const names = this.#ask(file, (source, checker) => {
      const symbol = this.#symbolOf(callee, source)
      const receiver = callee.type === 'MemberExpression' ? nodeAt(callee.object, source) : null
      const names = symbol ? namesOfMember(symbol, this.#program) : []
      const isOfClass = names.some(({ member }) => member !== null)
      return isOfClass && receiver && !isInstance(checker.getTypeAtLocation(receiver)) ? [] : names
    })
    return names ?? []
  }

  declarationOf(callee: Node, file: AskedFile): Declaration | null {
    return this.#ask(file, (source) => {
      const bodies = (this.#symbolOf(callee, source)?.declarations ?? []).filter(hasBody)
      const [body] = bodies
      const name = body && compiler().getNameOfDeclaration(body)
      const home = name?.getSourceFile()
      if (bodies.length !== 1 || !name || !home || home.isDeclarationFile || isOfPackage(home.fileName)) return null
      return { path: home.fileName, text: home.text, start: name.getStart(home) }
    })
  }

  #symbolOf(callee: Node, source: ts.SourceFile): ts.Symbol | null {
    const checker = this.#program.getTypeChecker()
    const name = calleeNameAt(callee, source)
    const symbol = name && checker.getSymbolAtLocation(name)
    return symbol && symbol.flags & compiler().SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : (symbol ?? null)
  }

  /** Types are evidence that may be missing: a checker that fails on odd code is as good as none. */
  #ask<T>(file: AskedFile, question: (source: ts.SourceFile, checker: ts.TypeChecker) => T | null): T | null {
    try {
      const source = this.#sourceOf(file)
      return source && question(source, this.#program.getTypeChecker())
    } catch {
      return null
    }
  }

  #sourceOf(file: AskedFile): ts.SourceFile | null {
    const known = this.#files.get(file)
    if (known !== undefined) return known
    const source = this.#program.getSourceFile(file.filename)
    const found = source?.text === file.text ? source : null
    this.#files.set(file, found)
    return found
  }
}

/** An object of a class or an interface as it stands, not one that was mapped from it: `Omit<Client, 'begin'>`. */
function isInstance(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(isInstance)
  if ((type.flags & compiler().TypeFlags.Object) === 0) return false
  const { objectFlags } = type as ts.ObjectType
  return (objectFlags & (compiler().ObjectFlags.ClassOrInterface | compiler().ObjectFlags.Reference)) !== 0
}

/** function load() {}   load() {}   load = () => {}   const load = function () {}   { load: () => {} } */
function hasBody(declaration: ts.Declaration): boolean {
  if (compiler().isFunctionDeclaration(declaration) || compiler().isMethodDeclaration(declaration)) {
    return declaration.body !== undefined
  }
  const isVariable = compiler().isVariableDeclaration(declaration)
  if (isVariable && (compiler().getCombinedNodeFlags(declaration) & compiler().NodeFlags.Const) === 0) return false
  const isProperty = compiler().isPropertyDeclaration(declaration) || compiler().isPropertyAssignment(declaration)
  const value = isVariable || isProperty ? declaration.initializer : undefined
  return value !== undefined && (compiler().isArrowFunction(value) || compiler().isFunctionExpression(value))
}
