import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import type { SourceFile } from './source-files.ts'
import { ROOT } from './source-files.ts'

/** `page: link` for each link to a file of the project, or to a heading in it, that is not there. */
export function findDeadLinks(pages: readonly SourceFile[]): string[] {
  const anchors = new Map(pages.map((page) => [page.path, anchorsOf(page)]))
  return pages.flatMap((page) =>
    linksOf(page)
      .filter((link) => isDead(link, page, anchors))
      .map((link) => `${page.path}: ${link}`),
  )
}

function isDead(link: string, { path }: SourceFile, anchors: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [file = '', anchor] = link.split('#')
  const target = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), file)).replace(/\/$/, '')
  if (file !== '' && !existsSync(posix.join(ROOT, target))) return true
  return anchor !== undefined && !anchors.get(target)?.has(anchor)
}

/** What `[words](there)` points at inside the project. */
function linksOf({ text }: SourceFile): string[] {
  const prose = text.replace(/^ *(`{3,})[^]*?^ *\1$/gm, '').replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, link]) => link!).filter((link) => !/^\w+:/.test(link))
}

/** The anchors that GitHub makes of headings. */
function anchorsOf({ text }: SourceFile): ReadonlySet<string> {
  const seen = new Map<string, number>()
  const headings = text.replace(/^ *(`{3,})[^]*?^ *\1$/gm, '').matchAll(/^#{1,6} (.+)$/gm)
  return new Set(
    [...headings].map(([, heading]) => {
      const anchor = heading!.toLowerCase().replace(/[^\p{L}\p{N}\p{Pc} -]/gu, '').replaceAll(' ', '-')
      const times = seen.get(anchor) ?? 0
      seen.set(anchor, times + 1)
      return times === 0 ? anchor : `${anchor}-${times}`
    }),
  )
}
