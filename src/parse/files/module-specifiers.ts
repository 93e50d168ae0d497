/** How a text names other modules, told without parsing it; more than there is may be told, but not less. */
export interface NamedModules {
  /** What is written as the module of an import, or looks like the path of one. */
  readonly specifiers: readonly string[]
  /** Whether modules may be loaded whose names are worked out: `import(name)`, `require(join(folder, name))`. */
  readonly mayLoadAny: boolean
}

/** A comment ends at its first end, so that looking for one costs no more than its length. */
const GAP = String.raw`(?:\s|/\*(?:[^*]|\*(?!/))*\*/)*`
const NAMED = new RegExp(
  String.raw`\b(?:from|import|export)\b${GAP}(?:\(${GAP})?(["'\`])([^"'\`\n]+)\1` +
    String.raw`|\w\s*\(\s*(["'\`])([@#~/][^"'\`\s]+)\3` +
    String.raw`|(["'\`])(\.{1,2}(?:/[^"'\`\n]*)?)\5`,
  'g',
)

/** `import(` or `require(` of something that is no text, or a text with holes; whole folders at once. */
const OPEN = new RegExp(
  String.raw`\b(?:import|require)${GAP}\(${GAP}(?:[^"'\`\s)/]|\`[^\`\n]*\$\{|["'][^"'\n]*["']\s*\+)` +
    String.raw`|\brequire\s*\.\s*context\b|\bimport\s*\.\s*meta\s*\.\s*glob`,
)

export function modulesNamedIn(text: string): NamedModules {
  const specifiers = new Set<string>()
  for (const [, , imported, , called, , relative] of text.matchAll(NAMED)) {
    const specifier = imported ?? called ?? relative!
    if (!specifier.includes('${')) specifiers.add(specifier)
  }
  return { specifiers: [...specifiers], mayLoadAny: OPEN.test(text) }
}
