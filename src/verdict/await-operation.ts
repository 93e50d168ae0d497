import type { Variable } from '@typescript-eslint/scope-manager'
import { functionsIn } from '../facts/callees/functions-in.ts'
import type { Access, Behaviour } from '../facts/effects/behaviour.ts'
import { collectBehaviour } from '../facts/effects/collect-behaviour.ts'
import { lastName, namesBefore } from '../facts/effects/opaque-call.ts'
import type { Region } from '../facts/effects/region.ts'
import type { KnownCall } from '../facts/known-calls/find-call.ts'
import { lookUpCall } from '../facts/known-calls/look-up-call.ts'
import { referencesIn } from '../facts/rewrite-legality/references-in.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import type { AwaitStep, OperationNode, Step } from '../model/await-run.ts'
import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { isWithin } from '../parse/walk.ts'

/** One step of a run and the facts about it, each found when first asked for. */
export interface StepFacts<Of extends Step = Step> {
  readonly step: Of
  readonly parsed: Parsed
  readonly region: Region
  /** What its call, or the declaration, does. */
  readonly behaviour: Behaviour
  /** Variables that it gives a value. */
  readonly given: ReadonlySet<Variable>
  /** Variables that it names. */
  readonly named: ReadonlySet<Variable>
}

export type Operation = StepFacts<AwaitStep>

export function factsOf<Of extends Step>(
  step: Of,
  parsed: Parsed,
  { knownCalls }: Pick<Options, 'knownCalls'>,
): StepFacts<Of> {
  const region: Region = { parsed, knownCalls, node: step.node, elements: new Set(), bound: new Map() }
  let behaviour: Behaviour | undefined
  let given: ReadonlySet<Variable> | undefined
  let named: ReadonlySet<Variable> | undefined
  return {
    step,
    parsed,
    region,
    get behaviour() {
      return (behaviour ??= collectBehaviour(partsOf(step, parsed), region))
    },
    get given() {
      return (given ??= variablesGiven(step.node, parsed))
    },
    get named() {
      return (named ??= new Set(referencesIn([step.node], parsed).flatMap(({ variable }) => variable ?? [])))
    },
  }
}

/** What runs: functions that are written among the arguments too, as a callee whose body is read may call them. */
function partsOf(step: Step, parsed: Parsed): readonly Node[] {
  if (step.kind === 'between') return [step.node]
  const given = step.operation.type === 'CallExpression' ? step.operation.arguments : []
  const written = given
    .flatMap((argument) => functionsIn(argument, parsed))
    .filter((one) => isWithin(one, step.operation))
  return [step.operation, ...written.flatMap(({ body }) => body ?? [])]
}

function variablesGiven(node: Node, parsed: Parsed): ReadonlySet<Variable> {
  const written = referencesIn([node], parsed).filter(({ reference }) => reference.isWrite())
  return new Set(written.flatMap(({ variable }) => variable ?? []))
}

/** The row of the operation itself. */
export function knownOperation({ step, parsed, region }: Operation): KnownCall | null {
  return lookUpCall(step.operation, parsed, region.knownCalls)
}

/** Of the receiver of the operation itself, a response or a stream, by what is known of its method. */
export function isOfLocal({ place, depth }: Access): boolean {
  return depth === undefined && 'ref' in place && place.ref.root.kind === 'variable' && place.ref.path.length === 0
}

/** `users.find` -> `find`, `[users]`. */
export interface OperationName {
  readonly name: string | null
  readonly receivers: readonly string[]
}

export function nameOfOperation(operation: OperationNode): OperationName {
  if (operation.type === 'ImportExpression') return { name: 'import', receivers: [] }
  const callee = plainExpression(operation.type === 'TaggedTemplateExpression' ? operation.tag : operation.callee)
  return { name: lastName(callee), receivers: namesBefore(callee) }
}
