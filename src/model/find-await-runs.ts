import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { AwaitRun, Step } from './await-run.ts'
import { isAwaitStep } from './await-run.ts'
import { ownerOf } from './find-await-loops.ts'
import { formNodes, hasSuspensions } from './form-nodes.ts'
import { containerOf, partsOf } from './await-parts.ts'
import { awaitStep, statementStep } from './await-statements.ts'
import { leadingAwait } from './leading-await.ts'

const cache = new WeakMap<TSESTree.Program, readonly AwaitRun[]>()

/** The runs of two awaits and more of the file, in source order. */
export function findAwaitRuns(parsed: Parsed): readonly AwaitRun[] {
  const known = cache.get(parsed.ast)
  if (known) return known
  const found: AwaitRun[] = []
  for (const node of formNodes(parsed)) {
    if (!hasSuspensions(node, 2, parsed)) continue
    const runs = runsIn(listOf(node), parsed)
    found.push(...runs.map((steps) => ({ container: null, steps, owner: ownerOf(steps[0]!.node) })))
    const container = containerOf(node)
    const steps = container && trimmed(partsOf(container, parsed))
    if (container && steps) found.push({ container, steps, owner: ownerOf(container) })
  }
  cache.set(parsed.ast, found)
  return found
}

/** Statements that run one after the other. */
function listOf(node: Node): readonly TSESTree.Statement[] {
  if (node.type === 'BlockStatement' || node.type === 'Program') return node.body as TSESTree.Statement[]
  return node.type === 'SwitchCase' ? node.consequent : []
}

/**
 * What neither awaits nor only declares ends a run: it may leave the function, or be there for its effect. What it
 * awaits before all else still belongs to the run.
 */
function runsIn(list: readonly TSESTree.Statement[], parsed: Parsed): readonly (readonly Step[])[] {
  const runs: Step[][] = [[]]
  for (const statement of list) {
    const step = statementStep(statement, parsed)
    if (step) runs.at(-1)!.push(step)
    else {
      runs.at(-1)!.push(...lastSteps(statement, parsed))
      runs.push([])
    }
  }
  return runs.map(trimmed).filter((run) => run !== null)
}

/** return { a, b: await f() }   ->   a, await f() */
function lastSteps(statement: TSESTree.Statement, parsed: Parsed): readonly Step[] {
  const leading = leadingAwait(statement, parsed)
  const step = leading && awaitStep(leading.wait, leading.wait, { kind: 'part', statement }, parsed)
  return step ? [...leading.before.map((node): Step => ({ kind: 'between', node })), step] : []
}

/** From the first await to the last one; null where there are not two. */
function trimmed(steps: readonly Step[]): readonly Step[] | null {
  const first = steps.findIndex(isAwaitStep)
  const last = steps.findLastIndex(isAwaitStep)
  return first < last ? steps.slice(first, last + 1) : null
}
