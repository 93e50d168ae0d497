import type ts from 'typescript'
import { compiler } from '#compiler'
import { isInstalled, isOfPackage, namesOfSymbol } from './declared-names.ts'
import type { DeclaredName, SeenType } from './type-source.ts'

/** Types of types of types; a type may contain itself. */
const DEEPEST = 4
/** Of a union with more parts nobody asks for the one kind. */
const MOST_PARTS = 50

const UNKNOWN: SeenType = { shape: 'unknown', names: [], aliases: [], parts: [], isLazy: false }

/** Flags of types that are no objects, and the one name for all of their values. */
const VALUES: readonly (readonly [flag: keyof typeof ts.TypeFlags, name: string])[] = [
  ['StringLike', 'string'],
  ['NumberLike', 'number'],
  ['BooleanLike', 'boolean'],
  ['BigIntLike', 'bigint'],
  ['ESSymbolLike', 'symbol'],
  ['Null', 'null'],
  ['VoidLike', 'undefined'],
]

/** The type in names. What says nothing of a value (`any`, a type parameter, a bare object) is unknown. */
export function seenType(type: ts.Type, program: ts.Program, depth = 0): SeenType {
  if (depth > DEEPEST) return UNKNOWN
  const next = (inner: ts.Type): SeenType => seenType(inner, program, depth + 1)
  const value = valueName(type)
  if (value !== null) return named(value)
  const aliases = namesOfAlias(type, program)
  if (type.isUnion()) {
    const parts = type.types.filter((part) => !['null', 'undefined'].includes(valueName(part) ?? ''))
    return parts.length > MOST_PARTS ? UNKNOWN : { ...UNKNOWN, shape: 'union', aliases, parts: parts.map(next) }
  }
  if (type.isIntersection()) {
    const tells = type.types.find((part) => next(part).shape !== 'unknown')
    const found = tells ? next(tells) : UNKNOWN
    return { ...found, aliases: aliases.length > 0 ? aliases : found.aliases }
  }
  if ((type.flags & compiler().TypeFlags.Object) === 0) return UNKNOWN
  return { ...seenObject(type as ts.ObjectType, program, next), aliases }
}

function valueName({ flags }: ts.Type): string | null {
  const { TypeFlags } = compiler()
  return VALUES.find(([flag]) => (flags & TypeFlags[flag]) !== 0)?.[1] ?? null
}

function seenObject(type: ts.ObjectType, program: ts.Program, next: (inner: ts.Type) => SeenType): SeenType {
  const isReference = (type.objectFlags & compiler().ObjectFlags.Reference) !== 0
  const target = isReference ? (type as ts.TypeReference).target : type
  const isTuple = (target.objectFlags & compiler().ObjectFlags.Tuple) !== 0
  if (isTuple) return seenTuple(type as ts.TupleTypeReference, program, next)
  if ((target.objectFlags & compiler().ObjectFlags.ClassOrInterface) === 0) {
    return isFunctionType(type) ? named('Function') : UNKNOWN
  }
  const { symbol } = target
  const isClass = (symbol.flags & compiler().SymbolFlags.Class) !== 0
  // An interface of the repository says what its values can do, not what they are.
  if (!isClass && !symbol.declarations?.some((one) => isInstalled(one, program))) return UNKNOWN
  const names = namesOfSymbol(symbol, program)
  if (names.length === 0) return UNKNOWN
  const own = (target as ts.InterfaceType).typeParameters?.length ?? 0
  const given = isReference ? program.getTypeChecker().getTypeArguments(type as ts.TypeReference).slice(0, own) : []
  return { ...UNKNOWN, shape: 'instance', names, parts: given.map(next), isLazy: isLazy(type, names) }
}

/** Where an element may be missing or of any number, only what all elements have in common is told. */
function seenTuple(type: ts.TupleTypeReference, program: ts.Program, next: (inner: ts.Type) => SeenType): SeenType {
  const parts = program.getTypeChecker().getTypeArguments(type).map(next)
  const isFixed = type.target.elementFlags.every((flags) => flags === compiler().ElementFlags.Required)
  if (isFixed) return { ...UNKNOWN, shape: 'tuple', parts }
  return { ...named('Array'), shape: 'instance', parts: [{ ...UNKNOWN, shape: 'union', parts }] }
}

/** A function and nothing else: what is called and has a name of its own is an instance of that. */
function isFunctionType(type: ts.Type): boolean {
  const isClass = ((type.symbol?.flags ?? 0) & (compiler().SymbolFlags.Class | compiler().SymbolFlags.Module)) !== 0
  return !isClass && type.getCallSignatures().length > 0
}

function isLazy(type: ts.Type, names: readonly DeclaredName[]): boolean {
  const isPromise = names.some(({ module, path }) => module === 'global' && path.join('.') === 'Promise')
  return !isPromise && type.getProperty('then') !== undefined
}

/** Prisma.TransactionClient = Omit<PrismaClient, ...> */
function namesOfAlias({ aliasSymbol }: ts.Type, program: ts.Program): readonly DeclaredName[] {
  const isOfLibrary = aliasSymbol?.declarations?.every((one) => isOfPackage(one.getSourceFile().fileName)) ?? false
  return aliasSymbol && isOfLibrary ? namesOfSymbol(aliasSymbol, program) : []
}

function named(name: string): SeenType {
  return { ...UNKNOWN, shape: 'value', names: [{ module: 'global', path: [name], member: null }] }
}
