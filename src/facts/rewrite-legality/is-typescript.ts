import { extname } from 'node:path'
import type { Parsed } from '../../parse/parsed.ts'

/** Whether the text is TypeScript: by extension; single-file components by their script's `lang`. */
export function isTypeScript({ filename, text }: Parsed): boolean {
  const extension = extname(filename)
  if (/^\.[cm]?tsx?$/.test(extension)) return true
  return extension === '.vue' && /<script[^>]*\blang=["']tsx?["']/.test(text)
}
