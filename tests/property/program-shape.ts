/**
 * What a program is made of, without its names: numbers pick one of what is at hand where they are written out, so that
 * every shape gives a program, and a smaller shape a smaller program.
 */
export interface ProgramShape {
  readonly helpers: readonly FunctionShape[]
  readonly closures: readonly FunctionShape[]
  readonly loop: LoopShape
  readonly second: LoopShape | null
  readonly around: AroundShape | null
  readonly before: readonly Statement[]
  readonly after: readonly Statement[]
  readonly returns: 'all' | 'first'
  /** Whether the work is done by a function, by a method that keeps its state in `this`, or by a generator. */
  readonly as: 'function' | 'method' | 'generator'
}

export interface FunctionShape {
  readonly isAsync: boolean
  readonly takesList: boolean
  readonly isRecursive: boolean
  readonly isArrow: boolean
  readonly body: readonly Statement[]
  readonly result: Text
}

export interface LoopShape {
  readonly head: number
  readonly values: number
  /** Whether a turn begins with an operation on its key. */
  readonly leads: boolean
  readonly body: readonly Statement[]
}

/** A `try` around the loop. */
export interface AroundShape {
  readonly caught: readonly Statement[] | null
  readonly leaves: 'goes-on' | 'rethrows' | 'returns'
  readonly lastly: readonly Statement[] | null
  /** Whether a pool that the loop may use is closed at last, and by whom. */
  readonly closes: 'no' | 'finally' | 'using'
}

/** A text: of the turn's own values, put together, or of what lives longer than a turn. */
export interface Text {
  readonly from: 'own' | 'joined' | 'kept' | 'literal' | 'pure' | 'opaque'
  readonly pick: number
}

export interface Operation {
  readonly pick: number
  readonly key: Text
  readonly value: Text
}

export interface Condition {
  readonly kind: 'is-key' | 'length' | 'seen' | 'kept' | 'awaited'
  readonly pick: number
  readonly text: Text
  readonly operation: Operation
}

export type Statement =
  | { readonly kind: 'fetch'; readonly bind: 'const' | 'let' | 'length' | 'outer' | 'none'; readonly operation: Operation }
  | { readonly kind: 'effect'; readonly pick: number; readonly key: Text; readonly value: Text }
  | { readonly kind: 'gather'; readonly pick: number; readonly key: Text; readonly value: Text; readonly awaited: Operation | null }
  | { readonly kind: 'keep'; readonly pick: number; readonly value: Text }
  | { readonly kind: 'call'; readonly pick: number; readonly key: Text }
  | { readonly kind: 'guard'; readonly condition: Condition; readonly exit: 'continue' | 'break' | 'return' | 'throw' | 'outer' }
  | { readonly kind: 'if'; readonly condition: Condition; readonly body: readonly Statement[]; readonly other: readonly Statement[] }
  | { readonly kind: 'try'; readonly body: readonly Statement[]; readonly caught: readonly Statement[] | null; readonly lastly: readonly Statement[] | null }
  | { readonly kind: 'loop'; readonly loop: LoopShape }
  | { readonly kind: 'reduce'; readonly loop: LoopShape; readonly value: Text }
  | { readonly kind: 'parts'; readonly value: Text }
  | { readonly kind: 'capture'; readonly value: Text }
  | { readonly kind: 'source'; readonly pick: number; readonly value: Text }
  | { readonly kind: 'file'; readonly pick: number; readonly key: Text; readonly value: Text }
  | { readonly kind: 'yield'; readonly value: Text }
  | { readonly kind: 'both'; readonly pick: number; readonly first: Operation; readonly second: Operation }
  | { readonly kind: 'change'; readonly pick: number; readonly value: Text }
  | { readonly kind: 'line'; readonly pick: number; readonly operations: readonly Operation[] }
  | { readonly kind: 'started'; readonly pick: number; readonly first: Operation; readonly second: Operation }
  | { readonly kind: 'callbacks'; readonly pick: number; readonly loop: LoopShape }
  | { readonly kind: 'switch'; readonly text: Text; readonly body: readonly Statement[] }
