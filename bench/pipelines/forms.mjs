// What is measured: for each consumer the eager form, and the forms that rewrites give. All forms of one consumer
// give one result. `p` and `g` are the stages of a row: cheap ones, or ones that match a regular expression.

function* filtered(xs, p) {
  for (const x of xs) if (p(x)) yield x
}

function* mapped(xs, g) {
  for (const x of xs) yield g(x)
}

function* upTo(n) {
  for (let i = 0; i < n; i++) yield i
}

const never = () => false
const atHalf = (n) => (y) => y >= n

/** The first elements that pass are the second, fourth, ... ; `at` is the element that the last stage looks for. */
const someForms = (isHit) => ({
  eager: (xs, { p, g, n }) => {
    const h = isHit(n)
    return xs.filter((x) => p(x)).map((x) => g(x)).some((y) => h(y))
  },
  'merged predicate': (xs, { p, g, n }) => {
    const h = isHit(n)
    return xs.some((x) => p(x) && h(g(x)))
  },
  'fused loop': (xs, { p, g, n }) => {
    const h = isHit(n)
    for (const x of xs) if (p(x) && h(g(x))) return true
    return false
  },
  'iterator helpers': (xs, { p, g, n }) => {
    const h = isHit(n)
    return xs.values().filter((x) => p(x)).map((x) => g(x)).some((y) => h(y))
  },
  generators: (xs, { p, g, n }) => {
    const h = isHit(n)
    for (const y of mapped(filtered(xs, p), g)) if (h(y)) return true
    return false
  },
})

const firstForms = (isHit) => ({
  eager: (xs, { p, n }) => {
    const h = isHit(n)
    return xs.filter((x) => p(x) && h(x))[0]
  },
  find: (xs, { p, n }) => {
    const h = isHit(n)
    return xs.find((x) => p(x) && h(x))
  },
  'fused loop': (xs, { p, n }) => {
    const h = isHit(n)
    for (const x of xs) if (p(x) && h(x)) return x
    return undefined
  },
  'iterator helpers': (xs, { p, n }) => {
    const h = isHit(n)
    return xs.values().find((x) => p(x) && h(x))
  },
  generators: (xs, { p, n }) => {
    const h = isHit(n)
    for (const x of filtered(xs, (y) => p(y) && h(y))) return x
    return undefined
  },
})

/** Over arrays of n numbers. */
export const CHAINS = {
  'whole walk': {
    eager: (xs, { p, g }) => {
      let sum = 0
      for (const y of xs.filter((x) => p(x)).map((x) => g(x))) sum += y
      return sum
    },
    'fused loop': (xs, { p, g }) => {
      let sum = 0
      for (const x of xs) if (p(x)) sum += g(x)
      return sum
    },
    'iterator helpers': (xs, { p, g }) => {
      let sum = 0
      for (const y of xs.values().filter((x) => p(x)).map((x) => g(x))) sum += y
      return sum
    },
    generators: (xs, { p, g }) => {
      let sum = 0
      for (const y of mapped(filtered(xs, p), g)) sum += y
      return sum
    },
  },
  'first, early': firstForms(() => () => true),
  'first, half way': firstForms((n) => (x) => x >= n / 2),
  'first, none': firstForms(() => never),
  'first 10': {
    eager: (xs, { p, g }) => xs.filter((x) => p(x)).map((x) => g(x)).slice(0, 10),
    'fused loop': (xs, { p, g }) => {
      const out = []
      for (const x of xs) {
        if (!p(x)) continue
        out.push(g(x))
        if (out.length === 10) break
      }
      return out
    },
    'iterator helpers': (xs, { p, g }) => xs.values().filter((x) => p(x)).map((x) => g(x)).take(10).toArray(),
    generators: (xs, { p, g }) => {
      const out = []
      for (const y of mapped(filtered(xs, p), g)) if (out.push(y) === 10) break
      return out
    },
  },
  'some, early': someForms(() => () => true),
  'some, half way': someForms(atHalf),
  'some, none': someForms(() => never),
  reduce: {
    eager: (xs, { p, g }) => xs.filter((x) => p(x)).map((x) => g(x)).reduce((sum, y) => sum + y, 0),
    'merged callback': (xs, { p, g }) => xs.reduce((sum, x) => (p(x) ? sum + g(x) : sum), 0),
    'iterator helpers': (xs, { p, g }) => xs.values().filter((x) => p(x)).map((x) => g(x)).reduce((sum, y) => sum + y, 0),
    generators: (xs, { p, g }) => {
      let sum = 0
      for (const y of mapped(filtered(xs, p), g)) sum += y
      return sum
    },
  },
  'an array': {
    eager: (xs, { p, g }) => xs.filter((x) => p(x)).map((x) => g(x)),
    'fused loop': (xs, { p, g }) => {
      const out = []
      for (const x of xs) if (p(x)) out.push(g(x))
      return out
    },
    'iterator helpers': (xs, { p, g }) => xs.values().filter((x) => p(x)).map((x) => g(x)).toArray(),
    generators: (xs, { p, g }) => [...mapped(filtered(xs, p), g)],
  },
  'count, `filter(p).length`': {
    eager: (xs, { p }) => xs.filter((x) => p(x)).length,
    'counting loop': (xs, { p }) => {
      let count = 0
      for (const x of xs) if (p(x)) count += 1
      return count
    },
    reduce: (xs, { p }) => xs.reduce((count, x) => count + (p(x) ? 1 : 0), 0),
    'iterator helpers': (xs, { p }) => xs.values().filter((x) => p(x)).reduce((count) => count + 1, 0),
  },
  'emptiness, `filter(p).length > 0`, half way': {
    eager: (xs, { p, n }) => xs.filter((x) => p(x) && x >= n / 2).length > 0,
    some: (xs, { p, n }) => xs.some((x) => p(x) && x >= n / 2),
  },
}

