import ts from 'typescript'

interface Loaded {
  main(keys: unknown, items: unknown): Promise<unknown>
  stateOfModule(): unknown
}

export type Program = (load: (name: string) => unknown) => Loaded

/** Names of the module that can be looked at after a run. */
const MODULE_STATE = ['moduleCount', 'moduleLast', 'moduleList', 'moduleState', 'store']
const IMPORT = /^[ \t]*import (?:(\w+)(?:, )?)?(?:\{ ([\w, ]+) \} )?(?:from )?'([\w:./-]+)'$/gm
/** What is left for the compiler: other modules' syntax, and what the Node that runs this cannot read. */
const NEEDS_COMPILER = /^[ \t]*(?:import|export)\b|\busing \w+ =/m

/** Compiles the text of a module that exports `main`. */
export function compileProgram(text: string): Program {
  const looks = MODULE_STATE.map((name) => `typeof ${name} === 'undefined' ? null : ${name}`).join(', ')
  const body = `${asFunctionBody(text)}\nexports.stateOfModule = () => [${looks}]`
  const run = new Function('exports', 'require', body)
  return (load) => {
    const exports = {}
    run(exports, load)
    return exports as Loaded
  }
}

/** The compiler takes many times as long as all the runs of a program, so that plain programs do without it. */
function asFunctionBody(text: string): string {
  const plain = text
    .replace(IMPORT, (_, main?: string, others?: string, module?: string) => {
      const names = [...(main ? [`default: ${main}`] : []), ...(others ? [others] : [])]
      return `const { ${names.join(', ')} } = require('${module}')`
    })
    .replace(/^([ \t]*)export (?=async function main\b)/m, '$1exports.main = main; ')
    .replace(/^export const main = /m, 'const main = exports.main = ')
  return NEEDS_COMPILER.test(plain) ? compiled(text) : `'use strict'\n${plain}`
}

function compiled(text: string): string {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2023,
      esModuleInterop: true,
      moduleDetection: ts.ModuleDetectionKind.Force,
    },
  })
  return outputText
}
