import type { Variable } from '@typescript-eslint/scope-manager'
import { isClass } from '../callees/class-node.ts'
import { keyOfRef } from './distinct.ts'
import type { Recorder } from './recorder.ts'
import type { Ref } from './place.ts'
import { fewRefs } from './ref-answers.ts'
import { ASKING } from './refs.ts'
import { parameterOf } from './parameter-of.ts'
import type { ToldCall } from './told-refs.ts'
import { isOfCaller, toldRefs } from './told-refs.ts'

/** From what the body calls its objects to what they are for the caller. */
export interface Translator {
  readonly toRefs: (refs: readonly Ref[]) => readonly Ref[]
  /** Whether the caller has no other name for an object. */
  readonly isKept: (ref: Ref) => boolean
}

/** Each object is translated once; where one may be too many, it is one that nothing is known of. */
export function createTranslator(call: ToldCall, recorder: Recorder): Translator {
  const { node } = call
  const known = new Map<string, readonly Ref[]>()
  const toRefs = (ref: Ref): readonly Ref[] => {
    if (isKept(ref)) return [ref]
    const key = keyOfRef(ref)
    let found = known.get(key)
    if (found === undefined) known.set(key, (found = fewRefs(toldRefs(ref, call, recorder.region, ASKING), node)))
    return found
  }
  const kept = new Map<Variable, boolean>()
  const isKept = ({ root }: Ref): boolean => {
    if (root.kind === 'this') return call.callee.type === 'ArrowFunctionExpression'
    if (root.kind !== 'variable') return true
    const { variable } = root
    let found = kept.get(variable)
    if (found === undefined) {
      found = !isParameter(variable, call) && !isOfCaller(variable, recorder.region)
      kept.set(variable, found)
    }
    return found
  }
  return {
    isKept,
    toRefs(refs) {
      if (refs.length > 1) return fewRefs(refs.flatMap(toRefs), node)
      const [ref] = refs
      return !ref || isKept(ref) ? refs : toRefs(ref)
    },
  }
}

function isParameter(variable: Variable, { callee }: ToldCall): boolean {
  return !isClass(callee) && parameterOf(variable, callee) !== null
}
