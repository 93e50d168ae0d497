import { usesOuterThis } from '../facts/producers/outer-this.ts'
import type { ArrayFiller } from '../model/find-array-fillers.ts'
import { fileOf } from '../parse/file-of.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { FillerForm } from '../verdict/filler-form.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import { commentAbove } from './comment-above.ts'
import type { Draft } from './drafts.ts'
import { EditList } from './edit-list.ts'
import { generatorBody, typeComment } from './generator-body.ts'
import { mendCallers } from './generator-callers.ts'
import { generatorHead } from './generator-head.ts'
import { hasWrittenResult, mendResultType } from './generator-types.ts'

/** What becomes of one of the files. */
export interface FileDraft {
  readonly file: Parsed
  readonly draft: Draft
}

/**
 * The function as a generator, its callers with it; the file of the function first.
 *
 *     function evens(xs) {                    function* evens(xs) {
 *       const out = []
 *       for (const x of xs) out.push(x)   ->    for (const x of xs) yield x
 *       return out
 *     }                                       }
 */
export function generatorDrafts({ filler, uses }: FillerForm, parsed: Parsed): readonly FileDraft[] | RefusalCode {
  const { node } = filler
  if (node.type === 'ArrowFunctionExpression' && usesOuterThis(node, parsed)) return 'unsupported-form'
  if (node.parent.type === 'VariableDeclarator' && node.parent.id.typeAnnotation) return 'written-type'
  const list = new EditList()
  const files = new Set([parsed.ast, ...uses.map(({ call }) => fileOf(call, parsed).ast)])
  generatorHead(list, node, parsed)
  if (!mendResultType(list, filler, parsed)) return 'written-type'
  const drafts: FileDraft[] = []
  for (const ast of files) {
    const own = uses.filter(({ call }) => fileOf(call, parsed).ast === ast)
    const file = ast === parsed.ast ? parsed : fileOf(own[0]!.call, parsed)
    const mended = file === parsed ? list : new EditList()
    if (!mendCallers(mended, filler, own, file)) return 'written-type'
    drafts.push({ file, draft: { form: 'generator', title: titleOf(filler), list: mended } })
  }
  if (!generatorBody(list, filler, new Set(uses.map(({ call }) => call)), parsed)) return 'unsupported-form'
  const [type, mended] = [typeComment(filler, parsed), commentAbove(node, parsed)]
  const drops = [hasWrittenResult(node, parsed) ? type : null, mended].filter((comment) => comment !== null)
  return drafts.map(({ file, draft }) => ({ file, draft: file === parsed ? { ...draft, drops } : draft }))
}

function titleOf({ node, name }: ArrayFiller): string {
  const what = name === null ? 'the function' : `\`${name.type === 'PrivateIdentifier' ? '#' : ''}${name.name}\``
  return node.async
    ? `Make ${what} an async generator (callers begin with the first values; a failure comes after those before it).`
    : `Make ${what} a generator (its code runs while callers walk; a failure comes after the values before it).`
}
