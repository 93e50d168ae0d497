import type { KnownCallRow } from './row.ts'
export const KNOWN_CALL_ROWS: readonly KnownCallRow[] = []
