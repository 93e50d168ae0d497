import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { PartsContainer, Step } from './await-run.ts'
import { isAwaitStep } from './await-run.ts'
import { awaitStep } from './await-statements.ts'
import { suspends } from './form-nodes.ts'

/** An expression that evaluates all of its parts, one after the other. */
export function containerOf(node: Node): PartsContainer | null {
  switch (node.type) {
    case 'ArrayExpression':
    case 'ObjectExpression':
    case 'CallExpression':
    case 'NewExpression':
    case 'TemplateLiteral':
      return node
    default:
      return null
  }
}

/** The parts in the order of their evaluation; none where one of them may be suspended within itself. */
export function partsOf(container: PartsContainer, parsed: Parsed): readonly Step[] {
  const parts = valuesOf(container).filter((part) => part !== null)
  if (parts.filter(mayBeAwait).length < 2) return []
  const steps = parts.map((part): Step => {
    const step = isExpression(part) ? awaitStep(part, part, { kind: 'none' }, parsed) : null
    return step ?? { kind: 'between', node: part }
  })
  return steps.some((step) => !isAwaitStep(step) && suspends(step.node, parsed)) ? [] : steps
}

function valuesOf(container: PartsContainer): readonly (Node | null)[] {
  switch (container.type) {
    case 'ArrayExpression':
      return container.elements
    case 'ObjectExpression':
      return container.properties.flatMap((property): readonly Node[] =>
        property.type === 'SpreadElement' ? [property] : [...(property.computed ? [property.key] : []), property.value],
      )
    case 'TemplateLiteral':
      return container.expressions
    default:
      return container.arguments
  }
}

function isExpression(node: Node): node is TSESTree.Expression {
  return node.type !== 'SpreadElement'
}

/** Cheap, as it is asked of every list in the file. */
function mayBeAwait({ type }: Node): boolean {
  return type === 'AwaitExpression' || type.startsWith('TS')
}
