import type { TSESTree } from '@typescript-eslint/utils'
import { formNodes } from '../model/form-nodes.ts'
import { firstFrom } from '../parse/first-from.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'

const texts = new WeakMap<Node, string>()

/** `if (a) { work() } else b = () => { ... }`  ->  `if (a) {} else b = () => {}`: what it is to its neighbours. */
export function textWithoutBlocks(node: Node, parsed: Parsed): string {
  const known = texts.get(node)
  if (known !== undefined) return known
  const { text } = parsed
  let [shortened, from] = ['', node.range[0]]
  for (let block = nextBlock(from, node, parsed); block; block = nextBlock(from, node, parsed)) {
    shortened += `${text.slice(from, block.range[0])}{}`
    from = block.range[1]
  }
  shortened += text.slice(from, node.range[1])
  texts.set(node, shortened)
  return shortened
}

function nextBlock(offset: number, within: Node, parsed: Parsed): Node | null {
  const blocks = blocksOf(parsed)
  const next = blocks[firstFrom(blocks, offset, ({ range }) => range[0])]
  return next && next.range[0] < within.range[1] ? next : null
}

const cache = new WeakMap<TSESTree.Program, readonly Node[]>()

/** The blocks of a file, bodies of functions too, in the order in which they begin. */
export function blocksOf(parsed: Parsed): readonly Node[] {
  let blocks = cache.get(parsed.ast)
  if (!blocks) {
    blocks = formNodes(parsed).filter(({ type }) => type === 'BlockStatement').sort((a, b) => a.range[0] - b.range[0])
    cache.set(parsed.ast, blocks)
  }
  return blocks
}