const copyForms = (isHit) => ({
  eager: (set, { n }) => {
    const h = isHit(n)
    return [...set].some((x) => h(x))
  },
  'plain loop': (set, { n }) => {
    const h = isHit(n)
    for (const x of set) if (h(x)) return true
    return false
  },
  'iterator helpers': (set, { n }) => {
    const h = isHit(n)
    return set.values().some((x) => h(x))
  },
})

/** Over Sets of n numbers. */
export const COPIES = {
  'copy before a loop': {
    eager: (set) => {
      let sum = 0
      for (const x of [...set]) sum += x
      return sum
    },
    'no copy': (set) => {
      let sum = 0
      for (const x of set) sum += x
      return sum
    },
  },
  'copy before `some`, early': copyForms(() => () => true),
  'copy before `some`, half way': copyForms((n) => (x) => x >= n / 2),
  'copy before `some`, none': copyForms(() => never),
  'copy before `includes`, half way': {
    eager: (set, { n }) => [...set].includes(n / 2),
    has: (set, { n }) => set.has(n / 2),
    'iterator helpers': (set, { n }) => set.values().some((x) => x === n / 2),
  },
  'copy before `reduce`': {
    eager: (set) => [...set].reduce((sum, x) => sum + x, 0),
    'plain loop': (set) => {
      let sum = 0
      for (const x of set) sum += x
      return sum
    },
    'iterator helpers': (set) => set.values().reduce((sum, x) => sum + x, 0),
  },
}

/** Over arrays of n numbers, or over none. */
export const WASTES = {
  'spread accumulation, `a = [...a, x]`': {
    mostElements: 1e3,
    eager: (xs) => {
      let all = []
      for (const x of xs) all = [...all, x + 1]
      return all
    },
    push: (xs) => {
      const all = []
      for (const x of xs) all.push(x + 1)
      return all
    },
  },
  'reduce with spread': {
    mostElements: 1e3,
    eager: (xs) => xs.reduce((all, x) => [...all, x + 1], []),
    map: (xs) => xs.map((x) => x + 1),
    push: (xs) => xs.reduce((all, x) => (all.push(x + 1), all), []),
  },
  'reduce with object spread': {
    mostElements: 1e3,
    eager: (xs) => xs.reduce((all, x) => ({ ...all, [`k${x}`]: x }), {}),
    assignment: (xs) => {
      const all = {}
      for (const x of xs) all[`k${x}`] = x
      return all
    },
  },
  'range array walked once': {
    eager: (_, { n }) => {
      let sum = 0
      for (const i of Array.from({ length: n }, (_, i) => i)) sum += i
      return sum
    },
    'keys of an empty array, spread': (_, { n }) => {
      let sum = 0
      for (const i of [...Array(n).keys()]) sum += i
      return sum
    },
    'counting loop': (_, { n }) => {
      let sum = 0
      for (let i = 0; i < n; i++) sum += i
      return sum
    },
    generators: (_, { n }) => {
      let sum = 0
      for (const i of upTo(n)) sum += i
      return sum
    },
  },
}
