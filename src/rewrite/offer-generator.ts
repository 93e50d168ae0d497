import { usesOuterThis } from '../facts/producers/outer-this.ts'
import type { ArrayFiller } from '../model/find-array-fillers.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { FillerForm } from '../verdict/filler-form.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { Draft } from './drafts.ts'
import { offersOf } from './drafts.ts'
import { EditList } from './edit-list.ts'
import { commentAbove } from './comment-above.ts'
import { generatorBody, typeComment } from './generator-body.ts'
import { mendCallers } from './generator-callers.ts'
import { generatorHead } from './generator-head.ts'
import { hasWrittenResult, mendResultType } from './generator-types.ts'
import type { Offers } from './rewrite.ts'

/** The function as a generator, its callers with it. */
export function offerGenerator(form: FillerForm, parsed: Parsed): Offers {
  return offersOf([form.isExported ? 'needs-command' : generator(form, parsed)], parsed)
}

/**
 *     function evens(xs) {                    function* evens(xs) {
 *       const out = []
 *       for (const x of xs) out.push(x)   ->    for (const x of xs) yield x
 *       return out
 *     }                                       }
 */
function generator({ filler, uses }: FillerForm, parsed: Parsed): Draft | RefusalCode {
  const { node } = filler
  if (node.type === 'ArrowFunctionExpression' && usesOuterThis(node, parsed)) return 'unsupported-form'
  if (node.parent.type === 'VariableDeclarator' && node.parent.id.typeAnnotation) return 'written-type'
  const list = new EditList()
  generatorHead(list, node, parsed)
  if (!mendResultType(list, filler, parsed) || !mendCallers(list, filler, uses, parsed)) return 'written-type'
  if (!generatorBody(list, filler, new Set(uses.map(({ call }) => call)), parsed)) return 'unsupported-form'
  const [type, mended] = [typeComment(filler, parsed), commentAbove(node, parsed)]
  const drops = [hasWrittenResult(node, parsed) ? type : null, mended].filter((comment) => comment !== null)
  return { form: 'generator', title: titleOf(filler), list, drops }
}

function titleOf({ node, name }: ArrayFiller): string {
  const what = name === null ? 'the function' : `\`${name.type === 'PrivateIdentifier' ? '#' : ''}${name.name}\``
  return node.async
    ? `Make ${what} an async generator (callers begin with the first values; a failure comes after those before it).`
    : `Make ${what} a generator (its code runs while callers walk; a failure comes after the values before it).`
}
