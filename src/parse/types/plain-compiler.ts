import ts from 'typescript'

/** The TypeScript compiler where this package is loaded with `require`, as by jscodeshift with Babel. */
export function compiler(): typeof ts {
  return ts
}
