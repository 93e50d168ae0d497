import type ts from 'typescript'
import { compiler } from '#compiler'
import type { Config, ProjectChoice } from './find-config.ts'
import { Configs } from './find-config.ts'
import { typesOfProgram } from './program-types.ts'
import type { TypeSource } from './type-source.ts'

/** Programs that are kept; files come folder by folder, so that those before are not asked for again. */
const MOST_PROGRAMS = 2

const configs = new Configs()
/** By the path of their `tsconfig`, the last used at the end. */
const programs = new Map<string, ts.Program>()
/** The files of the language's own library, which are the same in all programs. */
const libraries = new Map<string, ts.SourceFile | undefined>()
/** The program with a text that is not on the disk, such as that between two rewrites of a file. */
let edited: Edited | null = null

interface Edited {
  readonly base: ts.Program
  readonly filename: string
  readonly text: string
  readonly program: ts.Program
}

/** What the compiler knows of a file with this text; null where no project has the file. */
export function projectTypesFor(text: string, filename: string, choice: ProjectChoice): TypeSource | null {
  for (const config of configs.configsFor(filename, choice)) {
    const program = programOf(config)
    const source = program.getSourceFile(filename)
    if (source?.text === text) {
      edited = null
      return typesOfProgram(program)
    }
    if (source) return typesOfProgram(programWith(text, filename, program))
  }
  return null
}

function programOf({ path, settings }: Config): ts.Program {
  const { fileNames, options, projectReferences = [] } = settings
  const asked: ts.CreateProgramOptions = { rootNames: fileNames, options, projectReferences, host: hostFor(options) }
  const program = programs.get(path) ?? compiler().createProgram(asked)
  programs.delete(path)
  programs.set(path, program)
  const [oldest] = programs.keys()
  if (programs.size > MOST_PROGRAMS) programs.delete(oldest!)
  return program
}

function programWith(text: string, filename: string, base: ts.Program): ts.Program {
  if (edited?.base === base && edited.filename === filename && edited.text === text) return edited.program
  const options = base.getCompilerOptions()
  const host = hostFor(options)
  const same = base.getSourceFile(filename)
  const program = compiler().createProgram({
    rootNames: base.getRootFileNames(),
    options,
    oldProgram: base,
    host: {
      ...host,
      getSourceFile: (name, version, ...rest) => {
        const old = base.getSourceFile(name)
        if (old !== same) return old ?? host.getSourceFile(name, version, ...rest)
        return compiler().createSourceFile(name, text, version)
      },
    },
  })
  edited = { base, filename, text, program }
  return program
}

function hostFor(options: ts.CompilerOptions): ts.CompilerHost {
  const host = compiler().createCompilerHost(options)
  const home = host.getDefaultLibLocation?.() ?? ''
  return {
    ...host,
    // Comments tell types in JavaScript alone. Versions before 5.3 read them everywhere.
    ...('JSDocParsingMode' in compiler() && { jsDocParsingMode: compiler().JSDocParsingMode.ParseForTypeInfo }),
    getSourceFile: (name, version, ...rest) => {
      if (home === '' || !name.startsWith(home)) return host.getSourceFile(name, version, ...rest)
      const key = `${name} ${JSON.stringify(version)}`
      if (!libraries.has(key)) libraries.set(key, host.getSourceFile(name, version, ...rest))
      return libraries.get(key)
    },
  }
}
