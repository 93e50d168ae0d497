/** What jscodeshift calls with each file; no result means no change. */
export type Transform = (
  file: { readonly path: string; readonly source: string },
  api: unknown,
  options: Readonly<Record<string, unknown>>,
) => Promise<string | undefined>
