import fc from 'fast-check'
import type {
  AroundShape,
  Condition,
  FunctionShape,
  LoopShape,
  Operation,
  ProgramShape,
  Statement,
  Text,
} from './program-shape.ts'

type Arbitrary<T> = fc.Arbitrary<T>

const pick = fc.nat({ max: 59 })

const text: Arbitrary<Text> = fc.record({
  from: fc.oneof(
    { weight: 14, arbitrary: fc.constant('own' as const) },
    { weight: 3, arbitrary: fc.constant('joined' as const) },
    { weight: 2, arbitrary: fc.constant('kept' as const) },
    { weight: 1, arbitrary: fc.constant('literal' as const) },
    { weight: 1, arbitrary: fc.constant('pure' as const) },
    { weight: 1, arbitrary: fc.constant('opaque' as const) },
  ),
  pick,
})

const operation: Arbitrary<Operation> = fc.record({ pick, key: text, value: text })

const condition: Arbitrary<Condition> = fc.record({
  kind: fc.constantFrom('is-key', 'length', 'is-key', 'length', 'seen', 'kept', 'awaited'),
  pick,
  text,
  operation,
})

const simple: readonly { weight: number; arbitrary: Arbitrary<Statement> }[] = [
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('fetch' as const),
      bind: fc.constantFrom('const', 'const', 'const', 'let', 'length', 'outer', 'none'),
      operation,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('effect' as const), pick, key: text, value: text }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('gather' as const),
      pick,
      key: text,
      value: text,
      awaited: fc.option<Operation>(operation, { freq: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('keep' as const), pick, value: text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('call' as const), pick, key: text }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('guard' as const),
      condition,
      exit: fc.constantFrom('continue', 'continue', 'continue', 'break', 'return', 'throw', 'outer'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('parts' as const), value: text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('capture' as const), value: text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('source' as const), pick, value: text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('file' as const), pick, key: text, value: text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('yield' as const), value: text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('both' as const), pick, first: operation, second: operation }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('change' as const), pick, value: text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('line' as const), pick, operations: fc.array(operation, { minLength: 2, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('started' as const), pick, first: operation, second: operation }) },
]

function statement(depth: number): Arbitrary<Statement> {
  if (depth === 0) return fc.oneof(...simple)
  const body = statements(depth - 1, 1, 2)
  const rest = statements(depth - 1, 0, 2)
  return fc.oneof(
    ...simple,
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('if' as const), condition, body, other: rest }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('try' as const),
        body,
        caught: fc.option(rest, { freq: 4 }),
        lastly: fc.option(rest, { freq: 1 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('loop' as const), loop: loop(depth - 1) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reduce' as const), loop: loop(0), value: text }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('switch' as const), text, body }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('callbacks' as const), pick, loop: loop(0) }) },
  )
}

function statements(depth: number, minLength: number, maxLength: number): Arbitrary<Statement[]> {
  return fc.array(statement(depth), { minLength, maxLength, size: 'max' })
}

function loop(depth: number): Arbitrary<LoopShape> {
  return fc.record({ head: pick, values: pick, leads: fc.boolean(), body: statements(depth, 1, depth > 1 ? 4 : 3) })
}

const functionShape: Arbitrary<FunctionShape> = fc.record({
  isAsync: fc.constantFrom(true, true, true, false),
  takesList: fc.constantFrom(false, false, true),
  isRecursive: fc.constantFrom(false, false, false, true),
  isArrow: fc.boolean(),
  body: statements(1, 1, 2),
  result: text,
})

const around: Arbitrary<AroundShape> = fc.record({
  caught: fc.option(statements(0, 0, 2), { freq: 5 }),
  leaves: fc.constantFrom('goes-on', 'rethrows', 'returns'),
  lastly: fc.option(statements(0, 0, 2), { freq: 1 }),
  closes: fc.constantFrom('no', 'no', 'finally', 'using'),
})

export const programShapes: Arbitrary<ProgramShape> = fc.record({
  helpers: fc.array(functionShape, { maxLength: 3, size: 'small' }),
  closures: fc.array(functionShape, { maxLength: 2, size: 'small' }),
  loop: loop(2),
  second: fc.option(loop(1), { freq: 1 }),
  around: fc.option(around, { freq: 1 }),
  before: statements(0, 0, 2),
  after: statements(0, 0, 2),
  returns: fc.constantFrom('all', 'all', 'first'),
  as: fc.constantFrom('function', 'function', 'function', 'function', 'method', 'method', 'generator'),
})
